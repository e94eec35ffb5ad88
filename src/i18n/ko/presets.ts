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
} as const;
