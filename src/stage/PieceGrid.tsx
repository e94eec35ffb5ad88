import { useEffect, useMemo, useRef, useState } from 'react';
import type { Transport } from '../experiment/experiment';
import { gridOf } from './grid';
import type { Message } from './message';
import { Cells, writeCells } from './PieceCells';
import type { PieceLook } from './pieceLooks';
import type { Box } from './plan';
import { type SceneStore, useSceneRewrite } from './sceneStore';
import type { Scene } from './sceneTypes';

interface PieceGridProps {
  readonly store: SceneStore;
  /** Unique on the page. */
  readonly id: string;
  readonly message: Message;
  readonly box: Box;
  readonly picture: string | null;
  /** The looks of all pieces, as places in `PIECE_LOOKS`; the same array as long as nothing has changed. */
  readonly read: (scene: Scene) => Uint8Array;
  readonly transport: Transport;
}

/** A picture appearing block by block, or the map of a file's blocks. */
export function PieceGrid({ store, id, message, box, picture, read, transport }: PieceGridProps) {
  const aspect = useAspect(picture);
  const { x, y, width, height } = box;
  // The same grid as long as its room is the same: only then need what did not change not be drawn again.
  const grid = useMemo(
    () => gridOf(message.pieces, { x, y, width, height }, aspect),
    [message.pieces, x, y, width, height, aspect],
  );
  const root = useRef<SVGGElement>(null);
  useSceneRewrite(store, read, (looks, before) => writeCells(root.current!, grid, looks, before));
  const cells = (shown: PieceLook) => <Cells pieces={message.pieces} shown={shown} />;
  const isPicture = picture !== null && aspect !== null;
  const clip = `${id}-clip`;
  return (
    <g ref={root}>
      <rect {...grid.box} fill="var(--surface-2)" stroke="var(--line)" />
      <g fill="none" stroke="var(--line)" strokeWidth="0.6">
        {cells('open')}
      </g>
      {isPicture ? (
        <g>
          <clipPath id={clip}>{cells('here')}</clipPath>
          <clipPath id={`${clip}-gone`}>
            {cells('sent')}
            {cells('acknowledged')}
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
          <g fill={`var(--${transport})`} stroke="var(--card)" strokeWidth="0.8">
            {cells('here')}
            <g fillOpacity="0.3">
              {cells('sent')}
              {cells('acknowledged')}
            </g>
          </g>
        </g>
      )}
      <g fill="var(--buffer)" stroke="var(--card)" strokeWidth="0.6">
        {cells('held')}
      </g>
      <g fill="none" stroke="var(--loss)" strokeWidth="1.4" strokeDasharray="3 2">
        {cells('hole')}
      </g>
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
