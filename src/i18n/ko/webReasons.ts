/** What happens on the way to a page, by the kinds of WebReason. */
export const webReasons = {
  pageAsked: '페이지 {{nth}}: {{url}}을(를) 열어 달라고 했어요.',
  nameFound: '{{name}}의 주소는 {{address}}예요.',
  connectionOpening: '페이지 {{nth}}에 서버와의 연결이 필요해요.',
  connectionReused: '페이지 {{nth}}은(는) 이미 열려 있는 연결을 다시 써요.',
  addressSilent:
    '{{waited}} ms 안에 답이 없어서, 페이지 {{nth}}은(는) 다음 주소 {{address}}에도 연결해 봐요.',
  addressFailed: '이 주소로는 안 돼요: {{why}} 페이지 {{nth}}은(는) 다음 주소 {{address}}에 연결해 봐요.',
  addressLeft: '다른 주소가 먼저 답해서, 페이지 {{nth}}은(는) 이 시도를 그만둬요.',
  tlsFinished: '양쪽이 열쇠를 나눠 가져서, 이제부터는 모두 봉해서 보내요.',
  requestSent: 'GET {{target}} 요청을 썼어요.',
  responseReceived: '{{target}} 응답이 {{ms}} ms 만에 왔어요. 상태 {{status}}, {{bytes}}바이트예요.',
  pageLoaded: '{{nth}}번째 페이지가 {{ms}} ms 만에 다 왔어요. {{bytes}}바이트예요.',
  pageFailed: '페이지 {{nth}}을(를) 보여 줄 수 없어요. {{why}}',
  requestReceived: '서버가 {{method}} {{target}} 요청을 읽었어요.',
  responseSent: '서버가 {{status}} 상태와 {{bytes}}바이트로 응답해요.',
  idleTooLong: '{{seconds}}초 동안 요청이 없어서 서버가 닫아요.',
} as const;

/** Why a page cannot be had, by the kinds of PageFailure. */
export const pageFailures = {
  noResolver: '이름을 물어볼 곳이 없어요.',
  noSuchName: '그런 이름이 없어요.',
  noData: '그 이름에는 주소가 없어요.',
  serverFailed: '네임서버가 답을 만들지 못했어요.',
  timedOut: '네임서버가 답하지 않았어요.',
  connectionRefused: '그 포트에서 듣는 프로그램이 없어요.',
  connectionReset: '연결이 강제로 끊겼어요.',
  connectionClosed: '서버가 응답하기 전에 닫았어요.',
  gaveUp: '아무리 다시 보내도 답이 없어요.',
  badAnswer: '읽을 수 없는 응답이 왔어요.',
} as const;
