import { callPayload } from '../../experiment/call';
import type { Street } from '../../experiment/street';
import type { Run } from '../../trace/run';
import type { Control, Lesson, PredictionOption } from '../lesson';
import { isIntact, lastAnswer, lost, readsLast, resentPiece, uselessFrames } from '../predicates';
import { doubled, gone, late, lessonStreet, roundTripNs } from '../scene';

const ONE_WAY_MS = 50;
const MILLISECOND_NS = 1_000_000;
const FRAMES = 10;
const TIMER_MS = 150;

/** The fate tape: what becomes of the originals, whatever carries them. */
function tape(lostPiece: number): Street['rules'] {
  return [gone(lostPiece), late(6, 110), doubled(8)];
}

const position: Control = {
  id: 'position',
  start: 'p3',
  values: [1, 3, 5, 9, 10].map((piece) => ({
    id: `p${piece}`,
    change: (street) => ({ ...street, rules: tape(piece) }),
  })),
};

const deadline: Control = {
  id: 'deadline',
  start: 'ms100',
  only: 'change',
  values: [60, 100, 200, 300].map((ms) => ({
    id: `ms${ms}`,
    change: (street) =>
      street.payload.kind === 'call'
        ? { ...street, payload: callPayload(FRAMES, ms * MILLISECOND_NS) }
        : street,
  })),
};

const timer: Control = {
  id: 'timer',
  start: `ms${TIMER_MS}`,
  only: 'make',
  values: [50, 105, 150, 300].map((ms) => ({
    id: `ms${ms}`,
    change: (street) =>
      street.reliability
        ? { ...street, reliability: { ...street.reliability, timerNs: ms * MILLISECOND_NS } }
        : street,
  })),
};

/** What else is on the tape: the late one and the double. */
const others: Control = {
  id: 'others',
  start: 'on',
  only: 'make',
  values: [
    { id: 'on', change: (street) => street },
    {
      id: 'off',
      change: (street) => ({
        ...street,
        rules: street.rules.filter(({ verdict }) => verdict.kind === 'drop'),
      }),
    },
  ],
};

/** One fate, five futures: a file and a call, over TCP, over UDP, and over what an app makes of UDP. */
export const sameFate: Lesson = {
  id: 'L18',
  minutes: 7,
  newTerms: ['headOfLine', 'deadline', 'ownReliability'],
  visibleFields: ['tcp.sequence', 'tcp.acknowledgment', 'data.blockNumber'],
  scene: {
    street: lessonStreet({ pieces: FRAMES, oneWayMs: ONE_WAY_MS, rules: tape(3), lanes: ['tcp', 'udp'] }),
    variants: {
      call: { payload: callPayload(FRAMES), pieceBytes: null },
      own: { reliability: { kind: 'stopAndWait', timerNs: TIMER_MS * MILLISECOND_NS } },
    },
    fromNs: roundTripNs(ONE_WAY_MS),
    speed: 0.05,
  },
  predict: [
    {
      id: 'file',
      answerBeat: 'whole',
      options: worseOne((run) => [isIntact(run, 'tcp') ? 0 : 1, isIntact(run, 'udp') ? 0 : 1]),
    },
    {
      id: 'call',
      answerBeat: 'burst',
      options: worseOne((run) => [uselessFrames(run, 'tcp'), uselessFrames(run, 'udp')]),
    },
  ],
  beats: [
    { id: 'tape', until: lost('udp', 3), side: 'road' },
    { id: 'hole', until: readsLast('udp'), side: 'receiver', instrument: 'app' },
    { id: 'whole', until: readsLast('tcp'), side: 'receiver', instrument: 'app' },
    { id: 'skipped', variant: 'call', until: readsLast('udp'), side: 'receiver', instrument: 'app' },
    { id: 'burst', variant: 'call', until: readsLast('tcp'), side: 'receiver', instrument: 'app' },
    { id: 'ownResend', variant: 'own', until: resentPiece('udp', 3), side: 'sender', instrument: 'ladder' },
    { id: 'needless', variant: 'own', until: resentPiece('udp', 6), side: 'sender', instrument: 'ladder' },
    { id: 'slow', variant: 'own', until: lastAnswer('udp'), side: 'sender', instrument: 'app' },
  ],
  changeVariant: 'call',
  control: position,
  switches: [deadline, timer, others],
  challenge: {
    variant: 'own',
    goalTest: (run) => {
      const [tcp, udp] = run.result?.lanes ?? [];
      if (!tcp?.intact || !udp?.intact) return false;
      return (udp.finishNs ?? Infinity) < (tcp.finishNs ?? Infinity);
    },
    solution: { position: 'p10', others: 'off' },
  },
  check: {
    options: [
      { id: 'noWaiting', isRight: true },
      { id: 'faster', isRight: false, misconception: 'M14', refuteBeat: 'tape' },
      { id: 'losesLess', isRight: false, misconception: 'M30', refuteBeat: 'hole' },
      { id: 'noCheck', isRight: false, misconception: 'M15', refuteBeat: 'skipped' },
    ],
  },
  facts: [
    { claim: 'noControl', ref: 'RFC 8085 §3.1' },
    { claim: 'appsOwnWork', ref: 'RFC 8085 §3.3' },
    { claim: 'rtp', ref: 'RFC 3550 §5.1' },
    { claim: 'byteOrder', ref: 'RFC 9293 §2.2' },
  ],
  metaphor: { used: ['postcard', 'registeredMail'], limits: ['sameRoad', 'lateIsLost', 'simplestOnly'] },
};

/** Which of the two transports did worse; `badness` is of TCP and of UDP. */
function worseOne(badness: (run: Run) => readonly [number, number]): readonly PredictionOption[] {
  const difference = (run: Run): number => {
    const [tcp, udp] = badness(run);
    return Math.sign(tcp - udp);
  };
  return [
    { id: 'tcp', holds: (run) => difference(run) > 0 },
    { id: 'udp', holds: (run) => difference(run) < 0 },
    { id: 'same', holds: (run) => difference(run) === 0 },
  ];
}
