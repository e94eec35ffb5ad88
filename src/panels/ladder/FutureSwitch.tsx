import { Segmented } from '../../ui/Segmented';
import { useWords } from '../useWords';

/** Which future's ladder is drawn. */
export type Future = 'here' | 'both' | 'other';

/** Chooses among the futures, where there are two; side by side only where there can be room. */
export function FutureSwitch({
  future,
  hasBoth,
  onChoose,
}: {
  readonly future: Future;
  /** There is room for both, or it can be made. */
  readonly hasBoth: boolean;
  readonly onChoose: (future: Future) => void;
}) {
  const { t } = useWords();
  const futures: readonly Future[] = hasBoth ? ['here', 'both', 'other'] : ['here', 'other'];
  return (
    <Segmented
      label={t('panels.ladderTools.futures')}
      value={future}
      options={futures.map((value) => ({ value, content: t(`panels.ladderTools.${value}`) }))}
      onChange={onChoose}
    />
  );
}
