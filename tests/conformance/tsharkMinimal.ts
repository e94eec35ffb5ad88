import type { CapturePoint } from '../../src/capture/captureOf';
import type { Rule, RuleVerdict } from '../../src/experiment/experiment';
import { WEATHER_LINK } from '../../src/experiment/town';
import type { Disagreement } from './tsharkDisagreements';
import { type CapturedRun, type Wish, wished } from './tsharkRuns';

const MILLISECOND_NS = 1_000_000;
const SECOND_NS = 1_000_000_000;

/** A smallest run in which Wireshark must guess wrong. */
interface Minimal {
  readonly at: CapturePoint;
  readonly wish: Wish;
  /** Each packet of which either side has something to say, as `engine's labels / Wireshark's words`. */
  readonly said: readonly string[];
}

/** The nth packet with a piece (or the nth of the other ones) that C, or S, sends. */
function nth(from: 'C' | 'S', role: Rule['role'], number: number, verdict: RuleVerdict): Rule {
  return { link: WEATHER_LINK, direction: from === 'C' ? 0 : 1, role, nth: number, verdict };
}

const DROP = { kind: 'drop' } as const;
const DOUBLE = { kind: 'dup' } as const;
const late = (milliseconds: number): RuleVerdict => ({
  kind: 'delay',
  delayNs: milliseconds * MILLISECOND_NS,
});

/** Bit of the window field that stands for 32 768, counted from the first bit of the IP packet. */
const HIGH_WINDOW_BIT = (20 + 14) * 8;

export const MINIMAL: Readonly<Record<Disagreement, Minimal>> = {
  // The text and all that came behind it were lost before the interface: nothing shows that there was an original.
  originalNotSeen: {
    at: 'server',
    wish: { message: 'A', rules: [nth('C', 'piece', 1, DROP), nth('C', 'control', 3, DROP)] },
    said: ['retransmission / '],
  },
  // B and D go again at once. B answers the duplicate ACKs; D does not, and comes within a round trip of the newest
  // text: Wireshark believes the network to have been late.
  sentAgainWithinRoundTrip: {
    at: 'client',
    wish: {
      message: 'ABCDEFGHIJKL',
      rules: [nth('C', 'piece', 2, DROP), nth('C', 'piece', 4, DROP)],
    },
    said: [
      'duplicateAck / duplicate_ack',
      'duplicateAck / duplicate_ack',
      'duplicateAck / duplicate_ack',
      'retransmission / retransmission, fast_retransmission',
      'duplicateAck / duplicate_ack',
      'duplicateAck / duplicate_ack',
      'duplicateAck / duplicate_ack',
      'retransmission / out_of_order',
      'duplicateAck / duplicate_ack',
      'duplicateAck / duplicate_ack',
      'duplicateAck / duplicate_ack',
    ],
  },
  // A keep-alive is an old number with at most one byte, and so is a last letter that is sent again.
  lastByteAgain: {
    at: 'client',
    wish: { message: 'AB', everyMs: 3000, rules: [nth('C', 'piece', 1, DROP)] },
    said: ['retransmission / keep_alive'],
  },
  // Two duplicate ACKs ask for B, and B comes: late and for the first time, but it looks like the answer.
  overtakenData: {
    at: 'server',
    wish: { message: 'ABC', rules: [nth('C', 'piece', 2, late(10))] },
    said: [
      'duplicateAck / duplicate_ack',
      'duplicateAck / duplicate_ack',
      ' / retransmission, fast_retransmission',
    ],
  },
  // The receiver's side cannot know who made two of one.
  doubledData: {
    at: 'server',
    wish: { message: 'ABCD', pieceBytes: 2, rules: [nth('C', 'piece', 1, DOUBLE)] },
    said: [' / retransmission, spurious_retransmission', 'duplicateAck / duplicate_ack'],
  },
  // An ACK that the network doubled and one that S repeats are the same bytes.
  doubledAck: {
    at: 'client',
    wish: { message: 'AB', rules: [nth('S', 'control', 2, DOUBLE)] },
    said: [' / duplicate_ack'],
  },
  // The ACK of A is lost, and A's ACK again, because of C, is the first that the capture shows.
  repeatedAckNotSeen: {
    at: 'client',
    wish: { message: 'ABC', rules: [nth('S', 'control', 2, DROP), nth('C', 'piece', 2, DROP)] },
    said: ['duplicateAck / ', 'duplicateAck / duplicate_ack', 'retransmission / retransmission'],
  },
  // The ACK of A comes behind its own repetition: Wireshark takes the one for the other, and each for what it is not.
  repeatCameFirst: {
    at: 'client',
    wish: { message: 'ABC', rules: [nth('S', 'control', 2, late(1)), nth('C', 'piece', 2, DROP)] },
    said: [
      'duplicateAck / ',
      ' / duplicate_ack',
      'duplicateAck / duplicate_ack',
      'retransmission / retransmission',
    ],
  },
  // The SYN-ACK comes twice, and C repeats its ACK behind A. At S it comes first: its number is not the next one.
  ackOutOfSequence: {
    at: 'server',
    wish: {
      message: 'ABCD',
      pieceBytes: 2,
      everyMs: 3000,
      rules: [nth('S', 'control', 1, DOUBLE), nth('C', 'piece', 1, late(20))],
    },
    said: ['duplicateAck / ', ' / retransmission'],
  },
  // Wireshark takes an ACK without a window for nothing but a closed window, however often it is repeated.
  repeatedWithClosedWindow: {
    at: 'client',
    wish: {
      message: 'ABC',
      tcp: { receiveBufferBytes: 2, windowScale: null },
      pausesMs: [[0, 900]],
      rules: [nth('C', 'piece', 2, DOUBLE)],
    },
    said: ['windowFull / window_full', 'zeroWindow / zero_window', 'duplicateAck, zeroWindow / zero_window'],
  },
  // The ACK of A comes behind S's FIN, with the number before it: what a keep-alive looks like.
  overtakenAck: {
    at: 'client',
    wish: { message: 'A', rules: [nth('S', 'control', 2, late(100))] },
    said: [' / keep_alive', 'duplicateAck / keep_alive_ack'],
  },
  // The same capture: C's answer to that old ACK, which says nothing new, is taken for the answer to a keep-alive.
  answerToSeemingKeepAlive: {
    at: 'client',
    wish: { message: 'A', rules: [nth('S', 'control', 2, late(100))] },
    said: [' / keep_alive', 'duplicateAck / keep_alive_ack'],
  },
  // Both ask at once. Behind S's question C's last word is its answer, not its question: S's answer repeats an ACK.
  crossedKeepAlives: {
    at: 'client',
    wish: {
      message: 'AB',
      everyMs: 3000,
      tcp: { keepAlive: { idleNs: 2 * SECOND_NS, intervalNs: SECOND_NS, probes: 5 } },
    },
    said: [
      'keepAlive / keep_alive',
      'keepAlive / keep_alive',
      'keepAliveAck / keep_alive_ack',
      'keepAliveAck / duplicate_ack',
    ],
  },
  // Linux asks for the window with an empty old segment: the very form of its keep-alive.
  emptyWindowProbe: {
    at: 'client',
    wish: {
      message: 'AB',
      tcp: { dialect: 'linux', receiveBufferBytes: 1, windowScale: null },
      pausesMs: [[0, 1500]],
    },
    said: [
      'windowFull / window_full',
      'zeroWindow / zero_window',
      'windowProbe / keep_alive',
      'windowProbeAck, zeroWindow / zero_window',
      'windowFull / window_full',
    ],
  },
  // C fills the window it knows of. S has opened it meanwhile, which at S's side the capture shows before B comes.
  windowMovedOnTheWay: {
    at: 'server',
    wish: { message: 'AB', everyMs: 0, tcp: { receiveBufferBytes: 2, windowScale: null } },
    said: ['windowFull / '],
  },
  // One bit of the first duplicate ACK is inverted: Wireshark sees another window there, and at the second again.
  damagedHeader: {
    at: 'client',
    wish: {
      message: 'ABCD',
      rules: [nth('C', 'piece', 2, DROP), nth('S', 'control', 3, { kind: 'flip', bit: HIGH_WINDOW_BIT })],
    },
    said: [
      'duplicateAck / ',
      'duplicateAck / ',
      'duplicateAck / duplicate_ack',
      'retransmission / retransmission',
    ],
  },
};

/** The experiment of a minimal capture, ready to be judged. */
export function minimalRun(disagreement: Disagreement): CapturedRun {
  const { at, wish } = MINIMAL[disagreement];
  return { name: disagreement, at, experiment: wished(wish) };
}
