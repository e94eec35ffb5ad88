/** The instrument that shows what each page waited for. */
export const journey = {
  empty:
    '여기에는 페이지를 여는 호스트가 없어요. 호스트에 브라우저를 두면 URL에서 페이지까지의 여정이 보여요.',
  waiting: '아직 아무 페이지도 열지 않았어요.',
  title: '페이지 여정',
  scale: '모든 페이지를 같은 눈금으로, 저마다 주소를 친 순간부터 그렸어요.',
  page: '페이지 {{nth}}',
  by: '{{host}}에서 요청',
  trips_one: '왕복 {{count}}번',
  trips_other: '왕복 {{count}}번',
  under: '오는 중',
  vain: '헛일',
  reused: '연결을 다시 씀',
  done: '{{time}}에 {{bytes}}',
  failed: '볼 수 없어요: {{why}}',
  step: {
    name: '이름',
    connect: '연결',
    secure: '봉하기',
    streams: '스트림',
    request: '요청',
  },
  protocol: {
    name: 'DNS',
    connect: 'TCP',
    secure: 'TLS 모형',
    streams: 'QUIC 모형',
    request: 'HTTP',
  },
  bar: '{{name}}: {{words}}. 그 순간으로 가기',
  barComing: '{{name}}: 아직 시작하지 않음. 그 순간으로 가기',
} as const;
