/** What the ends of the model of QUIC do, by the kinds of StreamReason. */
export const streamReasons = {
  streamHello: 'The handshake begins; the datagram is filled up to 1200 bytes.',
  streamHandshake: 'The rest of the handshake: certificate and proof, or the closing Finished.',
  streamData: 'Bytes of stream {{stream}} go in packet {{number}}.',
  streamDataAgain: 'Bytes of stream {{stream}} go again, in a new packet: number {{number}}.',
  streamAcknowledged: 'It says which packets have come, up to number {{number}}.',
  streamProbe: 'Nobody answered in time, so packet {{number}} asks.',
  streamHandshakeDone: 'The server says that the handshake is over.',
  streamClosing: 'It is not needed any more, so it is closed.',
  streamsReady: 'The handshake is over after one round trip, so streams can be used.',
  streamPacketLost:
    'Packet {{number}} counts as lost: {{why}} The congestion window is {{windowBytes}} bytes now.',
} as const;

/** Why a packet counts as lost. */
export const streamLosses = {
  overtaken: 'three later ones have arrived.',
  late: 'a later one has arrived, and its time is over.',
} as const;
