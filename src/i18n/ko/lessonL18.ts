/** 같은 운명: 파일과 통화, TCP와 UDP, 그리고 앱이 만든 신뢰성. */
export const lessonL18 = {
  title: '같은 운명: 파일과 통화, TCP와 UDP',
  goal: '같은 손실과 지연이라도, 늦은 데이터가 얼마나 쓸모 있는지에 따라 고를 전송 계층이 달라요.',
  terms: {
    headOfLine: 'HOL 블로킹(앞줄 막힘)',
    deadline: '마감 시간',
    ownReliability: '앱이 만든 신뢰성',
  },
  predict: {
    file: {
      question: '두 길에서 똑같이 3번이 사라져요. 파일을 보낸다면 어느 쪽이 더 나쁠까요?',
      options: { tcp: 'TCP가 더 나빠요', udp: 'UDP가 더 나빠요', same: '똑같아요' },
      why: 'TCP는 {{ms}} ms에 모두 왔고, UDP에는 구멍이 남았어요.',
    },
    call: {
      question: '통화라면 어느 쪽이 더 나쁠까요? 100 ms보다 늦은 소리는 못 써요.',
      options: { tcp: 'TCP가 더 나빠요', udp: 'UDP가 더 나빠요', same: '똑같아요' },
      why: 'TCP는 빈자리를 기다리느라 {{lateCount}}개가 지각했어요. UDP는 기다리지 않았어요.',
    },
  },
  beat: {
    tape: '두 길에서 똑같이\n{{piece}}번이 사라졌어요.',
    hole: 'UDP 파일: {{missing}}번 자리에\n구멍이 났어요.',
    whole: 'TCP 파일: {{ms}} ms에\n모두 왔어요.',
    skipped: 'UDP 통화: {{missing}}번은 없고\n{{late}}번은 늦어 건너뛰어요.',
    burst: 'TCP: {{burst}}개가 한꺼번에!\n{{lateCount}}개는 이미 늦었어요.',
    ownResend: '앱이 만든 타이머예요.\n{{piece}}번을 다시 보내요.',
    needless: '{{piece}}번은 늦었을 뿐인데\n또 보냈어요.',
    slow: '{{ms}} ms: 다 왔지만 느려요.\n혼잡 제어도 없어요.',
  },
  control: {
    position: {
      name: '사라지는 조각',
      values: { p1: '1번', p3: '3번', p5: '5번', p9: '9번', p10: '10번' },
    },
    deadline: {
      name: '통화의 마감',
      values: { ms60: '60 ms', ms100: '100 ms', ms200: '200 ms', ms300: '300 ms' },
    },
    others: { name: '지각과 중복', values: { on: '있어요', off: '없어요' } },
    timer: {
      name: '앱의 타이머',
      values: { ms50: '50 ms', ms105: '105 ms', ms150: '150 ms', ms300: '300 ms' },
    },
  },
  outcome:
    'TCP {{tcpMs}} ms, 못 쓴 프레임 {{tcpUseless}} · UDP {{udpMs}} ms, 없는 조각 {{udpMissing}}, 못 쓴 프레임 {{udpUseless}}',
  challenge: {
    task: '이번에는 UDP 앱이 번호와 확인응답과 타이머를 스스로 만들어요. 파일에서 TCP보다 먼저 끝나게 해 보세요.',
    done: '마지막 조각이 사라지면 TCP도 타이머뿐이라 앱이 이겨요. 대신 흐름 제어와 혼잡 제어를 빠뜨렸어요.',
    notYet: '아직 TCP가 먼저예요. TCP가 중복 ACK를 못 받는 손실은 무엇일까요?',
  },
  check: {
    question: '통화에 UDP를 쓰는 까닭은?',
    options: {
      noWaiting: '늦은 데이터를 기다리지 않아서',
      faster: '패킷이 더 빨리 달려서',
      losesLess: '덜 잃어버려서',
      noCheck: '검사가 없어서',
    },
    refute: {
      faster: '다시 봐요. 두 길의 조각은 나란히 달려요. 회선에서는 똑같이 빨라요.',
      losesLess: '다시 봐요. 같은 조각이 똑같이 사라졌고, UDP에는 구멍이 남았어요.',
      noCheck: '다시 봐요. UDP에도 체크섬이 있어요. 통화가 이어진 것은 기다리지 않았기 때문이에요.',
    },
    right: '잃은 것은 같아요. TCP는 기다렸고, UDP는 기다리지 않았어요.',
  },
  facts: {
    noControl: 'UDP를 쓰는 앱은 혼잡 제어를 스스로 해야 해요.',
    appsOwnWork: '신뢰성이 필요하면 앱이 번호, 확인응답, 재전송을 만들어요.',
    rtp: '통화는 RTP의 순서 번호와 시각으로 빠진 것과 늦은 것을 알아요.',
    byteOrder: 'TCP는 빈칸 뒤의 바이트를 앱에 먼저 주지 않아요.',
  },
  limits: {
    sameRoad: '엽서도 등기도 같은 길을 같은 빠르기로 달려요. “UDP는 빠르다”는 “기다리지 않는다”는 뜻이에요.',
    lateIsLost: '통화에서 늦은 편지는 없는 편지와 같아요. 파일에서는 늦어도 쓸모가 있어요.',
    simplestOnly:
      '앱이 만든 신뢰성은 가장 단순한 것이에요. 한 번에 한 조각만 보내고, QUIC은 훨씬 많은 일을 해요.',
  },
  teacher: {
    say: '들어 보기를 눌러 두 통화를 차례로 들려주세요. 잃은 것은 같다는 말을 먼저 해 두세요.',
    ask: '통화에서 늦은 소리를 나중에 틀면 무엇이 문제일까요?',
    expectedWrong: '“UDP는 빠르니까요.” 길 위의 빠르기는 같아요. 기다리지 않을 뿐이에요.',
  },
} as const;
