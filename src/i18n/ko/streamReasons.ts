/** What the ends of the model of QUIC do, by the kinds of StreamReason. */
export const streamReasons = {
  streamHello: '핸드셰이크를 시작해요. 데이터그램을 1200바이트까지 채워요.',
  streamHandshake: '핸드셰이크의 나머지예요. 인증서와 증명, 또는 끝맺음(Finished)이에요.',
  streamData: '스트림 {{stream}}의 바이트를 패킷 {{number}}번에 실어요.',
  streamDataAgain: '스트림 {{stream}}의 바이트를 다시 보내요. 새 패킷, {{number}}번이에요.',
  streamAcknowledged: '{{number}}번까지 어떤 패킷이 왔는지 알려요.',
  streamProbe: '제때 답이 없어서 패킷 {{number}}번으로 물어봐요.',
  streamHandshakeDone: '서버가 핸드셰이크가 끝났다고 알려요.',
  streamClosing: '더 쓰지 않아서 닫아요.',
  streamsReady: '왕복 한 번으로 핸드셰이크가 끝나서, 이제 스트림을 쓸 수 있어요.',
  streamPacketLost: '패킷 {{number}}번을 손실로 봐요. {{why}} 혼잡 윈도우는 이제 {{windowBytes}}바이트예요.',
} as const;

/** Why a packet counts as lost. */
export const streamLosses = {
  overtaken: '나중 것 세 개가 이미 도착했어요.',
  late: '나중 것이 도착했고, 기다릴 시간이 지났어요.',
} as const;
