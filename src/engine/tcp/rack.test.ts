import { describe, expect, it } from 'vitest';
import { type Fate, type Flight, VirtualWire, type WireSetup } from './virtualWire';

const RACK = { rackTlp: true, tailLossProbe: false };

/** The client writes so many segments of 1000 bytes at 500 ms, with a round trip of 500 ms. */
function sendsAtOnce(count: number, setup: WireSetup): VirtualWire {
  const wire = new VirtualWire({ ...setup, options: { ...RACK, ...setup.options } }).open();
  return wire.at(500, () => wire.client.write(1000 * count));
}

type Fates = (flight: Flight) => Fate | undefined;

const losesData = (...nths: readonly number[]): Fates => {
  return ({ from, nth, segment }) =>
    from === 'C' && segment.payload.length > 0 && nths.includes(nth) ? { isLost: true } : undefined;
};

const resent = (wire: VirtualWire): string[] =>
  wire.flights
    .filter(({ segment }) => segment.isRetransmission)
    .map(({ timeMs, segment }) => `${timeMs} ${segment.streamOffset} ${segment.reason.kind}`);

describe('RACK (RFC 8985 §6)', () => {
  it('takes for lost, a quarter of the round trip later, what two duplicate ACKs do not prove', () => {
    const wire = sendsAtOnce(3, { fate: losesData(1) }).run();
    expect(resent(wire)).toEqual(['1125 0 reorderingTimeout']);
    expect(wire.client.timers.filter((line) => line.includes('reordering'))).toEqual([
      '1000 reordering set 1125',
      '1125 reordering expired 1125',
    ]);
  });

  it('does not wait in a recovery: the last hole needs nothing behind it but one segment (step 4)', () => {
    const wire = sendsAtOnce(10, { fate: losesData(1, 9) }).run();
    expect(resent(wire)).toEqual(['1000 0 tripleDuplicateAck', '1000 8000 reorderingTimeout']);
  });

  it('lets a segment come late by less than the window', () => {
    const fate: Fates = ({ from, nth, segment }) =>
      from === 'C' && segment.payload.length > 0 && nth === 1 ? { extraMs: 120 } : undefined;
    expect(resent(sendsAtOnce(3, { fate }).run())).toEqual([]);
  });

  it('waits even for three duplicate ACKs once reordering has been seen (step 3, step 4)', () => {
    const fate: Fates = ({ from, nth, segment }) =>
      from === 'C' && segment.payload.length > 0 && (nth === 1 || nth === 4) ? { extraMs: 100 } : undefined;
    const wire = sendsAtOnce(3, { fate });
    wire.at(2000, () => wire.client.write(6000)).run();
    expect(resent(wire)).toEqual([]);
  });
});

describe('the tail loss probe (RFC 8985 §7)', () => {
  const TAIL = { tailLossProbe: true };

  it('repeats the last segment after two round trips, and RACK finds what else is missing', () => {
    const wire = sendsAtOnce(4, { fate: losesData(3, 4), options: TAIL }).run();
    expect(resent(wire)).toEqual(['2000 3000 tailLossProbe', '2500 2000 reorderingTimeout']);
    expect(wire.server.isIntact && wire.server.received.length).toBe(4000);
  });

  it('sends something new if there is anything, beyond the window if need be', () => {
    const wire = sendsAtOnce(4, { fate: losesData(1, 2), options: { ...TAIL, initialWindowSegments: 2 } });
    wire.run();
    const probe = wire.flights.find(({ segment }) => segment.reason.kind === 'tailLossProbe')!;
    expect([probe.timeMs, probe.segment.streamOffset]).toEqual([1500, 2000]);
    expect(wire.server.received.length).toBe(4000);
  });

  it('is congestion all the same when it has repaired the loss (§7.4)', () => {
    const wire = sendsAtOnce(4, { fate: losesData(4), options: TAIL });
    wire.at(3000, () => wire.client.write(1000)).run();
    expect(resent(wire)).toEqual(['2000 3000 tailLossProbe']);
    expect(wire.client.connection.snapshot().ssthresh).toBeLessThan(65_535);
  });

  it('is no sign of congestion when all had arrived, though no DSACK says so (§7.4)', () => {
    const isLate = ({ from, nth, segment }: Flight): boolean =>
      from === 'C' && segment.payload.length > 0 && nth <= 3;
    const fate: Fates = (flight) => (isLate(flight) ? { extraMs: 700 } : undefined);
    const wire = sendsAtOnce(3, { fate, options: TAIL }).run(2600);
    const { ssthresh } = wire.client.connection.snapshot();
    wire.at(3000, () => wire.client.write(1000)).run();
    expect(resent(wire)).toEqual(['1500 2000 tailLossProbe']);
    expect(wire.client.connection.snapshot().ssthresh).toBe(ssthresh);
  });

  it('is told to the peer as any reduction is, where marks are understood (RFC 3168 §6.1.2)', () => {
    const wire = sendsAtOnce(4, { fate: losesData(4), options: { ...TAIL, ecn: true } });
    wire.at(3000, () => wire.client.write(1000));
    wire.at(4000, () => wire.client.write(2000)).run();
    const said = wire.flights.filter(({ from, flags }) => from === 'C' && flags === '.W');
    expect(said.map(({ timeMs }) => timeMs)).toEqual([4000]);
  });
});
