import { describe, expect, it } from 'vitest';
import { RFC_TCP } from '../../experiment/tcpPresets';
import type { TcpOptions } from '../../experiment/tcpOptions';
import { Cubic } from './cubic';
import { RFC_DIALECT } from './dialect';
import { MS, VirtualWire } from './virtualWire';

const MSS = 1000;
const RTT_NS = 100 * MS;
/** α_cubic (RFC 9438 §4.3). */
const ALPHA = (3 * 0.3) / 1.7;

/** A CUBIC sender that is always limited by its window and gets an ACK for each segment, evenly over round trips. */
class Flow {
  readonly control: Cubic;
  now = 0;

  constructor(over: Partial<TcpOptions> = {}) {
    const options = { ...RFC_TCP, ...over };
    const rules = { options, dialect: RFC_DIALECT, hasSlowStart: true, hasAvoidance: true };
    this.control = new Cubic({ smoothedRttNs: RTT_NS }, rules);
    this.control.begin(MSS, 10 * MSS);
  }

  get segments(): number {
    return this.control.window.cwnd / MSS;
  }

  ack(isWindowLimited = true): void {
    const { cwnd } = this.control.window;
    const position = { sendUnacked: 1, sendNext: 1 };
    const news = { now: this.now, bytes: MSS, inFlight: cwnd, rttNs: RTT_NS, isWindowLimited };
    this.control.acknowledged({ ...news, ...position });
  }

  /** Round trips full of ACKs. */
  run(roundTrips: number, isWindowLimited = true): this {
    const untilNs = this.now + roundTrips * RTT_NS;
    while (this.now < untilNs) {
      this.ack(isWindowLimited);
      this.now += Math.floor((RTT_NS * MSS) / this.control.window.cwnd);
    }
    return this;
  }

  lose(): this {
    this.control.lossNoticed(this.now, this.control.window.cwnd);
    return this;
  }

  /** In slow start to exactly so many segments. */
  growTo(segments: number): this {
    while (this.segments < segments) this.ack();
    return this;
  }
}

describe('CUBIC (RFC 9438)', () => {
  it('keeps 0.7 of the flight on a loss (§4.6)', () => {
    const flow = new Flow().growTo(100).lose();
    expect(flow.control.window).toMatchObject({ cwnd: 70 * MSS, ssthresh: 70 * MSS });
    flow.control.lossNoticed(0, 2 * MSS);
    expect(flow.control.window.ssthresh).toBe(2 * MSS);
  });

  it('lets cwnd fall to one segment for marks, but ssthresh only to two (§4.6)', () => {
    const flow = new Flow();
    flow.control.markNoticed(0, MSS);
    expect(flow.control.window).toMatchObject({ cwnd: MSS, ssthresh: 2 * MSS });
    expect(flow.control.window.cwndReason).toEqual({ kind: 'congestionExperienced' });
  });

  it('climbs back along the curve: concave to W_max, then convex (§4.4, §4.5)', () => {
    const flow = new Flow().growTo(200).lose();
    const k = Math.cbrt(60 / 0.4);
    const target = (t: number): number => 0.4 * (t - k) ** 3 + 200;
    for (let t = 1; t < 2 * k; t += 1) {
      flow.run(10);
      // What is grown towards is a round trip ahead, and takes one to be reached.
      expect(flow.segments).toBeGreaterThan(target(t - 0.2));
      expect(flow.segments).toBeLessThan(target(t + 0.2));
    }
    expect(flow.control.window.cwndReason).toEqual({ kind: 'cubicConvex' });
  });

  it('is as fast as Reno would be where the curve is slower (§4.3)', () => {
    const flow = new Flow().lose();
    expect(flow.segments).toBe(7);
    flow.run(3);
    expect(flow.segments).toBeGreaterThan(7 + 2 * ALPHA);
    expect(flow.segments).toBeLessThan(7 + 4 * ALPHA);
    expect(flow.control.window.cwndReason).toEqual({ kind: 'cubicRenoFriendly' });
  });

  it('gains a segment a round trip once it has what it had (§4.3, α = 1)', () => {
    const flow = new Flow().lose().run(8);
    const before = flow.segments;
    expect(before).toBeGreaterThan(10);
    flow.run(3);
    expect(flow.segments - before).toBeGreaterThan(2.5);
  });

  it('makes room for others when it loses below its last maximum (§4.7)', () => {
    // W_max is 0.85 of the 140 at the second loss: 119 is the plateau, not 140.
    const plateauS = Math.cbrt((119 - 98) / 0.4);
    const flow = new Flow().growTo(200).lose().lose();
    expect(flow.segments).toBe(98);
    flow.run(plateauS * 10);
    expect(flow.segments).toBeGreaterThan(117);
    expect(flow.segments).toBeLessThan(121);
  });

  it('begins on a plateau after a timeout (§4.8)', () => {
    const flow = new Flow().growTo(100);
    flow.control.timedOut(0, 100 * MSS, true);
    expect(flow.control.window).toMatchObject({ cwnd: MSS, ssthresh: 70 * MSS });
    flow.growTo(70);
    expect(flow.run(3).segments).toBeLessThan(70 + 4);
  });

  it('takes a reduction back as if nothing had been (§4.9)', () => {
    const flow = new Flow().growTo(200).lose().run(40);
    const spurious = new Flow().growTo(200).lose().run(40).lose();
    spurious.control.undo();
    expect(spurious.segments).toBe(flow.segments);
    expect(spurious.run(40).segments).toBe(flow.run(40).segments);
  });

  it('does not let time run while the window is not what limits the sender (§5.8)', () => {
    const flow = new Flow().growTo(200).lose().run(20);
    const before = flow.segments;
    expect(flow.run(100, false).segments).toBe(before);
    const idle = new Flow().growTo(200).lose().run(20);
    const sinceNs = idle.now;
    idle.now += 100 * RTT_NS;
    idle.control.idled(idle.now, sinceNs, 1000 * RTT_NS);
    const steady = new Flow().growTo(200).lose().run(20).run(20).segments;
    expect(Math.abs(flow.run(20).segments - steady)).toBeLessThan(1);
    expect(Math.abs(idle.run(20).segments - steady)).toBeLessThan(1);
  });

  it('carries a connection over a loss', () => {
    const fate = ({ from, nth, segment }: { from: string; nth: number; segment: { payload: Uint8Array } }) =>
      from === 'C' && nth === 40 && segment.payload.length > 0 ? { isLost: true } : undefined;
    const options = { congestionControl: 'cubic' as const };
    const wire = new VirtualWire({ options, oneWayMs: 20, fate }).open();
    wire.at(40, () => wire.client.write(200_000)).run();
    expect(wire.server.received).toHaveLength(200_000);
    expect(wire.server.isIntact).toBe(true);
  });
});
