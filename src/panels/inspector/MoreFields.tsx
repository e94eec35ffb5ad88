import { Button } from '../../ui/Button';
import { useWords } from '../useWords';
import styles from './Inspector.module.css';
import type { ShownLayer } from './shownLayers';
import { foldedCount, type TaughtFields } from './taughtFields';

/** Unfolds the fields that a lesson has not told of yet, and folds them away again; nothing where there are none. */
export function MoreFields({
  layers,
  taught,
  isUnfolded,
  onUnfold,
}: {
  readonly layers: readonly ShownLayer[];
  readonly taught: TaughtFields;
  readonly isUnfolded: boolean;
  readonly onUnfold: (isUnfolded: boolean) => void;
}) {
  const { t } = useWords();
  const count = foldedCount(layers, taught);
  if (count === 0) return null;
  return (
    <Button look="quiet" className={styles['more'] ?? ''} onClick={() => onUnfold(!isUnfolded)}>
      {isUnfolded ? t('panels.inspector.fewer') : t('panels.inspector.more', { count })}
    </Button>
  );
}
