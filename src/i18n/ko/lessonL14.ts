/** 빠른 재전송. */
export const lessonL14 = {
  title: '빠른 재전송: 중복 ACK 세 개',
  goal: '중복 ACK 세 개는 “아마 사라졌다”는 뜻이에요. TCP는 타이머를 기다리지 않고 다시 보내요.',
  terms: {
    duplicateAck: '중복 ACK',
    fastRetransmit: '빠른 재전송',
    fastRecovery: '빠른 회복',
  },
  predict: {
    sign: {
      question: '6조각 가운데 2번이 사라져요. 보낸 쪽은 무엇을 보고 다시 보낼까요?',
      options: {
        dup1: '중복 ACK 1개',
        dup2: '중복 ACK 2개',
        dup3: '중복 ACK 3개',
        timer: '타이머가 끝날 때',
      },
      why: '한두 개는 순서 바뀜으로도 생겨요. 그래서 더 기다렸다가 {{ms}} ms에 다시 보냈어요.',
    },
  },
  beat: {
    lost: '{{piece}}번이 사라졌어요.\n보낸 쪽은 아직 몰라요.',
    first: '중복 ACK {{nth}}: 받는 쪽은\n아직 {{ack}}을 기다려요.',
    second: '중복 ACK {{nth}}이에요.\n순서가 바뀐 걸까요?',
    third: '중복 ACK {{nth}}이에요.\n이제 손실로 여겨요.',
    again: '{{piece}}번을 다시 보내요.\n{{ms}} ms, 빠른 재전송이에요.',
    recovery: '빠른 회복이에요.\nssthresh는 {{ssthresh}} B예요.',
    jump: '빈칸 하나가 메워지자\nACK {{ack}}로 건너뛰어요.',
    slow: '뒤에 온 조각이 적으면\n{{ms}} ms까지 기다려요.',
  },
  control: {
    segments: {
      name: '조각 수',
      values: { n3: '3', n4: '4', n5: '5', n6: '6', n7: '7', n8: '8' },
    },
    lostOne: {
      name: '사라지는 조각',
      values: { p1: '1번', p2: '2번', p3: '3번', p4: '4번', p5: '5번', p6: '6번' },
    },
  },
  outcome: '다시 보내기 전 중복 ACK {{duplicates}}개, 재전송 {{resends}}번, {{tcpMs}} ms에 끝',
  challenge: {
    task: '한 조각만 잃되, 빠른 재전송이 구하지 못하는 손실을 만들어 보세요.',
    done: '뒤따르는 조각이 셋이 안 되면 중복 ACK도 셋이 안 돼요. 남은 것은 타이머뿐이에요.',
    notYet: '아직 타이머까지 가지 않았어요. 중복 ACK는 무엇이 만들까요?',
  },
  check: {
    question: '왜 하나가 아니라 세 개를 기다릴까요?',
    options: {
      tellApart: '순서 바뀜과 손실을 구별하려고',
      askedThrice: '세 번 요청받아야 다시 보내니까',
      knewAlready: '이미 알지만 확인하려고',
      acksLost: 'ACK가 세 번 사라져서',
    },
    refute: {
      askedThrice: '다시 봐요. 중복 ACK는 요청이 아니에요. 기다리는 번호를 되풀이할 뿐이에요.',
      knewAlready: '다시 봐요. 2번이 사라진 순간, 보낸 쪽에는 아무 소식도 없어요.',
      acksLost: '다시 봐요. ACK 셋은 모두 도착했어요. 사라진 것은 2번뿐이에요.',
    },
    right: '조금 늦은 것이라면 한두 개로 끝나요. 셋이면 손실일 가능성이 커요.',
  },
  facts: {
    whatCounts: '같은 번호, 같은 윈도우, 데이터 없는 ACK만 중복 ACK로 세요.',
    third: '세 번째 중복 ACK에 다시 보내요. 네 번째로 같은 ACK인 셈이에요.',
    half: 'ssthresh는 보낸 것의 절반과 두 세그먼트 가운데 큰 값이에요.',
    limitedTransmit: '첫째와 둘째 중복 ACK에는 새 세그먼트를 하나씩 보내도 돼요.',
    byTime: '요즘 TCP는 개수 대신 시간으로 손실을 찾기도 해요(RACK).',
  },
  limits: {
    copyNotOriginal:
      '다시 보낸 편지는 되찾은 편지가 아니라 복사본이에요. 복사본은 확인될 때까지 책상에 남아 있어요.',
    threeIsAGuess: '세 개는 증거가 아니라 짐작이에요. 많이 늦은 조각은 공연히 다시 보내질 수 있어요.',
    fastIsNotFaster: '빠른 재전송은 길 위에서 더 빨리 달리지 않아요. 더 일찍 출발할 뿐이에요.',
  },
  teacher: {
    say: '두 번째 중복 ACK에서 멈추고, 지금 다시 보내면 무엇이 나쁜지 물어보세요.',
    ask: '2번이 사라진 것과 늦은 것을 보낸 쪽은 어떻게 구별하나요?',
    expectedWrong: '“사라지면 바로 알아요.” 소식이 없는 것과 늦은 것은 처음에는 똑같아 보여요.',
  },
} as const;
