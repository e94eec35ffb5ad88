/** What each instrument shows, in the list of all of them. */
export const instruments = {
  all: '모든 도구',
  about: {
    ladder: '누가 언제 무엇을 보냈는지 위에서 아래로',
    packet: '고른 패킷의 헤더와 바이트',
    why: '왜 그렇게 됐는지 원인을 하나씩',
    hands: '손으로 바꾸고 두 미래를 견주기',
    window: '윈도우와 연결의 변수들',
    tables: '라우팅 테이블과 ARP 캐시',
    journey: 'URL을 친 뒤의 단계와 왕복 횟수',
    sockets: '소켓과 TCP 상태',
    doors: '열린 포트, 닫힌 포트, NAT 표',
    names: 'DNS가 이름을 찾아가는 길과 캐시',
    charts: '시간에 따라 변하는 값들',
    play: '한쪽이 되어 다음에 할 일 맞히기',
    app: '받는 앱이 보고 듣는 것',
    transcript: '패킷마다 한 줄, tcpdump처럼',
    build: '건물, 길, 프로그램 바꾸기',
  },
} as const;
