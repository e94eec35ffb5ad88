/** The towns that come with the page: a name, and one sentence on what there is to see. */
export const presets = {
  ping: {
    name: '거기 누구 있나요?',
    about: '핑 세 번으로 왕복 시간을 재고, 트레이스라우트로 길에 있는 라우터 두 대를 홉마다 찾아요.',
  },
  ttl: {
    name: '길에는 누가 있나요?',
    about:
      '트레이스라우트 두 개가 서로 반대쪽에서 출발해요. 패킷이 한 번, 두 번, 세 번 건네지게 해서 라우터를 찾는데, 가는 길과 오는 길이 달라요.',
  },
  loop: {
    name: '빙글빙글 도는 길',
    about:
      'R2와 R3이 B로 가는 길을 서로 상대에게 미뤄요. 패킷은 TTL이 다 닳을 때까지 오가다 버려지고, ICMP 11/0이 그것을 알려요.',
  },
  'no-answer': {
    name: '세 가지 무응답',
    about:
      '한 곳은 꺼져 있고, 한 곳은 ICMP를 안 보내는 라우터 뒤에서 꺼져 있고, 한 곳은 가는 경로가 없어요. 호스트 도달 불가, 침묵, 네트워크 도달 불가로 갈려요.',
  },
  'ip-limits': {
    name: 'IP가 약속하지 않는 것',
    about:
      'IP 패킷 다섯 개 가운데 하나는 손실, 하나는 순서 바뀜, 하나는 중복, 하나는 손상돼요. 1, 4, 4, 7, 3이 도착하는데 IP는 아무 말이 없어요.',
  },
  'two-paths': {
    name: '두 갈래 길',
    about:
      '몇몇 엽서는 R4로 돌아가서 뒤엣것에 추월당해요. 답장은 모두 R4로 돌아와요. 패킷마다 길을 따로 찾아요.',
  },
  'path-mtu': {
    name: '좁은 길',
    about:
      '가운데 길은 한 번에 576바이트까지만 실어요. 핑은 그 앞에서 단편으로 나뉘고, TCP는 ICMP 3/4를 받고 세그먼트를 줄여요.',
  },
  letter: {
    name: '첫 마을',
    about: '라우터 세 대를 지나 TCP로 인사를 보내요. 가운데 길에서 일부가 손실되고 TCP가 다시 보내요.',
  },
  'dns-tree': {
    name: '루트에서 이름까지',
    about:
      '리졸버가 루트, com, example.com에 차례로 물어요. 들은 것을 기억해 두어서 두 번째에는 한 번 왕복이면 돼요.',
  },
  'dns-trouble': {
    name: '이름을 못 찾을 때',
    about: '손실된 답은 다시 묻고, 없는 이름도 기억해 두고, UDP에 너무 긴 글은 TCP로 받아요.',
  },
} as const;
