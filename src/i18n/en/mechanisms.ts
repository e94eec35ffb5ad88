/** What each mechanism of TCP is for, and what breaks without it. */
export const mechanisms = {
  question: {
    opening: 'How does a connection open?',
    trust: 'Can what arrives be trusted?',
    loss: 'How is a loss noticed and repaired?',
    crowding: 'How much at once without crowding the road?',
    reader: 'What if the receiving app is slow?',
    ending: 'How does a connection end?',
    strangers: 'What if something odd arrives?',
  },
  threeWayHandshake: {
    name: 'Three-way handshake',
    purpose: 'A connection opens only when both have confirmed each other’s first number.',
    without:
      'The first SYN is believed: an old one opens a connection nobody wants, and a lost SYN-ACK is never repeated.',
  },
  simultaneousOpen: {
    name: 'Simultaneous open',
    purpose: 'Two that send a SYN at once meet in one connection.',
    without: 'Crossing SYNs are not answered: two that call each other never meet.',
  },
  segmentSizeLimit: {
    name: 'Maximum segment size (MSS)',
    purpose: 'Data is cut to what the peer and the path can take.',
    without: 'Segments are sent that the peer or the path cannot take.',
  },
  checksum: {
    name: 'Checksum',
    purpose: 'A segment with a flipped bit is noticed and thrown away.',
    without: 'A damaged segment is taken as it is: the app reads wrong bytes.',
  },
  reassembly: {
    name: 'Reassembly buffer',
    purpose: 'What comes early is kept until the hole before it is filled.',
    without: 'What comes early is thrown away (go-back-N): one loss costs everything behind it.',
  },
  sequenceCheck: {
    name: 'Sequence number check',
    purpose: 'What lies outside the window is refused, and the number waited for is said again.',
    without: 'A repeated segment is not acknowledged again, so the sender gives up.',
  },
  acknowledgmentCheck: {
    name: 'Acknowledgment check',
    purpose: 'An ACK of what was never sent is not believed.',
    without: 'A forged ACK makes bytes disappear that were never sent.',
  },
  timestampCheck: {
    name: 'Timestamp check (PAWS)',
    purpose: 'An old segment from before the numbers wrapped is recognised.',
    without: 'It is taken for a new one.',
  },
  retransmissionTimeout: {
    name: 'Retransmission timeout (RTO)',
    purpose: 'What is not acknowledged in time is sent again.',
    without: 'What is lost with nothing behind it stays lost.',
  },
  rttEstimation: {
    name: 'Measuring the round trip',
    purpose: 'The timer learns from the round-trip times it measures.',
    without: 'A fixed timeout: too early on a long way, too late on a short one.',
  },
  karn: {
    name: 'Karn’s rule',
    purpose: 'The ACK of what was sent twice is no sample of the round trip.',
    without: 'The late ACK of the first sending makes the timer hasty.',
  },
  timerBackoff: {
    name: 'Doubling the timer',
    purpose: 'Without an answer, each wait is twice as long as the last.',
    without: 'Each wait is as long as the last: a crowded path is crowded further.',
  },
  duplicateAcks: {
    name: 'Duplicate ACKs',
    purpose: 'What comes behind a hole is answered at once with the number waited for.',
    without: 'No fast retransmit: each loss waits for the timer.',
  },
  fastRetransmit: {
    name: 'Fast retransmit',
    purpose: 'Three duplicate ACKs send a segment again without waiting for the timer.',
    without: 'Duplicate ACKs say nothing: each loss waits for the timer.',
  },
  fastRecovery: {
    name: 'Fast recovery',
    purpose: 'A loss noticed early only halves the window.',
    without: 'The window begins again with one segment, as after a timeout (Tahoe).',
  },
  partialAcks: {
    name: 'Partial ACKs (NewReno)',
    purpose: 'Several losses in one window are repaired one after the other.',
    without: 'The second hole of a window waits for the timer (old Reno).',
  },
  limitedTransmit: {
    name: 'Limited transmit',
    purpose: 'The first two duplicate ACKs release a new segment each, so that a third can come.',
    without: 'A small window never sees the third duplicate ACK.',
  },
  pipelining: {
    name: 'Pipelining',
    purpose: 'Several segments are on the road before an ACK comes back.',
    without: 'Stop and wait: one segment a round trip, however fast the road.',
  },
  congestionControl: {
    name: 'Congestion control',
    purpose: 'A congestion window sends no more than the road seems to carry.',
    without: 'The window is infinite: queues overflow, and what is sent again overflows them too.',
  },
  slowStart: {
    name: 'Slow start',
    purpose: 'Begins small and grows with each ACK.',
    without: 'It opens as wide as it will go at once: the first flight drowns the slowest queue.',
  },
  congestionAvoidance: {
    name: 'Congestion avoidance',
    purpose: 'Beyond the threshold it grows by little each round trip.',
    without: 'It doubles for ever: a round trip that goes well is followed by a burst of losses.',
  },
  flowControl: {
    name: 'Flow control',
    purpose: 'No more is sent than the receiver has said it has room for.',
    without: 'A slow reader’s buffer overflows, and what it drops comes again.',
  },
  windowProbes: {
    name: 'Window probes',
    purpose: 'A closed window is asked now and then whether it has opened.',
    without: 'One lost window update, and both wait for ever.',
  },
  windowUpdates: {
    name: 'Window updates',
    purpose: 'When the app reads, the new room is announced at once.',
    without: 'The sender learns of the room only by asking.',
  },
  sillyWindowAvoidance: {
    name: 'Silly window avoidance',
    purpose: 'Room is announced only when there is enough of it.',
    without: 'A slow reader draws segments of one byte.',
  },
  finCheck: {
    name: 'Hearing a FIN',
    purpose: 'The peer’s “that was all” is understood.',
    without: 'The app waits for an end that has come.',
  },
  halfClose: {
    name: 'Half-close',
    purpose: 'When one side is done, the other may still send.',
    without: 'A close ends both directions: the answer to the last question is refused.',
  },
  timeWait: {
    name: 'TIME-WAIT',
    purpose: 'A closed connection is remembered for a while, in case the last ACK is lost.',
    without: 'It is forgotten at once: the peer’s repeated FIN is answered by a RST.',
  },
  userTimeout: {
    name: 'Giving up',
    purpose: 'After a long silence TCP stops and tells the app.',
    without: 'The app is never told that nobody is there.',
  },
  keepAliveProbes: {
    name: 'Keep-alive',
    purpose: 'A silent peer is asked whether it is still there.',
    without: 'A connection to a host that is gone stays open.',
  },
  resets: {
    name: 'Sending RST',
    purpose: 'A segment for a connection that does not exist is told so.',
    without: 'A closed port looks like a lost packet.',
  },
  resetCheck: {
    name: 'Hearing RST',
    purpose: 'The peer’s “this connection is gone” is understood.',
    without: 'TCP goes on talking to a connection that is gone.',
  },
  challengeAcks: {
    name: 'Challenge ACKs',
    purpose: 'A suspicious RST or SYN is asked whether it is meant.',
    without: 'Anyone who guesses a number within the window can cut the connection.',
  },
  synchronizeCheck: {
    name: 'A SYN on an open connection',
    purpose: 'A peer that has started over is noticed.',
    without: 'A peer that has restarted hears nothing.',
  },
  icmpErrors: {
    name: 'Hearing ICMP errors',
    purpose: 'What routers and hosts complain of is heard.',
    without: 'A call to a closed door rings until TCP gives up.',
  },
} as const;
