import type { Nanoseconds } from '../experiment/experiment';
import { LINUX_PACKETDRILL_TCP } from '../experiment/tcpPresets';
import { type CallResult, DONE, errnoNumber, failed } from './errno';
import type { FlowOptions } from './flow';
import type { Socket } from './socket';
import type { SystemCall } from './script';
import { numberOf, wordAt } from './values';
import { OutOfScope } from './verdict';

/** Options that change nothing TCP does here. */
const IGNORED = new Set([
  'SO_REUSEADDR',
  'SO_REUSEPORT',
  'IP_TOS',
  'IP_MTU_DISCOVER',
  'IP_RECVERR',
  'SO_PRIORITY',
]);
/** Linux takes twice what is asked for, to have room for its own records. */
const BUFFER_FACTOR = 2;
const SMALLEST_SEND_BUFFER = 4608;
const SMALLEST_RECEIVE_BUFFER = 2304;
/** What TCP_MAXSEG says before there is a peer: what one takes who announces nothing (RFC 9293 §3.7.1). */
const UNCONNECTED_SEGMENT = 536;
const SMALLEST_SEGMENT = 88;
const LARGEST_SEGMENT = 32_767;
const SECOND_NS = 1_000_000_000;
const MILLISECOND_NS = 1_000_000;

/** setsockopt: what the option says is true of the connection at once. */
export function setOption(socket: Socket, call: SystemCall, now: Nanoseconds): CallResult {
  const option = wordAt(call, 2);
  if (IGNORED.has(option)) return DONE;
  const options = socket.flow?.options ?? socket.options;
  const value = call.args[3];
  switch (option) {
    case 'SO_LINGER':
      return setLinger(socket, call);
    case 'TCP_MAXSEG':
      return setSegmentSize(socket, numberOf(value, option));
    case 'TCP_NODELAY':
      options.nagle = numberOf(value, option) === 0;
      socket.flow?.connection.optionsChanged(now);
      return DONE;
    case 'TCP_QUICKACK':
      options.quickAckSegments = numberOf(value, option) === 0 ? 0 : Infinity;
      return DONE;
    case 'SO_KEEPALIVE':
    case 'TCP_KEEPIDLE':
    case 'TCP_KEEPINTVL':
    case 'TCP_KEEPCNT':
      return setKeepAlive(socket, option, numberOf(value, option), now);
    case 'TCP_USER_TIMEOUT':
      return setUserTimeout(options, numberOf(value, option));
    case 'SO_SNDBUF':
      socket.sendBufferBytes = Math.max(numberOf(value, option) * BUFFER_FACTOR, SMALLEST_SEND_BUFFER);
      return DONE;
    case 'SO_RCVBUF':
      options.receiveBufferBytes = Math.max(numberOf(value, option) * BUFFER_FACTOR, SMALLEST_RECEIVE_BUFFER);
      return DONE;
    default:
      throw new OutOfScope(`socket option ${option}`);
  }
}

/** getsockopt: what it writes to its fourth argument. */
export function getOption(socket: Socket, call: SystemCall): CallResult {
  const option = wordAt(call, 2);
  switch (option) {
    case 'SO_ERROR': {
      const error = socket.flow?.takeError();
      return output(error === undefined ? 0 : (errnoNumber(error) ?? -1));
    }
    case 'TCP_MAXSEG':
      return output(
        socket.flow?.connection.sendMaxSegmentBytes ?? socket.maxSegmentBytes ?? UNCONNECTED_SEGMENT,
      );
    case 'SO_KEEPALIVE':
      return output((socket.flow?.options ?? socket.options).keepAlive ? 1 : 0);
    case 'TCP_KEEPIDLE':
      return output(socket.keepAlive.idleNs / SECOND_NS);
    case 'TCP_KEEPINTVL':
      return output(socket.keepAlive.intervalNs / SECOND_NS);
    case 'TCP_KEEPCNT':
      return output(socket.keepAlive.probes);
    case 'TCP_NODELAY':
      return output((socket.flow?.options ?? socket.options).nagle ? 0 : 1);
    case 'SO_SNDBUF':
      return output(socket.sendBufferBytes ?? socket.options.sendBufferBytes);
    case 'SO_RCVBUF':
      return output((socket.flow?.options ?? socket.options).receiveBufferBytes);
    default:
      throw new OutOfScope(`socket option ${option}`);
  }
}

function output(value: number): CallResult {
  return { value: 0, outputs: new Map([[3, value]]) };
}

function setLinger(socket: Socket, call: SystemCall): CallResult {
  const argument = call.args[3];
  const value = argument?.kind === 'list' ? argument.items[0] : argument;
  if (value?.kind !== 'record') throw new OutOfScope('SO_LINGER without a record');
  const isOn = numberOf(value.fields.get('onoff') ?? value.fields.get('l_onoff'), 'onoff') !== 0;
  const seconds = numberOf(value.fields.get('linger') ?? value.fields.get('l_linger'), 'linger');
  if (isOn && seconds !== 0) throw new OutOfScope('SO_LINGER with a time');
  socket.isAborting = isOn;
  return DONE;
}

/** Linux takes no more extreme ones. */
function setSegmentSize(socket: Socket, bytes: number): CallResult {
  if (bytes !== 0 && (bytes < SMALLEST_SEGMENT || bytes > LARGEST_SEGMENT)) return failed('EINVAL');
  socket.maxSegmentBytes = bytes === 0 ? undefined : bytes;
  return DONE;
}

/** Seconds, but for a count of probes; nothing starts before SO_KEEPALIVE does. */
function setKeepAlive(socket: Socket, option: string, value: number, now: Nanoseconds): CallResult {
  const options = socket.flow?.options ?? socket.options;
  const isOn = option === 'SO_KEEPALIVE' ? value !== 0 : options.keepAlive !== null;
  if (option !== 'SO_KEEPALIVE' && value < 1) return failed('EINVAL');
  if (option === 'TCP_KEEPIDLE') socket.keepAlive = { ...socket.keepAlive, idleNs: value * SECOND_NS };
  if (option === 'TCP_KEEPINTVL') socket.keepAlive = { ...socket.keepAlive, intervalNs: value * SECOND_NS };
  if (option === 'TCP_KEEPCNT') socket.keepAlive = { ...socket.keepAlive, probes: value };
  options.keepAlive = isOn ? socket.keepAlive : null;
  socket.flow?.connection.optionsChanged(now);
  return DONE;
}

/** R2 in milliseconds (RFC 9293 §3.8.3, RFC 5482); 0 is what it was at first. */
function setUserTimeout(options: FlowOptions, milliseconds: number): CallResult {
  const isSet = milliseconds > 0;
  const { dataGiveUpNs, synGiveUpNs } = LINUX_PACKETDRILL_TCP;
  options.dataGiveUpNs = isSet ? milliseconds * MILLISECOND_NS : dataGiveUpNs;
  options.synGiveUpNs = isSet ? milliseconds * MILLISECOND_NS : synGiveUpNs;
  return DONE;
}
