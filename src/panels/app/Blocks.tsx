import { type ReactNode, useCallback } from 'react';
import type { Payload } from '../../experiment/experiment';
import { useWords } from '../useWords';
import styles from './AppView.module.css';

/** More blocks than this share cells: each is there when all of its blocks are. */
const MOST_CELLS = 400;

interface BlocksProps {
  readonly payload: Payload;
  readonly total: number;
  readonly here: ReadonlySet<number>;
}

/** The blocks at their places; a picture is seen through those that are there. */
export function Blocks({ payload, total, here }: BlocksProps): ReactNode {
  const { t } = useWords();
  const underlay = usePictureUnder(payload);
  const perCell = Math.max(1, Math.ceil(total / MOST_CELLS));
  const cells = Math.ceil(total / perCell);
  const columns = Math.ceil(Math.sqrt(cells * 1.6));
  const isHere = (cell: number): boolean => {
    const last = Math.min(total, (cell + 1) * perCell);
    for (let block = cell * perCell; block < last; block += 1) if (!here.has(block)) return false;
    return true;
  };
  const label = `${here.size} ${t('appView.blockHere')}, ${total - here.size} ${t('appView.blockMissing')}`;
  return (
    <div
      ref={underlay}
      role="img"
      aria-label={label}
      className={styles['blocks']}
      data-picture={payload.kind === 'picture' || undefined}
      style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
    >
      {Array.from({ length: cells }, (_, cell) => (
        <span key={cell} className={styles['block']} data-here={isHere(cell) || undefined} />
      ))}
    </div>
  );
}

/** Lays the picture that is sent under the blocks, for as long as they are shown. */
function usePictureUnder({
  kind,
  mediaType,
  bytes,
}: Payload): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback(
    (element: HTMLElement | null) => {
      if (kind !== 'picture' || !element) return undefined;
      const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
      element.style.setProperty('background-image', `url(${url})`);
      return () => URL.revokeObjectURL(url);
    },
    [kind, mediaType, bytes],
  );
}
