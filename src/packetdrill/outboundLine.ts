import { FLAG } from '../wire/tcp';
import { isExpected, sentText } from './comparePacket';
import type { SentPacket } from './packetdrillHost';
import { packetText } from './packetText';
import type { ScriptPacket } from './script';
import type { TimestampMap } from './timestampMap';
import { ScriptFailure } from './verdict';

/** A `>` line and what has met it so far: one packet, or a run of full segments where it carries more than one takes. */
export class OutboundLine {
  readonly #line: number;
  readonly #packet: ScriptPacket;
  readonly #timestamps: TimestampMap;
  #metBytes = 0;
  #segmentBytes = 0;
  #isMet = false;

  constructor(line: number, packet: ScriptPacket, timestamps: TimestampMap) {
    this.#line = line;
    this.#packet = packet;
    this.#timestamps = timestamps;
  }

  get isMet(): boolean {
    return this.#isMet;
  }

  /** Takes the next packet that left. Throws `ScriptFailure` if it is another one. */
  take(sent: SentPacket): void {
    const { payloadLength } = sent;
    const left = this.#packet.length - this.#metBytes;
    const isPart = payloadLength > 0 && payloadLength < left;
    if (!isExpected(sent, this.#segment(isPart ? payloadLength : left, isPart), this.#timestamps)) {
      this.fail(sentText(sent));
    }
    // Only full segments are a run; a short one inside was sent by another reason.
    if (this.#metBytes > 0 && isPart && payloadLength !== this.#segmentBytes) this.fail(sentText(sent));
    this.#segmentBytes = payloadLength;
    this.#metBytes += payloadLength;
    this.#isMet = !isPart;
  }

  /** Says what came instead. */
  fail(got: string): never {
    const met = this.#metBytes === 0 ? '' : ` (${this.#metBytes} bytes of it came)`;
    throw new ScriptFailure(this.#line, `${packetText(this.#packet)}${met}`, got);
  }

  /** What the next `length` bytes of the line look like: the FIN is on the last segment. */
  #segment(length: number, isPart: boolean): ScriptPacket {
    const start = (this.#packet.start + this.#metBytes) >>> 0;
    const flags = isPart ? this.#packet.flags & ~FLAG.fin : this.#packet.flags;
    return { ...this.#packet, start, length, flags };
  }
}
