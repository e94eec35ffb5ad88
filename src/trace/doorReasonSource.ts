import type { DoorReason } from './doorReason';
import type { Reason } from './reason';
import { at, type RfcSection } from './rfcSection';

/** The RFC sections behind what happens at doors and in an address translation. */
export const DOOR_SOURCES: { readonly [K in DoorReason['kind']]: RfcSection | null } = {
  filtered: at(1812, '5.3.9'),
  echoed: at(862, 'UDP Based Echo Service'),
  doorProbed: null,
  doorOpen: null,
  doorClosed: at(1122, '4.1.3.1'),
  doorFiltered: at(1812, '5.3.9'),
  doorSilent: at(768, 'User Interface'),
  natOutbound: at(3022, '2.2'),
  natInbound: at(3022, '2.2'),
  natNoMapping: at(4787, '5'),
  natNoPorts: at(3022, '2.2'),
  natFragmentAlone: at(4787, '11'),
  natFragmentHeld: at(4787, '11'),
  natMapped: at(4787, '4.1'),
  natForward: at(3022, '2.2'),
  natIdle: at(4787, '4.3'),
};

/** Where TCP has a rule of its own. */
export const TCP_DOOR_SOURCES: Partial<Record<DoorReason['kind'], RfcSection>> = {
  echoed: at(862, 'TCP Based Echo Service'),
  doorOpen: at(9293, '3.5'),
  doorClosed: at(9293, '3.5.2'),
};

/** Whether it is about doors or an address translation. */
export function isDoorReason(reason: Reason): reason is DoorReason {
  return reason.kind in DOOR_SOURCES;
}
