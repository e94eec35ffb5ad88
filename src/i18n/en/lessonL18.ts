/** The same fate: a file and a call, TCP and UDP, and reliability of an app's own. */
export const lessonL18 = {
  title: 'Same fate: file and call, TCP and UDP',
  goal: 'With the same losses and delays, choose the transport by what lateness costs.',
  terms: {
    headOfLine: 'head-of-line blocking',
    deadline: 'deadline',
    ownReliability: 'reliability of an app’s own',
  },
  predict: {
    file: {
      question: 'Number 3 is lost on both roads alike. For a file, which one does worse?',
      options: { tcp: 'TCP is worse', udp: 'UDP is worse', same: 'Both alike' },
      why: 'Over TCP everything was there at {{ms}} ms; over UDP a hole is left.',
    },
    call: {
      question: 'And for a call? Sound that is later than 100 ms is of no use.',
      options: { tcp: 'TCP is worse', udp: 'UDP is worse', same: 'Both alike' },
      why: 'TCP waited for the gap, and {{lateCount}} frames were late. UDP did not wait.',
    },
  },
  beat: {
    tape: 'On both roads alike\nnumber {{piece}} is lost.',
    hole: 'File over UDP: a hole\nin the place of number {{missing}}.',
    whole: 'File over TCP: all of it\nis there at {{ms}} ms.',
    skipped: 'Call over UDP: {{missing}} is missing,\n{{late}} too late, both skipped.',
    burst: 'TCP: {{burst}} come at once!\nToo late by now: {{lateCount}}.',
    ownResend: 'The app’s own timer ends:\nnumber {{piece}} goes again.',
    needless: 'Number {{piece}} was merely late,\nand goes again for nothing.',
    slow: 'All there at {{ms}} ms, slowly,\nwithout congestion control.',
  },
  control: {
    position: {
      name: 'The one that is lost',
      values: { p1: '1', p3: '3', p5: '5', p9: '9', p10: '10' },
    },
    deadline: {
      name: 'Deadline of the call',
      values: { ms60: '60 ms', ms100: '100 ms', ms200: '200 ms', ms300: '300 ms' },
    },
    others: { name: 'Late and double', values: { on: 'there', off: 'gone' } },
    timer: {
      name: 'The app’s timer',
      values: { ms50: '50 ms', ms105: '105 ms', ms150: '150 ms', ms300: '300 ms' },
    },
  },
  outcome:
    'TCP {{tcpMs}} ms, useless frames {{tcpUseless}} · UDP {{udpMs}} ms, missing {{udpMissing}}, useless frames {{udpUseless}}',
  challenge: {
    task: 'Now the app over UDP makes numbers, acknowledgments and a timer of its own. Let it finish the file before TCP.',
    done: 'When the last one is lost TCP has only its timer, and the app wins. It left out flow and congestion control.',
    notYet: 'TCP is still first. Which loss gives TCP no duplicate ACKs?',
  },
  check: {
    question: 'Why do calls use UDP?',
    options: {
      noWaiting: 'It does not wait for late data',
      faster: 'Its packets travel faster',
      losesLess: 'It loses fewer packets',
      noCheck: 'It has no checks',
    },
    refute: {
      faster: 'Look again. The pieces travel side by side: on the road both are equally fast.',
      losesLess: 'Look again. The same piece was lost, and UDP is left with a hole.',
      noCheck: 'Look again. UDP has a checksum, too. The call went on because it did not wait.',
    },
    right: 'Both lost the same. TCP waited, UDP did not.',
  },
  facts: {
    noControl: 'An app that uses UDP owes congestion control of its own.',
    appsOwnWork: 'Who needs reliability over UDP makes numbers, acknowledgments and resends.',
    rtp: 'Calls tell missing from late by the sequence number and timestamp of RTP.',
    byteOrder: 'TCP gives the app no byte from behind a gap.',
  },
  limits: {
    sameRoad:
      'Postcards and registered letters travel the same road at the same speed. “UDP is fast” means “it does not wait”.',
    lateIsLost: 'In a call a late letter is as good as none. In a file it is still of use.',
    simplestOnly:
      'The app’s own reliability is the simplest there is: one piece at a time. QUIC does far more.',
  },
  teacher: {
    say: 'Let the class hear both calls, one after the other. Say first that both lost the same.',
    ask: 'What is wrong with playing a late frame later?',
    expectedWrong: '“Because UDP is fast.” On the road both are equally fast. It only does not wait.',
  },
} as const;
