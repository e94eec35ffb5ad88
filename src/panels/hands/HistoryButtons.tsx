import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { useWords } from '../useWords';
import type { HandActions, HandsState } from './handActions';

interface HistoryButtonsProps {
  readonly state: Pick<HandsState, 'canUndo' | 'canRedo'>;
  readonly hands: Pick<HandActions, 'undo' | 'redo'>;
}

/** One step back and one forward through what was done. */
export function HistoryButtons({ state, hands }: HistoryButtonsProps) {
  const { t } = useWords();
  return (
    <>
      <Button disabled={!state.canUndo} onClick={hands.undo}>
        <Icon name="undo" />
        {t('hands.undo')}
      </Button>
      <Button disabled={!state.canRedo} onClick={hands.redo}>
        <Icon name="redo" />
        {t('hands.redo')}
      </Button>
    </>
  );
}
