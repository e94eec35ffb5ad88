/** Words of the layer lens: the four layers of RFC 1122 §1.1.3, and what each sees of the town. */
export const lens = {
  name: '계층 렌즈',
  hint: '한 계층의 눈으로 보기 (G)',
  of: {
    all: '모두',
    application: '애플리케이션 계층',
    transport: '전송 계층',
    internet: '인터넷 계층',
    link: '네트워크 인터페이스 계층',
  },
  unit: {
    all: '있는 그대로',
    application: '메시지 조각',
    transport: '세그먼트 · 데이터그램',
    internet: '패킷',
    link: '이더넷 프레임',
  },
  sees: {
    application: '앱이 넘긴 조각과 받은 조각만 봐요.',
    transport: '포트, 순서 번호, 확인응답, 플래그를 봐요.',
    internet: '출발지와 목적지 IP 주소, TTL, 프로토콜 번호를 봐요.',
    link: '이 링크 양 끝의 MAC 주소와 FCS를 봐요. 홉마다 새 프레임이에요.',
  },
  blind: {
    application: '확인응답도, 길도, 손실도 못 봐요.',
    transport: '라우터도 손실도 못 봐서, 확인응답으로 짐작해요.',
    internet: '포트도 순서 번호도 못 봐요.',
    link: '안의 패킷이 어디까지 가는지 못 봐요.',
  },
} as const;
