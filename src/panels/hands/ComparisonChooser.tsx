import { comparisonsOf, possibleComparison } from '../../experiment/comparison';
import { Segmented } from '../../ui/Segmented';
import { useWords } from '../useWords';
import type { HandActions, HandsState } from './handActions';

/** Which other future stands beside this one. */
export function ComparisonChooser({
  state,
  hands,
}: {
  readonly state: HandsState;
  readonly hands: HandActions;
}) {
  const { t } = useWords();
  const { street } = state;
  const chosen = possibleComparison(street, state.comparison);
  const kinds = comparisonsOf(street).filter((kind) => kind !== 'one' || chosen.kind === 'one');
  const choose = (kind: (typeof kinds)[number]): void => {
    if (kind !== 'one') hands.compare({ kind });
  };
  return (
    <Segmented
      label={t('hands.compare.with')}
      value={chosen.kind}
      options={kinds.map((value) => ({ value, content: t(`hands.compare.kind.${value}`) }))}
      onChange={choose}
    />
  );
}
