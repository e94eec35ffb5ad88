import { lazy, type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { handsOn } from './hands';
import type { InstrumentProps } from './instrumentProps';

const Hands = lazy(async () => ({ default: (await import('../panels/Hands')).Hands }));

/** What was done to the run and can be done, with the session's state. */
export function HandsInstrument({ session, ...pointing }: InstrumentProps): ReactNode {
  const hands = useMemo(() => handsOn(session), [session]);
  const { street, comparison, other, otherStreet, history } = useStore(session.experiment);
  const canUndo = history.past.length > 0;
  const canRedo = history.future.length > 0;
  return (
    <Hands {...pointing} state={{ street, comparison, other, otherStreet, canUndo, canRedo }} hands={hands} />
  );
}
