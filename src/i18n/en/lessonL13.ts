/** Order is kept: 1, 3, 2. */
export const lessonL13 = {
  title: 'Order is kept: 1, 3, 2 arrive',
  goal: 'TCP holds early bytes, repeats its acknowledgment, and hands the app only order without gaps.',
  terms: {
    outOfOrder: 'out of order',
    reassemblyBuffer: 'reordering buffer',
    sack: 'selective acknowledgment (SACK)',
  },
  predict: {
    third: {
      question: 'Segment 2 is late: 1, 3, 2 arrive. What becomes of 3, which came early?',
      options: { discarded: 'Thrown away', kept: 'Kept', passedOn: 'Given to the app first' },
      why: 'It waited in the receive buffer; the app got {{bytes}} bytes, 2 and 3 together.',
    },
    again: {
      question: 'How often will the sender send something again?',
      options: { times0: 'Never', times1: 'Once', times2: 'Twice' },
      why: 'There was one duplicate ACK only, and ACK {{ack}} settled it all.',
    },
  },
  beat: {
    first: 'Number {{piece}} is here.\nUp to the app at once.',
    early: 'Number {{piece}} comes early.\nThe buffer holds it.',
    duplicate: 'ACK {{ack}} once more, with\nSACK {{heldFrom}}–{{heldTo}}.',
    filled: 'Late number {{piece}} is here.\nThe gap is filled.',
    together: '{{bytes}} bytes go up together,\nin order.',
    compare: 'ACK {{ack}}: expected next.\nSent again: {{resends}}.',
    simplest: 'A TCP without a buffer?\nIt resends number {{piece}}.',
  },
  control: {
    delay: {
      name: 'How late segment 2 is',
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
      name: 'The receiver',
      values: { kept: 'Real TCP: keeps it', discarded: 'Simplest TCP: drops it' },
    },
    sack: { name: 'SACK', values: { on: 'on', off: 'off' } },
  },
  outcome: 'Arrived {{arrived}} → app {{read}}, sent again: {{resends}}',
  challenge: {
    task: 'Now there are 6 segments. Lose nothing, and make reordering alone cause a needless retransmission.',
    done: 'Late enough for 3 duplicate ACKs, and TCP takes it for lost.',
    notYet: 'Nothing was sent again yet. How many segments have to come before number 2?',
  },
  check: {
    question: '1, 3, 2 arrive. What order does the app see, and what is sent again?',
    options: {
      inOrder: '1·2·3, nothing again',
      asArrived: '1·3·2, nothing again',
      bothAgain: '1·2·3, both 2 and 3 again',
      secondAgain: '1·2·3, only 2 again',
    },
    refute: {
      asArrived: 'Look again. The app saw nothing of 3 until 2 came; it got both in order.',
      bothAgain:
        'Look again. Segment 3 is not thrown away, the buffer has it. An ACK has no word for “send again”.',
      secondAgain: 'Look again. An ACK says which byte is expected, and the sender sent nothing again.',
    },
    right: 'Early 3 waited in the buffer, and one duplicate ACK is no reason to send again.',
  },
  facts: {
    heldEarly: 'Segments that come early should be held (SHOULD).',
    duplicateAtOnce: 'A segment out of order is answered at once with a duplicate ACK (SHOULD).',
    sackAdvisory: 'SACK is advisory: the sender keeps its copy all the same.',
    byteStream: 'TCP is a byte stream: reads need not match writes.',
  },
  limits: {
    bytesNotLetters: 'The bucket holds bytes, not letters. The numbers count bytes, too.',
    keptIsNotDelivered: 'What is in the buffer the app cannot see yet: in the room, not on the desk.',
    ackOrdersNothing:
      'There is no note that says “send again from 2”. An ACK names the byte that is expected; the sender decides.',
  },
  teacher: {
    say: 'Stop where the same ACK number shows again, and ask what the number means first.',
    ask: 'Where is segment 3 now? Can the app see it?',
    expectedWrong: '“The server tells it to send again from 2.” Many notes say so; TCP has no such request.',
  },
} as const;
