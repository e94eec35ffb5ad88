import { describe, expect, it } from 'vitest';
import { ECN } from '../../wire/ipv4';
import { FLAG } from '../../wire/tcp';
import { type Fate, type Flight, VirtualWire, type WireSetup } from './virtualWire';

const OFFERED = { ecn: true, initialWindowSegments: 10, windowScale: 8, receiveBufferBytes: 500_000 };

/** Round trips of 40 ms; `fate` for data segments of the client by their number. */
function wireOf(fateOf: (nth: number) => Fate = () => ({}), setup: WireSetup = {}): VirtualWire {
  const fate = ({ from, nth, segment }: Flight): Fate =>
    from === 'C' && segment.payload.length > 0 ? fateOf(nth) : {};
  return new VirtualWire({ oneWayMs: 20, fate, options: OFFERED, ...setup }).open();
}

const isData = ({ from, segment }: Flight): boolean => from === 'C' && segment.payload.length > 0;
const has = ({ segment }: Flight, flag: number): boolean => (segment.header.flags & flag) !== 0;

describe('ECN (RFC 3168)', () => {
  it('is offered by ECE and CWR on the SYN, and agreed to by ECE on the SYN-ACK (§6.1.1)', () => {
    const wire = wireOf().run(100);
    expect(wire.flights.slice(0, 3).map(({ flags }) => flags)).toEqual(['SEW', 'S.E', '.']);
  });

  it.each([
    ['nobody offers it', { options: { ecn: false } }],
    ['the peer does not agree', { options: OFFERED, serverOptions: { ecn: false } }],
  ])('is not used where %s', (_case, setup) => {
    const wire = wireOf(undefined, setup);
    wire.at(100, () => wire.client.write(20_000)).run(1000);
    expect(wire.flights.every(({ segment }) => segment.ecn === ECN.notCapable)).toBe(true);
    expect(wire.flights.slice(1).some(({ flags }) => /[EW]/.test(flags))).toBe(false);
  });

  it('is not asked for again by a SYN that was not answered (§6.1.1.1)', () => {
    const fate = ({ flags, nth }: Flight): Fate => ({ isLost: flags.startsWith('S') && nth === 1 });
    const wire = wireOf(undefined, { fate, options: OFFERED }).run(3000);
    expect(wire.flights.filter(({ from, flags }) => from === 'C' && flags.startsWith('S'))[1]!.flags).toBe(
      'S',
    );
  });

  it('echoes marks if the peer agrees to the first SYN after the second has gone out without (§6.1.1)', () => {
    const fate = ({ from, flags, nth }: Flight): Fate => ({
      isLost: from === 'S' && flags.startsWith('S') && nth === 1,
      isMarked: true,
    });
    const wire = wireOf(undefined, { fate, options: OFFERED });
    wire.at(4000, () => wire.server.write(1000)).run(5000);
    const syns = wire.flights.filter(({ flags }) => flags.startsWith('S')).map(({ flags }) => flags);
    expect(syns).toEqual(expect.arrayContaining(['SEW', 'S', 'S.E']));
    expect(wire.flights.some(({ segment }) => segment.ecn === ECN.capable0)).toBe(true);
    expect(wire.flights.at(-1)).toMatchObject({ from: 'C', flags: '.E' });
  });

  it('lets routers mark new data, but neither ACKs nor what is sent again (§6.1.4, §6.1.5)', () => {
    const wire = wireOf((nth) => ({ isLost: nth === 4 }));
    wire.at(100, () => wire.client.write(30_000)).run();
    const resent = wire.flights.filter((flight) => isData(flight) && flight.segment.isRetransmission);
    expect(resent.map(({ segment }) => segment.ecn)).toEqual([ECN.notCapable]);
    for (const { segment } of wire.flights.filter(isData)) {
      expect(segment.ecn).toBe(segment.isRetransmission ? ECN.notCapable : ECN.capable0);
    }
    expect(wire.flights.every((flight) => isData(flight) || flight.segment.ecn === ECN.notCapable)).toBe(
      true,
    );
  });

  it('does not let a window probe be marked (§6.1.6)', () => {
    const wire = wireOf(undefined, { options: { ...OFFERED, receiveBufferBytes: 2000, windowScale: 0 } });
    wire.server.readsAtOnce = false;
    wire.at(100, () => wire.client.write(5000)).run(5000);
    const probes = wire.flights.filter(({ segment }) => segment.reason.kind === 'windowProbe');
    expect(probes.length).toBeGreaterThan(1);
    expect(probes.every(({ segment }) => segment.ecn === ECN.notCapable)).toBe(true);
  });

  it('echoes a mark in each ACK until the sender says that it has heard (§6.1.3)', () => {
    const wire = wireOf((nth) => ({ isMarked: nth === 3 }));
    wire.at(100, () => wire.client.write(40_000)).run();
    const acks = wire.flights.filter((flight) => flight.from === 'S' && flight.timeMs > 100);
    const echoes = acks.map((flight) => has(flight, FLAG.ece));
    const first = echoes.indexOf(true);
    const last = echoes.lastIndexOf(true);
    expect(first).toBe(2);
    expect(echoes.slice(first, last + 1).every(Boolean)).toBe(true);
    const notice = wire.flights.find((flight) => isData(flight) && has(flight, FLAG.cwr))!;
    const before = wire.flights.filter((flight) => isData(flight) && flight.timeMs <= notice.timeMs);
    expect(before.slice(0, -1).some((flight) => has(flight, FLAG.cwr))).toBe(before.at(-1) !== notice);
    expect(acks[last]!.timeMs).toBeLessThanOrEqual(notice.timeMs + 20);
    expect(acks.some(({ timeMs }) => timeMs > notice.timeMs + 20)).toBe(true);
  });

  it('reduces the window once for a window’s worth of marks (§6.1.2)', () => {
    const wire = wireOf((nth) => ({ isMarked: nth <= 10 }));
    wire.at(100, () => wire.client.write(100_000)).run(155);
    const { cwnd, ssthresh, phase } = wire.client.connection.snapshot();
    expect(phase).toBe('congestionAvoidance');
    // FlightSize was ten segments less the one that the first echo acknowledged.
    expect(ssthresh).toBe(4500);
    expect(cwnd).toBe(4500);
    wire.run();
    const notices = wire.flights.filter((flight) => isData(flight) && has(flight, FLAG.cwr));
    expect(notices).toHaveLength(1);
    expect(wire.server.isIntact).toBe(true);
    expect(wire.flights.some(({ segment }) => segment.isRetransmission)).toBe(false);
  });

  it('reduces again for the marks of a later window', () => {
    const wire = wireOf((nth) => ({ isMarked: nth === 2 || nth === 40 }));
    wire.at(100, () => wire.client.write(100_000)).run();
    expect(wire.flights.filter((flight) => isData(flight) && has(flight, FLAG.cwr))).toHaveLength(2);
  });

  it('goes by the timer when one segment is too much already', () => {
    const wire = wireOf(() => ({ isMarked: true }));
    wire.at(100, () => wire.client.write(30_000)).run();
    expect(wire.server.received).toHaveLength(30_000);
    expect(wire.client.connection.snapshot().cwnd).toBe(1000);
    const late = wire.flights.filter(isData).slice(-5);
    expect(late.some(({ segment }) => segment.isRetransmission)).toBe(false);
    // The RTO is a second, its floor.
    const gaps = late.slice(1).map(({ timeMs }, i) => timeMs - late[i]!.timeMs);
    expect(gaps.every((ms) => ms >= 1000 && ms <= 1100)).toBe(true);
  });

  it('says so too when a loss has reduced the window, and reduces no more for marks of that window', () => {
    const wire = wireOf((nth) => ({ isLost: nth === 2, isMarked: nth > 2 && nth <= 10 }));
    wire.at(100, () => wire.client.write(100_000)).run(300);
    const { ssthresh } = wire.client.connection.snapshot();
    expect(ssthresh).toBeGreaterThanOrEqual(4500);
    const notices = wire.flights.filter((flight) => isData(flight) && has(flight, FLAG.cwr));
    expect(notices).toHaveLength(1);
    expect(notices[0]!.segment.isRetransmission).toBe(false);
  });
});
