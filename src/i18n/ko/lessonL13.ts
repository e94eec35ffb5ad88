/** 순서 보장: 1, 3, 2. */
export const lessonL13 = {
  title: '순서 보장: 1, 3, 2로 도착하면',
  goal: 'TCP는 일찍 온 바이트를 보관하고, 같은 확인응답을 되풀이하고, 빈칸 없는 순서만 앱에 줘요.',
  terms: {
    outOfOrder: '순서 바뀜',
    reassemblyBuffer: '재정렬 버퍼',
    sack: '선택적 확인응답(SACK)',
  },
  predict: {
    third: {
      question: '2번이 늦어서 1, 3, 2 순서로 도착해요. 먼저 온 3번은 어떻게 될까요?',
      options: { discarded: '버려요', kept: '보관해요', passedOn: '앱에 먼저 줘요' },
      why: '수신 버퍼에 두었다가 2번과 함께 {{bytes}}바이트를 앱에 줬어요.',
    },
    again: {
      question: '보낸 쪽은 몇 번이나 다시 보낼까요?',
      options: { times0: '0번', times1: '1번', times2: '2번' },
      why: '중복 ACK는 하나뿐이었고, ACK {{ack}}이 와서 모두 끝났어요.',
    },
  },
  beat: {
    first: '{{piece}}번이 왔어요.\n바로 앱으로 올라가요.',
    early: '{{piece}}번이 먼저 왔어요.\n버퍼에 두고 기다려요.',
    duplicate: 'ACK {{ack}}을 또 보내요.\nSACK {{heldFrom}}–{{heldTo}}도 알려요.',
    filled: '늦은 {{piece}}번이 왔어요.\n빈칸이 메워졌어요.',
    together: '{{bytes}}바이트가 함께\n순서대로 올라가요.',
    compare: 'ACK {{ack}}: 다음 번호예요.\n재전송은 {{resends}}번이에요.',
    simplest: '버퍼 없는 TCP라면?\n{{piece}}번을 다시 보내요.',
  },
  control: {
    delay: {
      name: '2번이 늦는 시간',
      values: {
        ms0: '0 ms',
        ms20: '20 ms',
        ms60: '60 ms',
        ms100: '100 ms',
        ms200: '200 ms',
        ms400: '400 ms',
      },
    },
    queue: {
      name: '받는 쪽',
      values: { kept: '실제 TCP: 보관해요', discarded: '가장 단순한 TCP: 버려요' },
    },
    sack: { name: 'SACK', values: { on: '써요', off: '안 써요' } },
  },
  outcome: '도착 {{arrived}} → 앱 {{read}}, 재전송 {{resends}}번',
  challenge: {
    task: '이번에는 6조각이에요. 아무것도 잃지 않고, 순서 바뀜만으로 쓸데없는 재전송을 만들어 보세요.',
    done: '중복 ACK가 3개 모일 만큼 늦으면 TCP는 손실로 여겨요.',
    notYet: '아직 다시 보내지 않았어요. 2번 뒤에 몇 조각이 먼저 와야 할까요?',
  },
  check: {
    question: '1, 3, 2로 도착했어요. 앱이 보는 순서와 재전송은?',
    options: {
      inOrder: '1·2·3, 재전송 없음',
      asArrived: '1·3·2, 재전송 없음',
      bothAgain: '1·2·3, 2번과 3번 재전송',
      secondAgain: '1·2·3, 2번만 재전송',
    },
    refute: {
      asArrived: '다시 봐요. 앱은 2번이 올 때까지 3번을 못 봤고, 둘을 순서대로 받았어요.',
      bothAgain: '다시 봐요. 3번은 버려지지 않고 버퍼에 있어요. ACK에는 “다시 보내”라는 말이 없어요.',
      secondAgain: '다시 봐요. ACK는 기다리는 번호를 말할 뿐이고, 보낸 쪽은 아무것도 다시 보내지 않았어요.',
    },
    right: '일찍 온 3번은 버퍼에서 기다렸고, 중복 ACK 하나로는 다시 보내지 않아요.',
  },
  facts: {
    heldEarly: '순서보다 일찍 온 세그먼트는 보관하는 것이 좋아요(SHOULD).',
    duplicateAtOnce: '순서가 바뀐 세그먼트에는 바로 중복 ACK를 보내요(SHOULD).',
    sackAdvisory: 'SACK은 참고로 알리는 말이라, 보낸 쪽은 복사본을 계속 갖고 있어요.',
    byteStream: 'TCP는 바이트 스트림이에요. 쓴 횟수와 읽은 횟수는 달라도 돼요.',
  },
  limits: {
    bytesNotLetters: '물통에는 편지가 아니라 바이트가 들어가요. 번호도 편지가 아니라 바이트를 세요.',
    keptIsNotDelivered: '버퍼에 있어도 앱은 아직 못 봐요. 방 안에 있지만 책상에는 없는 셈이에요.',
    ackOrdersNothing:
      '“2번부터 다시 보내세요”라는 쪽지는 없어요. ACK는 기다리는 번호만 말하고, 다시 보낼지는 보낸 쪽이 정해요.',
  },
  teacher: {
    say: '같은 ACK 번호가 다시 나오는 순간에 멈춰서, 번호의 뜻을 먼저 물어보세요.',
    ask: '3번은 지금 어디에 있나요? 앱은 그것을 볼 수 있나요?',
    expectedWrong:
      '“서버가 2번부터 다시 보내라고 해요.” 많은 노트에 그렇게 적혀 있지만 TCP에는 그런 요청이 없어요.',
  },
} as const;
