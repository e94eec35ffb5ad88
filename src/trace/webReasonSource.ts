import type { Reason } from './reason';
import { at, type RfcSection } from './rfcSection';
import type { WebReason } from './webReason';

/** The RFC sections behind what happens on the way to a page. */
export const WEB_SOURCES: { readonly [K in WebReason['kind']]: RfcSection } = {
  pageAsked: at(9110, '4.2'),
  nameFound: at(1034, '5.2'),
  connectionOpening: at(9112, '9.1'),
  connectionReused: at(9112, '9.3'),
  addressSilent: at(8305, '5'),
  addressFailed: at(1123, '2.3'),
  addressLeft: at(8305, '5'),
  tlsFinished: at(8446, '2'),
  requestSent: at(9112, '3'),
  responseReceived: at(9112, '4'),
  pageLoaded: at(9110, '3.5'),
  pageFailed: at(9112, '9.5'),
  requestReceived: at(9112, '3'),
  responseSent: at(9112, '4'),
  idleTooLong: at(9112, '9.5'),
};

/** Whether it is about the way to a page. */
export function isWebReason(reason: Reason): reason is WebReason {
  return reason.kind in WEB_SOURCES;
}
