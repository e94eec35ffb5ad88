/** What each mechanism of TCP is for, and what breaks without it. */
export const mechanisms = {
  question: {
    opening: '연결은 어떻게 열릴까요?',
    trust: '받은 것을 믿어도 될까요?',
    loss: '사라진 것은 어떻게 알고 다시 보낼까요?',
    crowding: '길이 막히지 않게, 한 번에 얼마나 보낼까요?',
    reader: '받는 앱이 느리면 어떻게 할까요?',
    ending: '연결은 어떻게 끝날까요?',
    strangers: '엉뚱한 것이 오면 어떻게 할까요?',
  },
  threeWayHandshake: {
    name: '3-way 핸드셰이크',
    purpose: '양쪽이 서로의 시작 번호를 확인한 뒤에야 연결이 열려요.',
    without:
      '첫 SYN을 그대로 믿어요. 오래된 SYN이 아무도 원하지 않는 연결을 열고, 잃어버린 SYN-ACK는 다시 오지 않아요.',
  },
  simultaneousOpen: {
    name: '동시 열기',
    purpose: '둘이 동시에 SYN을 보내도 연결 하나로 만나요.',
    without: '엇갈린 SYN에 답하지 않아서, 서로 부르는 둘이 만나지 못해요.',
  },
  segmentSizeLimit: {
    name: '최대 세그먼트 크기(MSS)',
    purpose: '상대와 길이 감당할 크기로 데이터를 잘라요.',
    without: '상대나 길이 받을 수 없는 큰 세그먼트를 보내요.',
  },
  checksum: {
    name: '체크섬',
    purpose: '오는 길에 비트가 뒤집힌 세그먼트를 알아보고 버려요.',
    without: '손상된 세그먼트를 그대로 받아서, 앱이 틀린 바이트를 읽어요.',
  },
  reassembly: {
    name: '재조립 버퍼',
    purpose: '먼저 온 뒤쪽 조각을 빈 곳이 채워질 때까지 보관해요.',
    without: '먼저 온 것을 버려요(go-back-N). 하나를 잃으면 그 뒤를 모두 다시 보내야 해요.',
  },
  sequenceCheck: {
    name: '순서 번호 확인',
    purpose: '윈도우 밖의 번호로 온 것을 걸러 내고, 기다리는 번호를 다시 알려 줘요.',
    without: '다시 보낸 세그먼트에 다시 답하지 않아서, 보내는 쪽이 포기하게 돼요.',
  },
  acknowledgmentCheck: {
    name: '확인응답 번호 확인',
    purpose: '보낸 적 없는 것을 확인했다는 ACK는 믿지 않아요.',
    without: '가짜 ACK 때문에, 보낸 적도 없는 바이트가 사라져요.',
  },
  timestampCheck: {
    name: '타임스탬프 확인(PAWS)',
    purpose: '번호가 한 바퀴 돈 뒤에 온 옛 세그먼트를 알아봐요.',
    without: '한 바퀴 전의 세그먼트를 새것으로 알고 받아요.',
  },
  retransmissionTimeout: {
    name: '재전송 타임아웃(RTO)',
    purpose: 'ACK가 제때 오지 않으면 다시 보내요.',
    without: '뒤따르는 것이 없는 조각을 잃으면 영영 오지 않아요.',
  },
  rttEstimation: {
    name: '왕복 시간(RTT) 재기',
    purpose: '잰 왕복 시간에 맞춰 기다릴 시간을 정해요.',
    without: '처음 정한 시간만 기다려요. 먼 길에는 너무 이르고, 가까운 길에는 너무 늦어요.',
  },
  karn: {
    name: 'Karn의 규칙',
    purpose: '두 번 보낸 것의 ACK로는 왕복 시간을 재지 않아요.',
    without: '첫 번째의 늦은 ACK를 두 번째의 것으로 알고, 타이머가 성급해져요.',
  },
  timerBackoff: {
    name: '타이머 두 배로 늘리기',
    purpose: '다시 보내도 답이 없으면 점점 더 오래 기다려요.',
    without: '늘 같은 시간만 기다려서, 막힌 길을 더 막아요.',
  },
  duplicateAcks: {
    name: '중복 ACK',
    purpose: '앞이 비었는데 뒤가 오면, 기다리는 번호를 바로 다시 알려요.',
    without: '빠른 재전송을 할 수 없어서, 손실마다 타이머를 기다려요.',
  },
  fastRetransmit: {
    name: '빠른 재전송',
    purpose: '중복 ACK가 세 개 모이면 타이머를 기다리지 않고 다시 보내요.',
    without: '중복 ACK를 못 본 척해서, 손실마다 타이머를 기다려요.',
  },
  fastRecovery: {
    name: '빠른 회복',
    purpose: '손실을 일찍 알았을 때는 윈도우를 절반까지만 줄여요.',
    without: '타임아웃처럼 세그먼트 하나부터 다시 시작해요(Tahoe).',
  },
  partialAcks: {
    name: '부분 ACK(NewReno)',
    purpose: '한 윈도우에서 여러 개를 잃어도 이어서 메워요.',
    without: '두 번째 빈 곳은 타이머를 기다려요(옛 Reno).',
  },
  limitedTransmit: {
    name: '제한 전송',
    purpose: '첫째와 둘째 중복 ACK에 새 조각을 하나씩 보내, 셋째가 올 수 있게 해요.',
    without: '작은 윈도우에서는 중복 ACK가 셋까지 모이지 않아요.',
  },
  pipelining: {
    name: '파이프라이닝',
    purpose: 'ACK를 기다리지 않고 여러 개를 길 위에 둬요.',
    without: '왕복마다 하나씩만 보내요(정지-대기). 길이 아무리 빨라도 느려요.',
  },
  congestionControl: {
    name: '혼잡 제어',
    purpose: '길이 감당할 만큼만 보내려고 혼잡 윈도우를 둬요.',
    without: '한없이 보내서 큐가 넘치고, 다시 보낸 것이 또 넘쳐요.',
  },
  slowStart: {
    name: '느린 시작',
    purpose: '작게 시작해서 ACK가 올 때마다 늘려 봐요.',
    without: '처음부터 활짝 열어서, 가장 느린 길의 큐가 넘쳐요.',
  },
  congestionAvoidance: {
    name: '혼잡 회피',
    purpose: '임계값을 넘으면 왕복마다 조금씩만 늘려요.',
    without: '계속 두 배로 늘려서, 잘되던 왕복 뒤에 한꺼번에 잃어요.',
  },
  flowControl: {
    name: '흐름 제어',
    purpose: '받는 쪽이 알려 준 빈 자리만큼만 보내요.',
    without: '느린 앱의 수신 버퍼가 넘치고, 버려진 것을 또 보내요.',
  },
  windowProbes: {
    name: '윈도우 탐색',
    purpose: '윈도우가 닫히면 가끔 열렸는지 물어봐요.',
    without: '열렸다는 알림 하나를 잃으면 둘 다 영영 기다려요.',
  },
  windowUpdates: {
    name: '윈도우 알림',
    purpose: '앱이 읽어서 자리가 나면 바로 알려 줘요.',
    without: '보내는 쪽이 물어봐야만 자리가 난 것을 알아요.',
  },
  sillyWindowAvoidance: {
    name: '어리석은 윈도우 피하기',
    purpose: '자리가 제법 날 때까지 기다렸다가 알려요.',
    without: '느린 앱이 한 바이트씩 읽으면 한 바이트짜리 세그먼트가 오가요.',
  },
  finCheck: {
    name: 'FIN 듣기',
    purpose: '상대가 다 보냈다는 것을 알아들어요.',
    without: '이미 온 끝을 앱이 계속 기다려요.',
  },
  halfClose: {
    name: '반종료',
    purpose: '한쪽이 다 보냈어도 다른 쪽은 더 보낼 수 있어요.',
    without: '닫으면 양쪽이 다 닫혀서, 마지막 질문의 답을 받지 못해요.',
  },
  timeWait: {
    name: 'TIME-WAIT',
    purpose: '마지막 ACK를 잃을 때를 대비해 잠시 기억해 둬요.',
    without: '바로 잊어서, 상대가 다시 보낸 FIN에 RST로 답해요.',
  },
  userTimeout: {
    name: '포기하는 시간',
    purpose: '오래 답이 없으면 그만두고 앱에 알려요.',
    without: '아무도 없다는 것을 앱이 끝내 듣지 못해요.',
  },
  keepAliveProbes: {
    name: '연결 유지 확인(keep-alive)',
    purpose: '오래 조용하면 상대가 아직 있는지 물어봐요.',
    without: '사라진 상대와의 연결이 계속 열려 있어요.',
  },
  resets: {
    name: 'RST 보내기',
    purpose: '없는 연결로 온 세그먼트에는 없다고 답해요.',
    without: '닫힌 포트가 패킷 손실과 똑같아 보여요.',
  },
  resetCheck: {
    name: 'RST 듣기',
    purpose: '상대가 연결을 끊었다는 것을 알아들어요.',
    without: '이미 없는 연결에 대고 계속 말해요.',
  },
  challengeAcks: {
    name: '되묻는 ACK',
    purpose: '수상한 RST나 SYN이 오면 정말인지 되물어요.',
    without: '번호를 대충 맞힌 누구나 연결을 끊을 수 있어요.',
  },
  synchronizeCheck: {
    name: '열린 연결에 온 SYN',
    purpose: '상대가 새로 시작했다는 것을 알아채요.',
    without: '다시 켜진 상대가 아무 답도 듣지 못해요.',
  },
  icmpErrors: {
    name: 'ICMP 오류 듣기',
    purpose: '라우터와 호스트가 알려 준 문제를 들어요.',
    without: '닫힌 문을 포기할 때까지 두드려요.',
  },
} as const;
