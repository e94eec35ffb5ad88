import type { TFunction } from 'i18next';
import type { WebReason } from '../trace/webReason';
import { millisecondsOf } from './milliseconds';

/** What some of the sentences name. */
const NONE = { url: '', name: '', address: '', target: '', method: '', status: 0, bytes: 0 };

/** The sentence for what happened on the way to a page, with its figures; page loads are counted from 1. */
export function webReasonWords(t: TFunction, reason: WebReason): string {
  return t(`panels.web.${reason.kind}`, {
    ...NONE,
    ...reason,
    nth: 'load' in reason ? reason.load + 1 : 0,
    ms: 'afterNs' in reason ? millisecondsOf(reason.afterNs) : 0,
    seconds: 'idleNs' in reason ? reason.idleNs / 1_000_000_000 : 0,
    waited: 'waitedNs' in reason ? millisecondsOf(reason.waitedNs) : 0,
    why: 'failure' in reason ? t(`panels.pageFailures.${reason.failure}`) : '',
  });
}
