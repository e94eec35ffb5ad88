import type { TFunction } from 'i18next';
import { isDnsReason } from '../trace/dnsReasonSource';
import type { Reason } from '../trace/reason';
import { isDoorReason } from '../trace/doorReasonSource';
import { isStreamReason } from '../trace/streamReasonSource';
import { isWebReason } from '../trace/webReasonSource';
import { dnsReasonWords } from './dnsReasonWords';
import { doorReasonWords } from './doorReasonWords';
import { millisecondsOf } from './milliseconds';
import { streamReasonWords } from './streamReasonWords';
import { webReasonWords } from './webReasonWords';

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
    case 'fragmentationNeeded':
      return t('panels.reasons.fragmentationNeeded', { mtuBytes: reason.mtuBytes });
    case 'routed':
      return t('panels.reasons.routed', { prefix: reason.prefix });
    default:
      return pathWords(t, reason);
  }
}

/** What neighbours ask each other, and what ping and traceroute ask of the way. */
function pathWords(t: TFunction, reason: Reason): string {
  switch (reason.kind) {
    case 'addressUnknown':
    case 'addressHeard':
    case 'neighbourSilent':
      return t(`panels.reasons.${reason.kind}`, { address: reason.address });
    case 'addressAsked':
      return t('panels.reasons.addressAsked', { address: reason.address, nth: reason.nth });
    case 'rawDue':
      return t('panels.reasons.rawDue', { nth: reason.nth });
    case 'rawArrived':
      return reason.text === ''
        ? t('panels.reasons.rawArrived', { nth: reason.nth, bytes: reason.bytes })
        : t('panels.reasons.rawArrivedSays', { nth: reason.nth, text: reason.text });
    case 'protocolUnknown':
      return t('panels.reasons.protocolUnknown', { protocol: reason.protocol });
    case 'heldTooMany':
      return t('panels.reasons.heldTooMany', { limit: reason.limit });
    case 'echoAsked':
      return t('panels.reasons.echoAsked', { nth: reason.sequence });
    case 'echoReplied':
      return t('panels.reasons.echoReplied', {
        nth: reason.sequence,
        ms: millisecondsOf(reason.roundTripNs),
      });
    case 'echoFailed':
      return t('panels.reasons.echoFailed', { nth: reason.sequence, address: reason.address });
    case 'hopProbed':
    case 'hopSilent':
      return t(`panels.reasons.${reason.kind}`, { nth: reason.hop });
    case 'hopFound':
      return t('panels.reasons.hopFound', {
        nth: reason.hop,
        address: reason.address,
        ms: millisecondsOf(reason.roundTripNs),
      });
    case 'pathEnds':
      return t('panels.reasons.pathEnds', { nth: reason.hop, ms: millisecondsOf(reason.roundTripNs) });
    case 'pathBroken':
      return t('panels.reasons.pathBroken', { nth: reason.hop, address: reason.address });
    default:
      if (isDnsReason(reason)) return dnsReasonWords(t, reason);
      if (isDoorReason(reason)) return doorReasonWords(t, reason);
      if (isStreamReason(reason)) return streamReasonWords(t, reason);
      return isWebReason(reason) ? webReasonWords(t, reason) : t(`panels.reasons.${reason.kind}`);
  }
}
