/** The towns that come with the page: a name, and one sentence on what there is to see. */
export const presets = {
  ping: {
    name: '거기 누구 있나요?',
    about: '핑 세 번으로 왕복 시간을 재고, 트레이스라우트로 길에 있는 라우터 두 대를 홉마다 찾아요.',
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
