import type { TFunction } from 'i18next';
import type { Announcement } from '../../trace/announcements';
import { packetName } from '../packetName';
import type { DrawnArrow } from './drawing';
import type { LifeNote } from './lifeNotes';

/** More blocks than these are only counted; where room is tight, all but the newest. */
const BLOCKS_WRITTEN = 2;

/** The words on an arrow: its name, short where room is tight, what it announces, and what became of it. */
export function arrowWords(
  t: TFunction,
  { facts, arrow, announced, hasFateRoom, hasNameRoom }: DrawnArrow,
  isTight: boolean,
): { readonly name: string; readonly detail: string; readonly fate: string } {
  // Between two life lines an ICMP message has only room for its numbers.
  const isShort = facts.icmp && !arrow.spot;
  // The column that it leaves says whose message it is.
  const named = arrow.spot && isTight ? { ...facts, flow: 0 } : facts;
  const name = isShort ? t('panels.packet.icmp', facts.icmp) : packetName(t, named, isTight);
  return {
    name: hasNameRoom ? name : '',
    detail: hasNameRoom && announced ? announcementWords(t, announced, isTight ? 1 : BLOCKS_WRITTEN) : '',
    fate: hasFateRoom ? fateWord(t, arrow.ending) : '',
  };
}

/** `SACK 22–37`, `rwnd 8000`, or both: what is new to the peer. */
export function announcementWords(
  t: TFunction,
  { sack, isWindowNew, windowBytes }: Announcement,
  mostBlocks = Number.POSITIVE_INFINITY,
): string {
  const blocks = sack.slice(0, mostBlocks).map(({ start, end }) => `${start}\u2013${end}`);
  const more = sack.length - blocks.length;
  return [
    ...(blocks.length > 0 ? [`SACK ${blocks.join(', ')}${more > 0 ? ` +${more}` : ''}`] : []),
    ...(isWindowNew ? [t('panels.ladderTools.window', { bytes: windowBytes })] : []),
  ].join(' · ');
}

/** What stands beside a life line: a state as the RFC writes it, or that a timer ran out. */
export function noteWords(t: TFunction, note: LifeNote): string {
  return note.kind === 'state' ? note.state : t(`panels.ladderTools.timer.${note.timer}`);
}

function fateWord(t: TFunction, ending: DrawnArrow['arrow']['ending']): string {
  if (ending === 'lost') return t('panels.ladder.short.lost');
  return ending === 'dropped' ? t('panels.ladder.short.dropped') : '';
}
