import type { TFunction } from 'i18next';
import type { DoorReason } from '../trace/doorReason';

/** What some of the sentences name. */
const NONE = { port: 0, address: '', inside: '', outside: '' };

/** The sentence for what happened at a door or in an address translation. */
export function doorReasonWords(t: TFunction, reason: DoorReason): string {
  const transport = 'transport' in reason ? reason.transport.toUpperCase() : '';
  return t(`panels.doors.${reason.kind}`, { ...NONE, ...reason, transport });
}
