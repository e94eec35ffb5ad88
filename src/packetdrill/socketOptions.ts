import { type CallResult, DONE, errnoNumber } from './errno';
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
const SMALLEST_BUFFER = 2304;

/** setsockopt: what the option says is true of the connection at once. */
export function setOption(socket: Socket, call: SystemCall): CallResult {
  const option = wordAt(call, 2);
  if (IGNORED.has(option)) return DONE;
  const options = socket.flow?.options ?? socket.options;
  const value = call.args[3];
  switch (option) {
    case 'SO_LINGER':
      return setLinger(socket, call);
    case 'TCP_MAXSEG':
      socket.maxSegmentBytes = numberOf(value, option);
      return DONE;
    case 'TCP_NODELAY':
      options.nagle = numberOf(value, option) === 0;
      return DONE;
    case 'TCP_QUICKACK':
      options.quickAckSegments = numberOf(value, option) === 0 ? 0 : Infinity;
      return DONE;
    case 'SO_SNDBUF':
      socket.options.sendBufferBytes = Math.max(numberOf(value, option) * BUFFER_FACTOR, SMALLEST_BUFFER);
      return DONE;
    case 'SO_RCVBUF':
      options.receiveBufferBytes = Math.max(numberOf(value, option) * BUFFER_FACTOR, SMALLEST_BUFFER);
      return DONE;
    default:
      throw new OutOfScope(`socket option ${option}`);
  }
}

/** getsockopt: what it writes to its fourth argument. */
export function getOption(socket: Socket, call: SystemCall, mssBytes: number): CallResult {
  const option = wordAt(call, 2);
  switch (option) {
    case 'SO_ERROR': {
      const error = socket.flow?.takeError();
      return output(error === undefined ? 0 : (errnoNumber(error) ?? -1));
    }
    case 'TCP_MAXSEG':
      return output(socket.flow?.connection.sendMaxSegmentBytes ?? socket.maxSegmentBytes ?? mssBytes);
    default:
      throw new OutOfScope(`socket option ${option}`);
  }
}

function output(value: number): CallResult {
  return { value: 0, outputs: new Map([[3, value]]) };
}

function setLinger(socket: Socket, call: SystemCall): CallResult {
  const value = call.args[3];
  if (value?.kind !== 'record') throw new OutOfScope('SO_LINGER without a record');
  const isOn = numberOf(value.fields.get('onoff') ?? value.fields.get('l_onoff'), 'onoff') !== 0;
  const seconds = numberOf(value.fields.get('linger') ?? value.fields.get('l_linger'), 'linger');
  if (isOn && seconds !== 0) throw new OutOfScope('SO_LINGER with a time');
  socket.isAborting = isOn;
  return DONE;
}
