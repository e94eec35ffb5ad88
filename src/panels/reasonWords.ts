import type { TFunction } from 'i18next';
import type { Reason } from '../trace/reason';

/** The sentence for a reason, with its numbers; pieces and rules are counted from 1. */
export function reasonWords(t: TFunction, reason: Reason): string {
  switch (reason.kind) {
    case 'pieceDue':
    case 'appWrote':
      return t(`panels.reasons.${reason.kind}`, { piece: reason.piece + 1 });
    case 'appTimerExpired':
      return t('panels.reasons.appTimerExpired', { ms: reason.timerNs / 1_000_000 });
    case 'appAcknowledged':
    case 'appFilteredDouble':
      return t(`panels.reasons.${reason.kind}`, { piece: reason.block + 1 });
    case 'duplicateAck':
    case 'tripleDuplicateAck':
      return t(`panels.reasons.${reason.kind}`, { nth: reason.count });
    case 'weather':
      return t(`panels.weather.${reason.fate}`);
    case 'rule':
      return t('panels.reasons.rule', { rule: reason.rule + 1 });
    case 'queueFull':
      return t('panels.reasons.queueFull', { limit: reason.limit });
    case 'queueLong':
      return t('panels.reasons.queueLong', { threshold: reason.threshold });
    case 'routed':
      return t('panels.reasons.routed', { prefix: reason.prefix });
    default:
      return t(`panels.reasons.${reason.kind}`);
  }
}
