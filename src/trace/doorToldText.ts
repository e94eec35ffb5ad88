import type { DoorReason } from './doorReason';

/** What happened at a door or in an address translation, for the transcript. */
export function doorToldText(reason: DoorReason): string {
  switch (reason.kind) {
    case 'doorProbed':
    case 'doorOpen':
    case 'doorClosed':
    case 'doorFiltered':
    case 'doorSilent':
      return `${reason.address} ${reason.transport} ${reason.port} ${DOOR_WORDS[reason.kind]}`;
    case 'natMapped':
    case 'natForward':
      return `${reason.inside} as ${reason.outside}`;
    case 'filtered':
    case 'echoed':
    case 'natOutbound':
    case 'natInbound':
    case 'natNoMapping':
    case 'natNoPorts':
    case 'natFragmentAlone':
    case 'natFragmentHeld':
    case 'natIdle':
      return reason.kind;
  }
}

const DOOR_WORDS = {
  doorProbed: 'probed',
  doorOpen: 'open',
  doorClosed: 'closed',
  doorFiltered: 'filtered',
  doorSilent: 'open|filtered',
} as const;
