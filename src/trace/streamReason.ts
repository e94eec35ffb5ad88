/** What the two ends of the model of QUIC do and notice; `number` is a packet number. */
export type StreamReason =
  // Why a datagram was sent
  | { readonly kind: 'streamHello' }
  | { readonly kind: 'streamHandshake' }
  | { readonly kind: 'streamData'; readonly stream: number; readonly number: number }
  | { readonly kind: 'streamDataAgain'; readonly stream: number; readonly number: number }
  | { readonly kind: 'streamAcknowledged'; readonly number: number }
  | { readonly kind: 'streamProbe'; readonly number: number }
  | { readonly kind: 'streamHandshakeDone' }
  | { readonly kind: 'streamClosing' }
  // What it is told
  | { readonly kind: 'streamsReady'; readonly load: number }
  | {
      readonly kind: 'streamPacketLost';
      readonly number: number;
      readonly by: 'overtaken' | 'late';
      readonly windowBytes: number;
    };
