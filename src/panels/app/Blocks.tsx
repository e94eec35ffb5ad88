import { type ReactNode, useEffect, useState } from 'react';
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
  const url = usePictureUrl(payload);
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
      role="img"
      aria-label={label}
      className={styles['blocks']}
      data-picture={url !== null || undefined}
      style={{
        gridTemplateColumns: `repeat(${columns}, 1fr)`,
        ...(url === null ? {} : { backgroundImage: `url(${url})` }),
      }}
    >
      {Array.from({ length: cells }, (_, cell) => (
        <span key={cell} className={styles['block']} data-here={isHere(cell) || undefined} />
      ))}
    </div>
  );
}

/** An address for the picture that is sent, as long as it is shown. */
function usePictureUrl({ kind, mediaType, bytes }: Payload): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (kind !== 'picture') return undefined;
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setUrl(made);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [kind, mediaType, bytes]);
  return url;
}
