/** Fields of what the web sends, by the ids of wire's FIELD_NAMES. */
export const webFields = {
  http: {
    startLine: { name: '시작 줄', about: '무엇을 요청하는지, 또는 어떻게 되었는지 적혀 있어요.' },
    field: { name: '필드', about: 'Host, Content-Length처럼 메시지에 관한 이름과 값이에요.' },
    emptyLine: { name: '빈 줄', about: '머리의 끝이에요. 이 뒤부터 본문이에요.' },
  },
  tls: {
    contentType: { name: '내용 종류', about: '22는 핸드셰이크, 21은 경고, 23은 봉한 데이터예요.' },
    version: { name: '버전', about: '옛 장비를 위한 옛 번호예요. 진짜 버전은 안에서 정해요.' },
    length: { name: '길이', about: '헤더 다섯 바이트 뒤에 이어지는 이 레코드의 바이트 수예요.' },
    handshake: {
      name: '핸드셰이크 메시지',
      about: '봉하지 않은 인사예요. TLS 1.3의 모양 그대로지만, 이 마을에서 열쇠와 난수는 채움 바이트예요.',
    },
    alert: { name: '경고', about: '무언가 잘못되었거나, 더 보낼 것이 없다고 알려요.' },
    sealed: {
      name: '봉한 바이트',
      about: '모형이에요. 글 위에 채움 바이트를 덮었을 뿐, 진짜로 암호화하지는 않아요.',
    },
  },
  quicModel: {
    firstByte: {
      name: '첫 바이트',
      about: '긴 헤더인지 짧은 헤더인지 알려요. 고정 비트가 0이라서 아무도 진짜 QUIC으로 여기지 않아요.',
    },
    version: { name: '버전', about: '이 모형의 버전이에요. QUIC의 버전이 아니에요.' },
    idLength: { name: 'ID 길이', about: '뒤따르는 연결 ID의 바이트 수예요.' },
    destinationId: { name: '목적지 연결 ID', about: '받는 쪽이 이 연결을 부르는 이름이에요.' },
    sourceId: { name: '출발지 연결 ID', about: '보내는 쪽이 이 연결을 부르는 이름이에요.' },
    number: { name: '패킷 번호', about: '같은 바이트를 다시 보내도 번호는 늘 새것이에요.' },
    frame: {
      name: '프레임',
      about:
        '스트림의 바이트나 확인응답처럼 패킷에 실린 것이에요. 여기서는 그대로 보이지만 진짜 QUIC은 암호화해요.',
    },
    tag: {
      name: '태그',
      about: '진짜 QUIC은 여기서 바뀐 것이 없음을 증명해요. 이 모형에서는 채움 바이트예요.',
    },
  },
} as const;
