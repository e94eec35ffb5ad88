import { describe, expect, it } from 'vitest';
import { parseSettings } from './tcpSettings';

describe('settings as a person types them', () => {
  it('are values of settings and names of mechanisms', () => {
    const words = [
      'nagle=false',
      'rtoMinNs=5000000',
      'dialect=linux',
      'windowScale=null',
      'karn',
      'checksum',
    ];
    expect(parseSettings(words)).toEqual({
      ok: true,
      settings: {
        nagle: false,
        rtoMinNs: 5_000_000,
        dialect: 'linux',
        windowScale: null,
        without: ['checksum', 'karn'],
      },
    });
    expect(parseSettings(['keepAlive={"idleNs":7e9,"intervalNs":1e9,"probes":3}'])).toMatchObject({
      settings: { keepAlive: { idleNs: 7e9, probes: 3 } },
    });
    expect(parseSettings([])).toEqual({ ok: true, settings: {} });
  });

  it('have a problem where they are none', () => {
    const problemWith = (word: string) => parseSettings(['nagle=true', word]);
    const unknown = { kind: 'unknownField' };
    expect(problemWith('telepathy')).toEqual({ ok: false, problem: { ...unknown, where: 'telepathy' } });
    expect(problemWith('rto=1')).toMatchObject({ problem: unknown });
    expect(problemWith('without=["karn"]')).toMatchObject({ problem: unknown });
    expect(problemWith('nagle=often')).toMatchObject({ problem: { kind: 'wrongType' } });
    expect(problemWith('windowScale=15')).toMatchObject({ problem: { kind: 'outOfRange', limit: 14 } });
    expect(problemWith('dialect=esperanto')).toMatchObject({ problem: { kind: 'unknownChoice' } });
  });
});
