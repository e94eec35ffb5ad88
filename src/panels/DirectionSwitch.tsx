import type { SendingEnd } from '../trace/belief';
import { Segmented } from '../ui/Segmented';
import { useWords } from './useWords';

/** Chooses one of a connection's two directions by the names of its hosts. */
export function DirectionSwitch({
  names: [opener, peer],
  direction,
  onDirection,
}: {
  /** The opener's host and its peer's. */
  readonly names: readonly [string, string];
  readonly direction: SendingEnd;
  readonly onDirection: (direction: SendingEnd) => void;
}) {
  const { t } = useWords();
  return (
    <Segmented
      label={t('windowPanel.direction')}
      value={direction}
      options={[
        { value: 'opener', content: t('windowPanel.way', { from: opener, to: peer }) },
        { value: 'peer', content: t('windowPanel.way', { from: peer, to: opener }) },
      ]}
      onChange={onDirection}
    />
  );
}
