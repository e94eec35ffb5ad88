import type { Mechanism } from '../../experiment/tcpOptions';
import type { Street } from '../../experiment/street';
import type { Run } from '../../trace/run';
import type { Control, Lesson } from '../lesson';
import {
  acknowledgedBeyond,
  arrives,
  duplicateAckSent,
  orderOfReading,
  read,
  reasonsOfResends,
  resendsOf,
  resendsOfPiece,
  resent,
} from '../predicates';
import { late, lessonStreet, piecesOf, roundTripNs } from '../scene';

const ONE_WAY_MS = 250;

const delay: Control = {
  id: 'delay',
  start: 'ms60',
  values: [0, 20, 60, 100, 200, 400].map((ms) => ({
    id: `ms${ms}`,
    change: (street) => ({ ...street, rules: [late(2, ms)] }),
  })),
};

const queue: Control = {
  id: 'queue',
  start: 'kept',
  values: [
    { id: 'kept', change: (street) => street },
    { id: 'discarded', change: (street) => switchedOff(street, 'reassembly') },
  ],
};

const sack: Control = {
  id: 'sack',
  start: 'on',
  values: [
    { id: 'on', change: (street) => street },
    {
      id: 'off',
      change: (street) => ({ ...street, tcpChanges: { ...street.tcpChanges, sackPermitted: false } }),
    },
  ],
};

/** 1, 3, 2: TCP holds what comes early, repeats its ACK, and hands the app nothing but order without gaps. */
export const inOrder: Lesson = {
  id: 'L13',
  minutes: 6,
  newTerms: ['outOfOrder', 'reassemblyBuffer', 'sack'],
  visibleFields: ['tcp.sequence', 'tcp.acknowledgment', 'tcp.option.sack'],
  scene: {
    street: lessonStreet({ pieces: 3, oneWayMs: ONE_WAY_MS, rules: [late(2, 60)], lanes: ['tcp'] }),
    variants: {
      noQueue: { tcpChanges: { without: ['reassembly'] } },
      six: { payload: piecesOf(6) },
    },
    fromNs: roundTripNs(ONE_WAY_MS),
    speed: 0.17,
  },
  predict: [
    {
      id: 'third',
      answerBeat: 'together',
      options: [
        { id: 'discarded', holds: (run) => resendsOfPiece(run, 3) > 0 },
        { id: 'kept', holds: (run) => resendsOfPiece(run, 3) === 0 && isInOrder(run) },
        { id: 'passedOn', holds: (run) => !isInOrder(run) },
      ],
    },
    {
      id: 'again',
      answerBeat: 'compare',
      options: [0, 1, 2].map((times) => ({
        id: `times${times}`,
        holds: (run: Run) => resendsOf(run, 'tcp') === times,
      })),
    },
  ],
  beats: [
    { id: 'first', until: read('tcp', 1), side: 'receiver' },
    { id: 'early', until: arrives('tcp', 3), side: 'receiver' },
    { id: 'duplicate', until: duplicateAckSent(1), side: 'receiver', instrument: 'ladder' },
    { id: 'filled', until: arrives('tcp', 2), side: 'receiver' },
    { id: 'together', until: read('tcp', 2), side: 'receiver' },
    { id: 'compare', until: acknowledgedBeyond(2001), side: 'sender', instrument: 'ladder' },
    { id: 'simplest', variant: 'noQueue', until: resent('retransmissionTimeout'), side: 'sender' },
  ],
  control: delay,
  switches: [queue, sack],
  challenge: {
    variant: 'six',
    goalTest: (run) => !run.experiment.tcp.without.includes('reassembly') && reasonsOfResends(run).length > 0,
    solution: { delay: 'ms100' },
  },
  check: {
    options: [
      { id: 'inOrder', isRight: true },
      { id: 'asArrived', isRight: false, misconception: 'M06', refuteBeat: 'together' },
      { id: 'bothAgain', isRight: false, misconception: 'M18', refuteBeat: 'early' },
      { id: 'secondAgain', isRight: false, misconception: 'M18', refuteBeat: 'compare' },
    ],
  },
  facts: [
    { claim: 'heldEarly', ref: 'RFC 9293 §3.10.7.4' },
    { claim: 'duplicateAtOnce', ref: 'RFC 5681 §4.2' },
    { claim: 'sackAdvisory', ref: 'RFC 2018 §8' },
    { claim: 'byteStream', ref: 'RFC 9293 §2.2' },
  ],
  metaphor: { used: ['bucket'], limits: ['bytesNotLetters', 'keptIsNotDelivered', 'ackOrdersNothing'] },
};

function isInOrder(run: Run): boolean {
  return orderOfReading(run, 'tcp').every((piece, i) => piece === i + 1);
}

function switchedOff(street: Street, mechanism: Mechanism): Street {
  const without = [...(street.tcpChanges.without ?? []), mechanism];
  return { ...street, tcpChanges: { ...street.tcpChanges, without } };
}
