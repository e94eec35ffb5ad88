/** What happens on the way to a page, by the kinds of WebReason. */
export const webReasons = {
  pageAsked: 'Page {{nth}}: {{url}} was asked for.',
  nameFound: '{{name}} is {{address}}.',
  connectionOpening: 'Page {{nth}} needs a connection to the server.',
  connectionReused: 'Page {{nth}} takes a connection that is open already.',
  addressSilent:
    'No answer within {{waited}} ms, so page {{nth}} tries the next address, {{address}}, as well.',
  addressFailed: 'This address does not do: {{why}} Page {{nth}} tries the next one, {{address}}.',
  addressLeft: 'Another address answered first, so page {{nth}} gives this attempt up.',
  tlsFinished: 'Both sides have their keys, so from here on everything is sealed.',
  requestSent: 'GET {{target}} was written.',
  responseReceived: '{{target}} is here after {{ms}} ms: status {{status}}, {{bytes}} bytes.',
  pageLoaded: 'Page {{nth}} is complete after {{ms}} ms: {{bytes}} bytes.',
  pageFailed: 'Page {{nth}} cannot be shown: {{why}}',
  requestReceived: 'The server read {{method}} {{target}}.',
  responseSent: 'The server answers {{status}} with {{bytes}} bytes.',
  idleTooLong: 'Nothing was asked for {{seconds}} s, so the server closes.',
} as const;

/** Why a page cannot be had, by the kinds of PageFailure. */
export const pageFailures = {
  noResolver: 'there is nobody to ask for the name.',
  noSuchName: 'there is no such name.',
  noData: 'the name has no address.',
  serverFailed: 'the name server could not answer.',
  timedOut: 'the name server did not answer.',
  connectionRefused: 'nobody listens on that port.',
  connectionReset: 'the connection was broken off.',
  connectionClosed: 'the server closed before it had answered.',
  gaveUp: 'sending again and again brought no answer.',
  badAnswer: 'what came back is no answer that it can read.',
} as const;
