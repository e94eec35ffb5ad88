import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, filePayload, type Street, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER, WEATHER_LINK } from '../experiment/town';
import { type LaneVerdict, verdictOf } from './verdict';

const calm: Street = { ...defaultStreet('en'), weather: CLEAR_WEATHER, payload: textPayload('hello') };

function verdict(change: Partial<Street>): { readonly tcp: LaneVerdict; readonly udp: LaneVerdict } {
  const [tcp, udp] = verdictOf(simulateAll(streetExperiment({ ...calm, ...change })))!;
  return { tcp: tcp!, udp: udp! };
}

function rule(nth: number, kind: 'drop' | 'dup'): Street['rules'][number] {
  return { link: WEATHER_LINK, direction: 0, role: 'piece', nth, verdict: { kind } };
}

describe('verdict', () => {
  it('is null while the run is computed', () => {
    const run = simulateAll(streetExperiment(calm));
    expect(verdictOf({ ...run, result: null })).toBeNull();
  });

  it('finds both intact on a calm road', () => {
    const { tcp, udp } = verdict({});
    expect(tcp).toMatchObject({ transport: 'tcp', outcome: 'intact', pieces: 5, retransmissions: 0 });
    expect(udp).toMatchObject({ transport: 'udp', outcome: 'intact', missing: 0 });
    expect(udp.finishNs!).toBeLessThan(tcp.finishNs!);
  });

  it('finds what is missing in one lane and repaired in the other', () => {
    const { tcp, udp } = verdict({ rules: [rule(2, 'drop')] });
    expect(tcp).toMatchObject({ outcome: 'intact', retransmissions: 1 });
    expect(udp).toMatchObject({ outcome: 'missing', missing: 1 });
  });

  it('finds an app that made its own reliability and gave up', () => {
    const { udp } = verdict({
      payload: filePayload('f', 'x/y', new Uint8Array(30)),
      reliability: { kind: 'stopAndWait', timerNs: 150_000_000 },
      commands: [{ kind: 'powerOff', atNs: 0, host: 'S' }],
    });
    expect(udp).toMatchObject({ outcome: 'appGaveUp', finishNs: 30_000_000_000 });
  });

  it('finds pieces twice', () => {
    const { tcp, udp } = verdict({ rules: [rule(2, 'dup')] });
    expect(tcp.outcome).toBe('intact');
    expect(udp).toMatchObject({ outcome: 'disordered', missing: 0, repeated: 1 });
  });

  it('finds pieces out of order', () => {
    const late = { ...rule(1, 'drop'), verdict: { kind: 'delay', delayNs: 50_000_000 } } as const;
    const { tcp, udp } = verdict({ rules: [late] });
    expect(tcp.outcome).toBe('intact');
    expect(udp).toMatchObject({ outcome: 'disordered', repeated: 0 });
    expect(udp.overtaken).toBeGreaterThan(0);
  });

  it('tells refusal from silence', () => {
    const { tcp, udp } = verdict({ ports: { tcp: 9999, udp: 9999 } });
    expect(tcp).toMatchObject({ outcome: 'refused' });
    expect(tcp.finishNs).not.toBeNull();
    expect(udp).toMatchObject({ outcome: 'refused' });
    // The first of the five notes, a round trip after the first datagram.
    expect(udp.finishNs!).toBeLessThan(150_000_000);
  });

  it('finds that TCP gives up and UDP does not notice when everything is lost', () => {
    const { tcp, udp } = verdict({ weather: { ...CLEAR_WEATHER, loss: 1 } });
    expect(tcp.outcome).toBe('gaveUp');
    expect(tcp.finishNs!).toBeGreaterThan(100_000_000_000);
    expect(udp).toMatchObject({ outcome: 'nothing', finishNs: null });
  });

  it('finds nothing to send', () => {
    const { tcp, udp } = verdict({ payload: textPayload('') });
    expect([tcp.outcome, udp.outcome]).toEqual(['empty', 'empty']);
  });
});
