import type { WebReason } from './webReason';

/** What happened on the way to a page, for the transcript; page loads are counted from 1. */
export function webToldText(reason: WebReason): string {
  switch (reason.kind) {
    case 'pageAsked':
      return `page ${reason.load + 1} is ${reason.url}`;
    case 'nameFound':
      return `${reason.name} is ${reason.address}`;
    case 'connectionOpening':
      return `page ${reason.load + 1} needs a connection`;
    case 'connectionReused':
      return `page ${reason.load + 1} takes an open connection`;
    case 'addressSilent':
      return `no answer in ${reason.waitedNs / 1e6} ms, tries ${reason.address} as well`;
    case 'addressFailed':
      return `${reason.failure}, tries ${reason.address} next`;
    case 'addressLeft':
      return 'gives this attempt up, another address answered first';
    case 'tlsFinished':
      return 'TLS handshake finished';
    case 'requestSent':
      return `asks for ${reason.target}`;
    case 'responseReceived':
      return `${reason.status} for ${reason.target}: ${reason.bytes} bytes in ${reason.afterNs / 1e6} ms`;
    case 'pageLoaded':
      return `page ${reason.load + 1} complete: ${reason.bytes} bytes in ${reason.afterNs / 1e6} ms`;
    case 'pageFailed':
      return `page ${reason.load + 1} failed: ${reason.failure}`;
    case 'requestReceived':
      return `was asked ${reason.method} ${reason.target}`;
    case 'responseSent':
      return `answers ${reason.status} with ${reason.bytes} bytes`;
    case 'idleTooLong':
      return `closes after ${reason.idleNs / 1e9} s without a request`;
  }
}
