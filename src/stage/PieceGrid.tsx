import { useEffect, useState } from 'react';
import type { Transport } from '../experiment/experiment';
import { gridOf } from './grid';
import type { Message } from './message';
import type { Box } from './plan';

type PieceLook = 'here' | 'sent' | 'acknowledged' | 'held' | 'hole' | 'open';

interface PieceGridProps {
  /** Unique on the page. */
  readonly id: string;
  readonly message: Message;
  readonly box: Box;
  readonly picture: string | null;
  readonly look: (piece: number) => PieceLook;
  readonly transport: Transport;
}

/** A picture appearing block by block, or the map of a file's blocks. */
export function PieceGrid({ id, message, box, picture, look, transport }: PieceGridProps) {
  const aspect = useAspect(picture);
  const grid = gridOf(message.pieces, box, aspect);
  const paths: Record<PieceLook, string> = {
    here: '',
    sent: '',
    acknowledged: '',
    held: '',
    hole: '',
    open: '',
  };
  for (let piece = 0; piece < message.pieces; piece += 1) {
    const { x, y, width, height } = grid.cell(piece);
    paths[look(piece)] += `M${x} ${y}h${width}v${height}h${-width}z`;
  }
  const isPicture = picture !== null && aspect !== null;
  const clip = `${id}-clip`;
  return (
    <g>
      <rect {...grid.box} fill="var(--surface-2)" stroke="var(--line)" />
      <path d={paths.open} fill="none" stroke="var(--line)" strokeWidth="0.6" />
      {isPicture ? (
        <g>
          <clipPath id={clip}>
            <path d={paths.here} data-look="here" />
          </clipPath>
          <clipPath id={`${clip}-gone`}>
            <path d={paths.sent + paths.acknowledged} />
          </clipPath>
          <image href={picture} {...grid.box} preserveAspectRatio="none" clipPath={`url(#${clip})`} />
          <image
            href={picture}
            {...grid.box}
            preserveAspectRatio="none"
            opacity="0.35"
            clipPath={`url(#${clip}-gone)`}
          />
        </g>
      ) : (
        <g>
          <path
            d={paths.here}
            data-look="here"
            fill={`var(--${transport})`}
            stroke="var(--card)"
            strokeWidth="0.8"
          />
          <path
            d={paths.sent + paths.acknowledged}
            fill={`var(--${transport})`}
            fillOpacity="0.3"
            stroke="var(--card)"
            strokeWidth="0.8"
          />
        </g>
      )}
      <path d={paths.held} fill="var(--buffer)" stroke="var(--card)" strokeWidth="0.6" />
      <path
        d={paths.hole}
        data-look="hole"
        fill="none"
        stroke="var(--loss)"
        strokeWidth="1.4"
        strokeDasharray="3 2"
      />
    </g>
  );
}

/** Width by height of a picture, null until it is known or when it is none. */
function useAspect(picture: string | null): number | null {
  const [known, setKnown] = useState<{ readonly picture: string; readonly aspect: number } | null>(null);
  useEffect(() => {
    if (picture === null) return undefined;
    const image = new Image();
    image.addEventListener('load', () => {
      if (image.naturalHeight > 0) setKnown({ picture, aspect: image.naturalWidth / image.naturalHeight });
    });
    image.src = picture;
    return () => {
      image.src = '';
    };
  }, [picture]);
  return known?.picture === picture ? known.aspect : null;
}
