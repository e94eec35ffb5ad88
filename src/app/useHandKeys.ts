import { useMemo } from 'react';
import { ACTS, type ActKind, canTouch, touchesOf, usualAct } from '../panels/hands/touches';
import { type KeyHandlers, useKeys } from '../playback/useKeys';
import { handsOn } from './hands';
import type { Session } from './session';

/** Lets keys do to the chosen packet what hands can do. */
export function useHandKeys(session: Session): void {
  useKeys(
    useMemo((): KeyHandlers => {
      const hands = handsOn(session);
      const act = (kind: ActKind): void => {
        const { run } = session.experiment.getState();
        const packet = session.view.getState().selected;
        const timeNs = session.playback.playhead.get();
        if (!run || !packet || !canTouch(run, packet, timeNs, kind)) return;
        hands.perform(touchesOf(run, packet, timeNs, usualAct(run, packet, kind), false));
      };
      return Object.fromEntries(ACTS.map((kind) => [kind, () => act(kind)]));
    }, [session]),
  );
}
