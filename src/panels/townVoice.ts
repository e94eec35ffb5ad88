import type { TFunction } from 'i18next';
import { ICMP_TYPE } from '../wire/icmp';
import type { TownVoice, VoiceWords } from '../playback/townVoice';
import type { Reason, ReasonKind } from '../trace/reason';
import type { Run } from '../trace/run';
import type { News } from '../trace/townNews';
import { type Tally, townSummary, type TownSummary } from '../trace/townSummary';
import { interventionWords } from './interventionWords';
import { type PacketLabel, packetLabelOf } from './packetLabel';
import { packetName } from './packetName';
import { reasonWords } from './reasonWords';

/** What happens in a town, sentence by sentence, in the words that the instruments use. */
export const townVoice: TownVoice = { news: newsWords, end: endWords };

function newsWords(words: VoiceWords, run: Run, news: News): string {
  const { t } = words;
  const { kind, from, to, reason } = news;
  if (kind === 'command') return commandWords(words, run, news);
  const label = news.packet < 0 ? undefined : packetLabelOf(run, { lane: 0, packet: news.packet });
  const what = label ? spokenName(t, kind === 'again' ? { ...label, again: 0 } : label) : '';
  const why = reasonWords(t, reason);
  switch (kind) {
    case 'dropped':
      return from === to
        ? t('townNews.dropped', { where: from, what, why })
        : t('townNews.queueFull', { from, to, what });
    case 'told':
      return t('townNews.told', { where: from, why });
    case 'back':
      return t('townNews.back', { where: from, what, timeToLive: timeToLiveAt(run, news) });
    case 'cut':
    case 'whole':
      return t(`townNews.${kind}`, { where: from, what });
    case 'sent':
      return t(label && tellsOfAnother(label, reason) ? 'townNews.note' : 'townNews.sent', {
        from,
        to,
        what,
        why,
      });
    case 'lost':
      if (STOPPED.has(reason.kind)) return t('townNews.stopped', { from, to, what, why });
      return t(reason.kind === 'byHand' ? 'townNews.byHand.lost' : 'townNews.lost', { from, to, what });
    case 'corrupted':
    case 'doubled':
      return t(`townNews.${reason.kind === 'byHand' ? 'byHand.' : ''}${kind}`, { from, to, what });
    case 'held':
    case 'yielded':
    case 'rescued':
      return t(`townNews.byHand.${kind}`, { from, to, what });
    case 'first':
    case 'again':
    case 'connected':
    case 'delayed':
    case 'detoured':
      return t(`townNews.${kind}`, { from, to, what, why });
  }
}

/** How many hops the packet has left. */
function timeToLiveAt({ traces }: Run, { event: number }: News): number {
  const event = traces[0]!.event(number);
  return event.kind === 'packetForwarded' ? event.timeToLive : 0;
}

/** What a person did to a road or a house; to a packet, before that has come by. */
function commandWords(words: VoiceWords, run: Run, { event: number }: News): string {
  const event = run.traces[0]!.event(number);
  const command = event.kind === 'commandApplied' ? run.experiment.commands[event.command] : undefined;
  if (!command) return words.t('playback.caption.command');
  return words.t('townNews.byHand.command', { what: interventionWords(words, command, [run]) });
}

/** Losses that are nothing of chance. */
const STOPPED: ReadonlySet<ReasonKind> = new Set<ReasonKind>(['linkCut', 'poweredOff']);

/** Its reason is what became of the packet that it answers: an ICMP error, or the RST of a closed port. */
function tellsOfAnother({ sort, icmp }: PacketLabel, reason: Reason): boolean {
  const isError = icmp !== null && icmp.type !== ICMP_TYPE.echoRequest && icmp.type !== ICMP_TYPE.echoReply;
  return isError || (sort === 'rst' && reason.kind === 'portClosed');
}

/** A bare number would be heard as so many packets. */
function spokenName(t: TFunction, label: PacketLabel): string {
  const { sort, piece, flow, dns, again, isDouble, raw } = label;
  if (raw?.text) return t('townNews.quoted', { text: raw.text });
  const isPiece = piece >= 0 && dns === null && !isDouble && (sort === 'data' || sort === 'datagram');
  if (!isPiece) return packetName(t, label);
  const number = piece + 1;
  const name =
    flow > 0 ? t('townNews.pieceOfFlow', { number, flow: flow + 1 }) : t('townNews.piece', { number });
  const text = label.text === '' ? '' : label.text.trim() || t('panels.packet.space');
  const what = text === '' ? name : t('townNews.pieceText', { name, text });
  return again > 0 ? t('townNews.resent', { what }) : what;
}

function endWords(t: TFunction, run: Run): string {
  const summary = townSummary(run);
  if (!summary) return '';
  const { echoes, names, pages, messages, packets, isCutOff } = summary;
  const isIdle = [echoes, names, pages, messages].every((tally) => tally === null);
  // Nobody was there to begin: an end would be a riddle.
  if (packets === 0 && isIdle) return t('townNews.end.nothing');
  const said = t('townNews.end.all', { parts: tallyWords(t, summary) });
  return isCutOff ? t('townNews.end.cutOff', { said }) : said;
}

/** How much of what a town's apps tried came about, and what that took. */
export function tallyWords(t: TFunction, summary: TownSummary): string {
  const { echoes, names, pages, messages, packets, lost } = summary;
  const tally = (key: 'echoes' | 'names' | 'pages' | 'messages', value: Tally | null): string[] =>
    value ? [t(`townNews.end.${key}`, { done: value.done, of: value.of })] : [];
  return [
    ...tally('pages', pages),
    ...tally('names', names),
    ...tally('messages', messages),
    ...tally('echoes', echoes),
    t('townNews.end.packets', { packets, lost }),
  ].join(' · ');
}
