import type { Run } from '../../trace/run';
import type { Control, Lesson } from '../lesson';
import {
  acknowledgedBeyond,
  duplicateAckArrives,
  duplicatesBeforeResend,
  lossesOf,
  lost,
  reasonsOfResends,
  resent,
} from '../predicates';
import { gone, lessonStreet, piecesOf, roundTripNs } from '../scene';

const ONE_WAY_MS = 250;
const SEGMENTS = 6;

const segments: Control = {
  id: 'segments',
  start: `n${SEGMENTS}`,
  values: [3, 4, 5, 6, 7, 8].map((count) => ({
    id: `n${count}`,
    change: (street) => ({ ...street, payload: piecesOf(count) }),
  })),
};

const lostOne: Control = {
  id: 'lostOne',
  start: 'p2',
  values: [1, 2, 3, 4, 5, 6].map((piece) => ({
    id: `p${piece}`,
    change: (street) => ({ ...street, rules: [gone(piece)] }),
  })),
};

/** Three duplicate ACKs mean "probably lost": it goes again long before the timer. */
export const fastRetransmit: Lesson = {
  id: 'L14',
  minutes: 5,
  newTerms: ['duplicateAck', 'fastRetransmit', 'fastRecovery'],
  visibleFields: ['tcp.sequence', 'tcp.acknowledgment', 'tcp.option.sack'],
  scene: {
    street: {
      ...lessonStreet({ pieces: SEGMENTS, oneWayMs: ONE_WAY_MS, rules: [gone(2)], lanes: ['tcp'] }),
      tcpChanges: { initialWindowSegments: SEGMENTS },
    },
    variants: { three: { payload: piecesOf(3) } },
    fromNs: roundTripNs(ONE_WAY_MS),
    speed: 0.17,
  },
  predict: [
    {
      id: 'sign',
      answerBeat: 'again',
      options: [1, 2, 3]
        .map((count) => ({
          id: `dup${count}`,
          holds: (run: Run) => isFast(run) && duplicatesBeforeResend(run) === count,
        }))
        .concat({ id: 'timer', holds: (run) => !isFast(run) }),
    },
  ],
  beats: [
    { id: 'lost', until: lost('tcp', 2), side: 'road' },
    { id: 'first', until: duplicateAckArrives(1), side: 'sender', instrument: 'ladder' },
    { id: 'second', until: duplicateAckArrives(2), side: 'sender' },
    { id: 'third', until: duplicateAckArrives(3), side: 'sender' },
    { id: 'again', until: resent('tripleDuplicateAck'), side: 'sender' },
    { id: 'recovery', until: resent('tripleDuplicateAck'), side: 'sender' },
    { id: 'jump', until: acknowledgedBeyond(1001), side: 'sender', instrument: 'ladder' },
    { id: 'slow', variant: 'three', until: resent('retransmissionTimeout'), side: 'sender' },
  ],
  control: segments,
  switches: [lostOne],
  challenge: {
    goalTest: (run) => lossesOf(run) === 1 && reasonsOfResends(run).join() === 'retransmissionTimeout',
    solution: { lostOne: 'p6' },
  },
  check: {
    options: [
      { id: 'tellApart', isRight: true },
      { id: 'askedThrice', isRight: false, misconception: 'M18', refuteBeat: 'first' },
      { id: 'knewAlready', isRight: false, misconception: 'M21', refuteBeat: 'lost' },
      { id: 'acksLost', isRight: false, misconception: 'M20', refuteBeat: 'third' },
    ],
  },
  facts: [
    { claim: 'whatCounts', ref: 'RFC 5681 §2' },
    { claim: 'third', ref: 'RFC 5681 §3.2' },
    { claim: 'half', ref: 'RFC 5681 §3.1' },
    { claim: 'limitedTransmit', ref: 'RFC 3042 §2' },
    { claim: 'byTime', ref: 'RFC 8985 §3.1' },
  ],
  metaphor: { used: ['hourglass'], limits: ['copyNotOriginal', 'threeIsAGuess', 'fastIsNotFaster'] },
};

function isFast(run: Run): boolean {
  return reasonsOfResends(run)[0] === 'tripleDuplicateAck';
}
