import type { DnsReason } from './dnsReason';
import type { Reason } from './reason';
import { at, type RfcSection } from './rfcSection';

/** The RFC sections behind what programs that deal with names do and are told. */
export const DNS_SOURCES: { readonly [K in DnsReason['kind']]: RfcSection } = {
  nameAsked: at(1034, '5.3.1'),
  nameAskedAgain: at(1035, '4.2.1'),
  nameAskedOverTcp: at(7766, '5'),
  serverAsked: at(1034, '5.3.3'),
  silentServerLeft: at(1035, '7.2'),
  uselessServerLeft: at(1034, '5.3.3'),
  nameAnswered: at(1034, '4.3.2'),
  wildcardAnswered: at(4592, '3.3.1'),
  nameReferred: at(1034, '4.3.2'),
  nameDenied: at(2308, '2.1'),
  dataDenied: at(2308, '2.2'),
  nameRefused: at(1035, '4.1.1'),
  questionUnknown: at(1035, '4.1.1'),
  answerCut: at(2181, '9'),
  answeredFromCache: at(1034, '5.3.3'),
  answeredFromSearch: at(1034, '4.3.1'),
  deniedFromCache: at(2308, '5'),
  deniedFromSearch: at(1034, '4.3.1'),
  searchFailed: at(1035, '4.1.1'),
  recordsCached: at(1034, '3.6'),
  absenceCached: at(2308, '5'),
  ttlOver: at(1035, '3.2.1'),
  nameLookedUp: at(1034, '5.2.1'),
  nameAbsent: at(2308, '2.1'),
  dataAbsent: at(2308, '2.2'),
  lookupFailed: at(1034, '5.2.1'),
  lookupTimedOut: at(1034, '5.2.1'),
};

/** Whether it is about names. */
export function isDnsReason(reason: Reason): reason is DnsReason {
  return reason.kind in DNS_SOURCES;
}
