/** What programs do and are told on the way to a page; `load` counts the page loads of a run from 0. */
export type WebReason =
  | { readonly kind: 'pageAsked'; readonly load: number; readonly url: string }
  | { readonly kind: 'nameFound'; readonly load: number; readonly name: string; readonly address: string }
  | { readonly kind: 'connectionOpening'; readonly load: number }
  | { readonly kind: 'connectionReused'; readonly load: number }
  /** The address before had its time, or has failed: `address` is tried next. */
  | {
      readonly kind: 'addressSilent';
      readonly load: number;
      readonly address: string;
      readonly waitedNs: number;
    }
  | {
      readonly kind: 'addressFailed';
      readonly load: number;
      readonly address: string;
      readonly failure: PageFailure;
    }
  /** Another address was faster. */
  | { readonly kind: 'addressLeft'; readonly load: number }
  | { readonly kind: 'tlsFinished'; readonly load: number }
  | { readonly kind: 'requestSent'; readonly load: number; readonly target: string }
  | {
      readonly kind: 'responseReceived';
      readonly load: number;
      readonly target: string;
      readonly status: number;
      readonly bytes: number;
      readonly afterNs: number;
    }
  | { readonly kind: 'pageLoaded'; readonly load: number; readonly bytes: number; readonly afterNs: number }
  | { readonly kind: 'pageFailed'; readonly load: number; readonly failure: PageFailure }
  | { readonly kind: 'requestReceived'; readonly method: string; readonly target: string }
  | { readonly kind: 'responseSent'; readonly status: number; readonly bytes: number }
  | { readonly kind: 'idleTooLong'; readonly idleNs: number };

/** Why a page could not be had. */
export type PageFailure =
  | 'noResolver'
  | 'noSuchName'
  | 'noData'
  | 'serverFailed'
  | 'timedOut'
  | 'connectionRefused'
  | 'connectionReset'
  | 'connectionClosed'
  | 'gaveUp'
  | 'badAnswer';
