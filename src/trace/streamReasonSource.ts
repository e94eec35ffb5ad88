import type { Reason } from './reason';
import { at, type RfcSection } from './rfcSection';
import type { StreamReason } from './streamReason';

/** The RFC sections behind what the ends of the model of QUIC do. */
export const STREAM_SOURCES: { readonly [K in StreamReason['kind']]: RfcSection } = {
  streamHello: at(9000, '7'),
  streamHandshake: at(9000, '7'),
  streamData: at(9000, '2.2'),
  streamDataAgain: at(9000, '13.3'),
  streamAcknowledged: at(9000, '13.2'),
  streamProbe: at(9002, '6.2.4'),
  streamHandshakeDone: at(9001, '4.1.2'),
  streamClosing: at(9000, '10.2'),
  streamsReady: at(9001, '4.1.1'),
  streamPacketLost: at(9002, '6.1'),
};

/** Whether it is about the model of QUIC. */
export function isStreamReason(reason: Reason): reason is StreamReason {
  return reason.kind in STREAM_SOURCES;
}
