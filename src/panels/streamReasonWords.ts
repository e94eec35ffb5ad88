import type { TFunction } from 'i18next';
import type { StreamReason } from '../trace/streamReason';

/** The sentence for what an end of the model of QUIC did or noticed. */
export function streamReasonWords(t: TFunction, reason: StreamReason): string {
  return t(`panels.stream.${reason.kind}`, {
    stream: 0,
    number: 0,
    windowBytes: 0,
    ...reason,
    why: 'by' in reason ? t(`panels.streamLosses.${reason.by}`) : '',
  });
}
