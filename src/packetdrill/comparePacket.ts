import { FLAG } from '../wire/tcp';
import type { TcpOption } from '../wire/tcpOptions';
import type { SentPacket } from './packetdrillHost';
import { optionTexts, packetText } from './packetText';
import type { ScriptPacket } from './script';
import type { TimestampMap } from './timestampMap';

/** Linux sets PSH by heuristics of its own. */
const COMPARED_FLAGS = FLAG.syn | FLAG.fin | FLAG.rst | FLAG.ack;

/** Whether a segment is what the script expects. */
export function isExpected(sent: SentPacket, expected: ScriptPacket, timestamps: TimestampMap): boolean {
  const { header, payloadLength } = sent;
  if ((header.flags & COMPARED_FLAGS) !== (expected.flags & COMPARED_FLAGS)) return false;
  if (header.sequence !== expected.start % 2 ** 32 || payloadLength !== expected.length) return false;
  const hasAck = (expected.flags & FLAG.ack) !== 0;
  if (hasAck && header.acknowledgment !== (expected.acknowledgment ?? 0)) return false;
  if (expected.window !== undefined && header.window !== expected.window) return false;
  return expected.options === 'any' || areOptionsExpected(header.options, expected.options, timestamps);
}

/** A segment that left, in the script's words. */
export function sentText({ header, payloadLength }: SentPacket): string {
  return packetText({
    flags: header.flags,
    start: header.sequence,
    length: payloadLength,
    acknowledgment: (header.flags & FLAG.ack) === 0 ? undefined : header.acknowledgment,
    window: header.window,
    options: header.options,
  });
}

function areOptionsExpected(
  sent: readonly TcpOption[],
  expected: readonly TcpOption[],
  timestamps: TimestampMap,
): boolean {
  const sentTexts = optionTexts(sent.map(withoutValue));
  const expectedTexts = optionTexts(expected.map(withoutValue));
  if (sentTexts.join() !== expectedTexts.join()) return false;
  const live = valueOf(sent);
  const script = valueOf(expected);
  return live === undefined || script === undefined || timestamps.accepts(live, script);
}

/** The value of a timestamp is compared by the clock, all else as it stands. */
function withoutValue(option: TcpOption): TcpOption {
  return option.kind === 'timestamps' ? { ...option, value: 0 } : option;
}

function valueOf(options: readonly TcpOption[]): number | undefined {
  for (const option of options) if (option.kind === 'timestamps') return option.value;
  return undefined;
}
