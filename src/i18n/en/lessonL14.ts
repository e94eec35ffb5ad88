/** Fast retransmit. */
export const lessonL14 = {
  title: 'Fast retransmit: three duplicate ACKs',
  goal: 'Three duplicate ACKs mean “probably lost”: TCP sends again without waiting for its timer.',
  terms: {
    duplicateAck: 'duplicate ACK',
    fastRetransmit: 'fast retransmit',
    fastRecovery: 'fast recovery',
  },
  predict: {
    sign: {
      question: 'Of 6 segments number 2 is lost. What makes the sender send it again?',
      options: {
        dup1: '1 duplicate ACK',
        dup2: '2 duplicate ACKs',
        dup3: '3 duplicate ACKs',
        timer: 'The end of its timer',
      },
      why: 'One or two come from mere reordering, too. So it waited for more, and sent again at {{ms}} ms.',
    },
  },
  beat: {
    lost: 'Number {{piece}} is lost.\nThe sender does not know yet.',
    first: 'Duplicate ACK {{nth}}: still\nwaiting for {{ack}}.',
    second: 'Duplicate ACK {{nth}}.\nPerhaps only out of order?',
    third: 'Duplicate ACK {{nth}}.\nNow it is taken for lost.',
    again: 'Number {{piece}} goes again: fast\nretransmit at {{ms}} ms.',
    recovery: 'Fast recovery:\nssthresh is {{ssthresh}} bytes.',
    jump: 'One gap is filled, and the\nACK jumps to {{ack}}.',
    slow: 'Too few behind the gap:\nit waits until {{ms}} ms.',
  },
  control: {
    segments: {
      name: 'Segments',
      values: { n3: '3', n4: '4', n5: '5', n6: '6', n7: '7', n8: '8' },
    },
    lostOne: {
      name: 'The one that is lost',
      values: { p1: '1', p2: '2', p3: '3', p4: '4', p5: '5', p6: '6' },
    },
  },
  outcome: 'Duplicate ACKs before: {{duplicates}}, sent again: {{resends}}, done at {{tcpMs}} ms',
  challenge: {
    task: 'Lose one segment only, but one that fast retransmit cannot save.',
    done: 'Fewer than three segments behind the gap make fewer than three duplicate ACKs. Only the timer is left.',
    notYet: 'It did not come to the timer yet. What is it that makes duplicate ACKs?',
  },
  check: {
    question: 'Why wait for three, and not for one?',
    options: {
      tellApart: 'To tell reordering from loss',
      askedThrice: 'It has to be asked three times',
      knewAlready: 'It knows, but makes sure',
      acksLost: 'The ACK was lost three times',
    },
    refute: {
      askedThrice: 'Look again. A duplicate ACK is no request; it repeats the number that is expected.',
      knewAlready: 'Look again. The moment number 2 is lost, no news of it reaches the sender.',
      acksLost: 'Look again. All three ACKs arrived. What is lost is number 2 alone.',
    },
    right: 'What is merely late makes one or two. Three make loss likely.',
  },
  facts: {
    whatCounts: 'Only an ACK with the same number, the same window and no data counts as a duplicate.',
    third: 'The third duplicate ACK sends again: the fourth ACK with one number.',
    half: 'ssthresh becomes half of what is in flight, or two segments if that is more.',
    limitedTransmit: 'The first and the second duplicate ACK may release a new segment each.',
    byTime: 'TCP of today also finds losses by time in place of counting (RACK).',
  },
  limits: {
    copyNotOriginal:
      'What goes again is not the lost letter but a copy. Copies stay on the desk until they are acknowledged.',
    threeIsAGuess: 'Three is no proof but a guess. What is very late is sent again for nothing.',
    fastIsNotFaster: 'Fast retransmit does not travel faster. It only leaves earlier.',
  },
  teacher: {
    say: 'Stop at the second duplicate ACK and ask what would be bad about sending again now.',
    ask: 'How can the sender tell that number 2 is lost and not late?',
    expectedWrong: '“A loss is known at once.” Silence and lateness look the same at first.',
  },
} as const;
