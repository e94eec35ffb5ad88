import type { Nanoseconds } from '../experiment/experiment';
import { FLAG } from '../wire/tcp';
import type { AssertStatement } from './assertion';
import { type CallResult, errnoName } from './errno';
import { evaluate, isTrue } from './evaluate';
import { icmpErrorOf } from './icmpError';
import { OutboundLine } from './outboundLine';
import { PacketdrillHost } from './packetdrillHost';
import { applyCommand, type Profile } from './profile';
import type { Script, ScriptEvent, ScriptPacket, SystemCall } from './script';
import { SocketCalls } from './socketCalls';
import { tcpInfo } from './tcpInfo';
import { TimestampMap } from './timestampMap';
import { numberOf } from './values';
import { OutOfScope, ScriptFailure } from './verdict';

/** More wake-ups at one instant than any honest stack needs. */
const LARGEST_RUN = 1_000_000;
/** What fits into an IPv4 packet behind 40 bytes of headers. */
const LARGEST_PAYLOAD = 2 ** 16 - 1 - 40;

/** A call that has begun and not returned. */
interface PendingCall {
  readonly line: number;
  readonly call: SystemCall;
  /** When the script says it returns. */
  readonly endNs: Nanoseconds;
}

/** Does what a script says, event by event, and holds the host to what it expects. */
export class Interpreter {
  readonly #script: Script;
  readonly #profile: Profile;
  readonly #host: PacketdrillHost;
  readonly #calls: SocketCalls;
  readonly #timestamps: TimestampMap;
  /** Index of the event that is being done. */
  #index = 0;
  /** When the event before happened, for relative times. */
  #previousNs: Nanoseconds = 0;
  #pending: PendingCall | undefined;
  #steps = 0;

  constructor(script: Script, profile: Profile) {
    this.#script = script;
    this.#profile = profile;
    this.#host = new PacketdrillHost(profile, () => this.#nextInitialSequence());
    this.#calls = new SocketCalls(this.#host);
    this.#timestamps = new TimestampMap(profile.timestampTickNs, profile.toleranceNs);
  }

  /** Where the script stands, from 1. */
  get line(): number {
    return this.#script.events[this.#index]?.line ?? 1;
  }

  /** Throws `ScriptFailure` or `OutOfScope`. */
  run(): void {
    const { events } = this.#script;
    for (; this.#index < events.length; this.#index += 1) this.#do(events[this.#index]!);
    this.#finishCall();
  }

  #do(event: ScriptEvent): void {
    const window = this.#windowOf(event);
    if (event.action.kind === 'outbound') {
      const metNs = this.#meet(event.line, event.action.packet, window);
      this.#previousNs = event.time.kind === 'at' ? window.fromNs : metNs;
      return;
    }
    if (event.time.kind !== 'at')
      throw new OutOfScope('a range of times for something other than a packet of ours');
    if (window.fromNs < this.#previousNs) {
      throw new ScriptFailure(
        event.line,
        'a time not before that of the event above',
        `${seconds(window.fromNs)} s`,
      );
    }
    // A second call waits for the one that blocks.
    if (event.action.kind === 'call') this.#finishCall(window.fromNs);
    this.#advance(window.fromNs);
    this.#previousNs = window.fromNs;
    this.#act(event);
    this.#retryCall();
  }

  #act({ line, action }: ScriptEvent): void {
    switch (action.kind) {
      case 'inbound':
        return this.#inject(action.packet);
      case 'icmp':
        return this.#host.receiveError(icmpErrorOf(action.icmp));
      case 'call':
        return this.#call(line, action.call);
      case 'command':
        return applyCommand(this.#profile, action.text);
      case 'assert':
        for (const statement of action.statements) this.#assert(statement);
        return;
      case 'outbound':
    }
  }

  /** The instants between which the event has to happen; for a `>` line without a range, the tolerance is added later. */
  #windowOf({ time }: ScriptEvent): { readonly fromNs: Nanoseconds; readonly toNs: Nanoseconds } {
    if (time.kind === 'any') return { fromNs: 0, toNs: Infinity };
    const base = time.isRelative ? this.#previousNs : 0;
    if (time.kind === 'at') return { fromNs: base + time.ns, toNs: base + time.ns };
    return { fromNs: base + time.fromNs, toNs: base + time.toNs };
  }

  /** Meets a `>` line with the oldest packets that left, waiting for them; answers when the first one left. */
  #meet(line: number, packet: ScriptPacket, window: { fromNs: Nanoseconds; toNs: Nanoseconds }): Nanoseconds {
    const { toleranceNs } = this.#profile;
    const earliestNs = window.fromNs - toleranceNs;
    const latestNs = window.toNs + toleranceNs;
    const expectation = new OutboundLine(line, packet, this.#timestamps);
    let firstNs: Nanoseconds | undefined;
    while (!expectation.isMet) {
      this.#waitForPacket(latestNs);
      const sent = this.#host.sent.shift();
      if (!sent)
        return expectation.fail(latestNs === Infinity ? 'nothing' : `nothing by ${seconds(latestNs)} s`);
      expectation.take(sent);
      if (sent.timeNs < earliestNs || sent.timeNs > latestNs) {
        const wanted = `a packet at ${seconds(window.fromNs)} s`;
        throw new ScriptFailure(line, wanted, `it at ${seconds(sent.timeNs)} s`);
      }
      firstNs ??= sent.timeNs;
    }
    return firstNs ?? window.fromNs;
  }

  #waitForPacket(untilNs: Nanoseconds): void {
    while (this.#host.sent.length === 0 && this.#step(untilNs));
  }

  /** Lets time pass until `timeNs`. */
  #advance(timeNs: Nanoseconds): void {
    while (this.#step(timeNs));
    this.#host.now = Math.max(this.#host.now, timeNs);
    this.#checkOverdue();
  }

  /** Goes to the next timer that expires by `untilNs`; answers whether there was one. */
  #step(untilNs: Nanoseconds): boolean {
    const wakeNs = this.#host.wakeAt();
    if (wakeNs > untilNs || wakeNs === Infinity) return false;
    this.#steps += 1;
    if (this.#steps > LARGEST_RUN) throw new Error('the stack goes round in circles');
    this.#host.now = Math.max(this.#host.now, wakeNs);
    this.#host.wake();
    this.#retryCall();
    this.#checkOverdue();
    return true;
  }

  #inject({ flags, start, length, acknowledgment, window, options }: ScriptPacket): void {
    if (length > LARGEST_PAYLOAD) throw new OutOfScope(`a segment of ${length} bytes`);
    const stamped = options === 'any' ? [] : options;
    const segment = {
      flags,
      sequence: start % 2 ** 32,
      acknowledgment: (flags & FLAG.ack) === 0 ? 0 : (acknowledgment ?? 0) % 2 ** 32,
      window: window ?? 0,
      options: stamped.map((option) =>
        option.kind === 'timestamps' ? { ...option, echo: this.#timestamps.liveOf(option.echo) } : option,
      ),
    };
    this.#host.receive(segment, new Uint8Array(length));
  }

  #call(line: number, call: SystemCall): void {
    const endNs = call.endNs === undefined ? this.#previousNs : this.#endOf(call.endNs);
    const pending = { line, call, endNs };
    const result = this.#calls.begin(call);
    if (result) this.#returned(pending, result);
    else this.#pending = pending;
  }

  /** A relative end counts from the event before, like the beginning. */
  #endOf(endNs: Nanoseconds): Nanoseconds {
    const event = this.#script.events[this.#index]!;
    const isRelative = event.time.kind === 'at' && event.time.isRelative;
    return isRelative && event.time.kind === 'at' ? this.#previousNs - event.time.ns + endNs : endNs;
  }

  #retryCall(): void {
    const pending = this.#pending;
    const result = pending && this.#calls.retry(pending.call);
    if (!pending || !result) return;
    this.#pending = undefined;
    this.#returned(pending, result);
  }

  /** Waits for the call that blocks, at most as long as it may. */
  #finishCall(untilNs: Nanoseconds = Infinity): void {
    if (!this.#pending) return;
    const limitNs = Math.min(untilNs, this.#pending.endNs + this.#profile.toleranceNs);
    while (this.#pending && this.#step(limitNs));
    if (this.#pending)
      throw new ScriptFailure(this.#pending.line, this.#returnText(this.#pending), 'no return');
  }

  #checkOverdue(): void {
    const pending = this.#pending;
    if (!pending || this.#host.now <= pending.endNs + this.#profile.toleranceNs) return;
    throw new ScriptFailure(pending.line, this.#returnText(pending), 'no return');
  }

  #returnText({ call, endNs }: PendingCall): string {
    return `${call.name} to return by ${seconds(endNs)} s`;
  }

  #returned({ line, call, endNs }: PendingCall, result: CallResult): void {
    const { now } = this.#host;
    if (Math.abs(now - endNs) > this.#profile.toleranceNs) {
      throw new ScriptFailure(line, `${call.name} to return at ${seconds(endNs)} s`, `${seconds(now)} s`);
    }
    if (call.result.kind === 'any') return;
    const expected = numberOf(call.result, `result of ${call.name}`);
    const isSame = expected === result.value && isSameError(call.error, result.error);
    if (!isSame) {
      const wanted = `${call.name} = ${expected}${call.error ? ` ${call.error}` : ''}`;
      throw new ScriptFailure(line, wanted, `${result.value}${result.error ? ` ${result.error}` : ''}`);
    }
    for (const [index, value] of result.outputs ?? []) {
      const argument = call.args[index];
      if (!argument || argument.kind === 'any') continue;
      const wanted = numberOf(argument, `argument ${index + 1} of ${call.name}`);
      if (wanted !== value) throw new ScriptFailure(line, `${call.name} to say ${wanted}`, String(value));
    }
  }

  #assert({ line, text, condition }: AssertStatement): void {
    const flow = this.#calls.latest?.flow;
    const told = new Map<string, number>();
    const value = evaluate(condition, (name) => {
      const fact = tcpInfo(flow, this.#host.now, name);
      told.set(name, fact);
      return fact;
    });
    const facts = [...told].map(([name, fact]) => `${name} = ${fact}`).join(', ');
    if (!isTrue(value)) throw new ScriptFailure(line, text, facts || String(value));
  }

  /** Our numbers are the script's: the next SYN of ours that it expects says which one to begin with. */
  #nextInitialSequence(): number {
    for (const { action } of this.#script.events.slice(this.#index)) {
      if (action.kind === 'outbound' && (action.packet.flags & FLAG.syn) !== 0) return action.packet.start;
    }
    return 0;
  }
}

function isSameError(expected: string | undefined, got: string | undefined): boolean {
  if (expected === undefined || got === undefined) return expected === got;
  return errnoName(expected) === errnoName(got);
}

function seconds(ns: Nanoseconds): string {
  return (ns / 1e9).toFixed(6);
}
