import type { TFunction } from 'i18next';
import type { PacketLabel } from './packetLabel';

/** More of what an app put into IP itself does not fit onto an arrow. */
const LONGEST_TEXT = 12;

/** The short name of a packet as it stands on an arrow: `3 · L`, `ACK 17 · dup #2`, `re 3 · L`; shorter still when `isTight`. */
export function packetName(t: TFunction, facts: PacketLabel, isTight = false): string {
  const name = isTight && facts.duplicateAck > 0 ? tightDuplicate(t, facts) : plainName(t, facts);
  const named = facts.again > 0 ? t('panels.packet.again', { name }) : name;
  return facts.isDouble ? t('panels.packet.double', { name: named }) : named;
}

function tightDuplicate(t: TFunction, { acknowledgment: ack, duplicateAck: nth }: PacketLabel): string {
  return t('panels.packet.duplicateAckTight', { ack, nth });
}

function plainName(t: TFunction, facts: PacketLabel): string {
  const { sequence: seq, acknowledgment: ack } = facts;
  switch (facts.sort) {
    case 'syn':
      return t('panels.packet.syn', { seq });
    case 'synAck':
      return t('panels.packet.synAck', { ack });
    case 'fin':
      return facts.piece >= 0
        ? t('panels.packet.finPiece', { name: pieceName(t, facts) })
        : t('panels.packet.fin', { seq });
    case 'rst':
      return t('panels.packet.rst');
    case 'ack':
      return facts.duplicateAck > 0
        ? t('panels.packet.duplicateAck', { ack, nth: facts.duplicateAck })
        : t('panels.packet.ack', { ack });
    case 'data':
    case 'datagram':
      return pieceName(t, facts);
    case 'icmp':
      return icmpName(t, facts);
    case 'arp':
      return arpName(t, facts);
    case 'raw':
      return rawName(t, facts);
    case 'unreadable':
      return t('panels.packet.unreadable');
  }
}

/** What is no piece of a message is known by its length; a piece of another message than the first by that too. */
function pieceName(t: TFunction, { flow, piece, text, dataBytes, dns, web }: PacketLabel): string {
  if (dns !== null) return dns;
  if (piece < 0 && web !== null) return web;
  if (piece < 0) return t('panels.packet.bytes', { bytes: dataBytes });
  const name = ownPieceName(t, piece, text);
  return flow > 0 ? t('panels.packet.ofFlow', { flow: flow + 1, name }) : name;
}

function ownPieceName(t: TFunction, piece: number, text: string): string {
  const number = piece + 1;
  if (text !== '' && text.trim() === '') {
    return t('panels.packet.pieceText', { number, text: t('panels.packet.space') });
  }
  return text === '' ? t('panels.packet.piece', { number }) : t('panels.packet.pieceText', { number, text });
}

function icmpName(t: TFunction, { icmp }: PacketLabel): string {
  if (!icmp) return t('panels.packet.unreadable');
  if (icmp.type === 8) return t('panels.packet.icmpEcho');
  if (icmp.type === 0) return t('panels.packet.icmpEchoReply');
  if (icmp.type === 11) return t('panels.packet.icmpTime');
  if (icmp.type === 3 && icmp.code === 3) return t('panels.packet.icmpPort');
  if (icmp.type === 3 && icmp.code === 1) return t('panels.packet.icmpHost');
  if (icmp.type === 3 && icmp.code === 0) return t('panels.packet.icmpNetwork');
  return t('panels.packet.icmp', icmp);
}

function arpName(t: TFunction, { arp }: PacketLabel): string {
  if (!arp) return t('panels.packet.unreadable');
  return t(arp.isRequest ? 'panels.packet.arpRequest' : 'panels.packet.arpReply', { address: arp.address });
}

function rawName(t: TFunction, { raw, dataBytes }: PacketLabel): string {
  const text = raw?.text ?? '';
  return text === '' || text.length > LONGEST_TEXT ? t('panels.packet.bytes', { bytes: dataBytes }) : text;
}
