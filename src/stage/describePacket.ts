import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenePacket } from './sceneTypes';

type Described = Pick<ScenePacket, 'face' | 'transport' | 'isDamaged' | 'state'>;

/** One short line about a packet in flight, for those who do not see it. */
export function useDescribePacket(): (packet: Described) => string {
  const { t } = useTranslation();
  return useCallback(
    (packet) => {
      const { face, transport, isDamaged, state } = packet;
      const parts = [nameOf(packet)];
      if (face.again > 0) parts.push(t('stage.again', { count: face.again }));
      if (face.isTwin) parts.push(t('stage.twin'));
      if (face.duplicateAck > 0) parts.push(t('stage.duplicateAck', { count: face.duplicateAck }));
      if (isDamaged) parts.push(t('stage.damaged'));
      if (state === 'falling') parts.push(t('stage.lost'));
      if (state === 'late') parts.push(t('stage.late'));
      return parts.join(', ');

      function nameOf({
        face: { paper, piece, text, acknowledgment, signal, icmp, question },
      }: Described): string {
        const name = transport.toUpperCase();
        if (paper === 'letter' || paper === 'postcard')
          return t('stage.piecePacket', { transport: name, piece, text });
        if (paper === 'card') return t('stage.dnsPacket', { question });
        if (paper === 'stub') return t('stage.ackPacket', { acknowledgment });
        if (paper === 'signal') return t('stage.signalPacket', { signal: signal ?? '' });
        if (paper === 'box') return t('stage.rawPacket', { text });
        if (paper === 'tag') return t('stage.arpPacket', { question });
        return paper === 'slip' ? t('stage.icmpPacket', { icmp }) : t('stage.unknownPacket');
      }
    },
    [t],
  );
}
