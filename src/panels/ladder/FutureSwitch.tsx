import { Segmented } from '../../ui/Segmented';
import { useWords } from '../useWords';

/** Which future's ladder is drawn. */
export type Future = 'here' | 'both' | 'other';

/** Chooses among the futures, where there are two; side by side only where there is room. */
export function FutureSwitch({
  future,
  isWide,
  onChoose,
}: {
  readonly future: Future;
  readonly isWide: boolean;
  readonly onChoose: (future: Future) => void;
}) {
  const { t } = useWords();
  const futures: readonly Future[] = isWide ? ['here', 'both', 'other'] : ['here', 'other'];
  return (
    <Segmented
      label={t('panels.ladderTools.futures')}
      value={future}
      options={futures.map((value) => ({ value, content: t(`panels.ladderTools.${value}`) }))}
      onChange={onChoose}
    />
  );
}
