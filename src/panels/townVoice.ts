import type { TFunction } from 'i18next';
import { ICMP_TYPE } from '../wire/icmp';
import type { TownVoice } from '../playback/townVoice';
import type { Reason } from '../trace/reason';
import type { Run } from '../trace/run';
import type { News } from '../trace/townNews';
import { type Tally, townSummary } from '../trace/townSummary';
import { type PacketLabel, packetLabelOf } from './packetLabel';
import { packetName } from './packetName';
import { reasonWords } from './reasonWords';

/** What happens in a town, sentence by sentence, in the words that the instruments use. */
export const townVoice: TownVoice = { news: newsWords, end: endWords };

function newsWords(t: TFunction, run: Run, news: News): string {
  const { kind, from, to, reason } = news;
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
    case 'cut':
    case 'whole':
      return t(`townNews.${kind}`, { where: from, what });
    case 'command':
      return t('playback.caption.command');
    case 'sent':
      return t(label && tellsOfAnother(label, reason) ? 'townNews.note' : 'townNews.sent', {
        from,
        to,
        what,
        why,
      });
    case 'first':
    case 'again':
    case 'connected':
    case 'lost':
    case 'corrupted':
    case 'doubled':
    case 'delayed':
    case 'detoured':
      return t(`townNews.${kind}`, { from, to, what, why });
  }
}

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
  const { echoes, names, pages, messages, packets, lost, isCutOff } = summary;
  const tally = (key: 'echoes' | 'names' | 'pages' | 'messages', value: Tally | null): string[] =>
    value ? [t(`townNews.end.${key}`, { done: value.done, of: value.of })] : [];
  const parts = [
    ...tally('pages', pages),
    ...tally('names', names),
    ...tally('messages', messages),
    ...tally('echoes', echoes),
    t('townNews.end.packets', { packets, lost }),
  ];
  // Nobody was there to begin: an end would be a riddle.
  if (packets === 0 && parts.length === 1) return t('townNews.end.nothing');
  const said = t('townNews.end.all', { parts: parts.join(' · ') });
  return isCutOff ? t('townNews.end.cutOff', { said }) : said;
}
