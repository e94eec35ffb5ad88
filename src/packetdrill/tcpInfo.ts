import type { Nanoseconds } from '../experiment/experiment';
import { TCP_STATES } from '../trace/snapshot';
import type { Flow } from './flow';
import { OutOfScope } from './verdict';

/** Linux's numbers of the states (include/net/tcp_states.h). */
const STATE_NUMBERS: Readonly<Record<(typeof TCP_STATES)[number], number>> = {
  ESTABLISHED: 1,
  'SYN-SENT': 2,
  'SYN-RECEIVED': 3,
  'FIN-WAIT-1': 4,
  'FIN-WAIT-2': 5,
  'TIME-WAIT': 6,
  CLOSED: 7,
  'CLOSE-WAIT': 8,
  'LAST-ACK': 9,
  LISTEN: 10,
  CLOSING: 11,
};
/** Congestion states of Linux (RFC 5681 has no names for them), and its states by name. */
const CONSTANTS: Readonly<Record<string, number>> = {
  TCP_CA_Open: 0,
  TCP_CA_Disorder: 1,
  TCP_CA_CWR: 2,
  TCP_CA_Recovery: 3,
  TCP_CA_Loss: 4,
  TCP_ESTABLISHED: 1,
  TCP_SYN_SENT: 2,
  TCP_SYN_RECV: 3,
  TCP_FIN_WAIT1: 4,
  TCP_FIN_WAIT2: 5,
  TCP_TIME_WAIT: 6,
  TCP_CLOSE: 7,
  TCP_CLOSE_WAIT: 8,
  TCP_LAST_ACK: 9,
  TCP_LISTEN: 10,
  TCP_CLOSING: 11,
  True: 1,
  False: 0,
};
/** What Linux shows while nothing has been lost. */
const INFINITE_SSTHRESH = 0x7fff_ffff;
const NANOSECONDS_PER_MILLISECOND = 1_000_000;

/** What a name in an assertion stands for: a field of TCP_INFO, in segments and milliseconds, or a constant. */
export function tcpInfo(flow: Flow | undefined, now: Nanoseconds, name: string): number {
  const constant = Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined;
  if (constant !== undefined) return constant;
  if (!flow) throw new OutOfScope(`${name} without a connection`);
  const snapshot = flow.connection.snapshot();
  const { sendMaxSegmentBytes: segment, recoveryEstimate: estimate } = flow.connection;
  switch (name) {
    case 'tcpi_snd_cwnd':
      return Math.floor(snapshot.cwnd / segment);
    case 'tcpi_snd_ssthresh':
      return snapshot.ssthresh > 2 ** 29 ? INFINITE_SSTHRESH : Math.floor(snapshot.ssthresh / segment);
    case 'tcpi_ca_state':
      return congestionState(snapshot.phase, estimate.sackedSegments + snapshot.duplicateAcks);
    case 'tcpi_unacked':
      return estimate.sentSegments;
    case 'tcpi_snd_mss':
      return segment;
    case 'tcpi_advmss':
      return flow.connection.receiveMaxSegmentBytes;
    case 'tcpi_state':
      return STATE_NUMBERS[snapshot.state];
    case 'tcpi_reordering':
      return estimate.reorderingSegments;
    case 'tcpi_sacked':
      // Without SACK, Linux lets each duplicate ACK stand for a segment.
      return estimate.sackedSegments === 0 ? snapshot.duplicateAcks : estimate.sackedSegments;
    case 'tcpi_lost':
      return Math.ceil(snapshot.lostBytes / segment);
    case 'tcpi_retrans':
      return Math.ceil(snapshot.resentBytes / segment);
    case 'tcpi_last_data_recv':
      return Math.floor((now - flow.lastDataNs) / NANOSECONDS_PER_MILLISECOND);
    default:
      throw new OutOfScope(`TCP_INFO field ${name}`);
  }
}

/** Linux's Disorder begins with the first segment that has come out of its turn. */
function congestionState(phase: string, outOfTurn: number): number {
  if (phase === 'fastRecovery') return 3;
  if (phase === 'timeoutRecovery') return 4;
  return outOfTurn > 0 ? 1 : 0;
}
