import { describe, expect, it } from 'vitest';
import { parseAddress } from '../wire/address';
import type { Route, Router, Town } from './experiment';
import { isWithin, parsePrefix } from './prefix';
import { longestMatch, routeLead } from './routeLead';
import { CLEAR_WEATHER } from './town';

const at = (text: string): number => parseAddress(text)!;

describe('a prefix (RFC 4632 §3.1)', () => {
  it('holds the addresses that begin with its bits', () => {
    const prefix = parsePrefix('198.51.100.77/24')!;
    expect(prefix).toEqual({ network: at('198.51.100.0'), bits: 24 });
    expect(isWithin(prefix, at('198.51.100.255'))).toBe(true);
    expect(isWithin(prefix, at('198.51.101.0'))).toBe(false);
    expect(isWithin(parsePrefix('0.0.0.0/0')!, at('255.255.255.255'))).toBe(true);
    expect(isWithin(parsePrefix('192.0.2.1/32')!, at('192.0.2.0'))).toBe(false);
  });

  it.each([
    '',
    '192.0.2.0',
    '192.0.2.0/',
    '192.0.2.0/33',
    '192.0.2.0/24/8',
    '192.0.2/24',
    '192.0.2.0/ 8',
    '1.2.3.4/-1',
  ])('is not "%s"', (text) => {
    expect(parsePrefix(text)).toBeUndefined();
  });
});

describe('the longest match (RFC 1812 §5.2.4.3)', () => {
  const routes: Route[] = [
    { prefix: '0.0.0.0/0', link: 'far' },
    { prefix: '198.51.0.0/16', link: 'near' },
    { prefix: '198.51.100.0/24', link: 'next' },
  ];
  it('wins wherever it stands', () => {
    expect(longestMatch(routes, at('198.51.100.20'))?.link).toBe('next');
    expect(longestMatch(routes, at('198.51.7.1'))?.link).toBe('near');
    expect(longestMatch(routes.toReversed(), at('10.0.0.1'))?.link).toBe('far');
    expect(longestMatch(routes.slice(1), at('10.0.0.1'))).toBeUndefined();
  });
});

describe('what a table leads to', () => {
  const link = (from: string, to: string) => ({
    id: `${from}-${to}`,
    from,
    to,
    delayNs: 0,
    rateBps: 0,
    queuePackets: 1,
    framingBytes: 0,
    weather: CLEAR_WEATHER,
  });
  const router = (id: string, last: number, rows: Record<string, string>): Router => ({
    id,
    address: `203.0.113.${last}`,
    routes: Object.entries(rows).map(([prefix, one]) => ({ prefix, link: one })),
  });
  const town: Town = {
    hosts: [{ id: 'A', address: '192.0.2.10', link: 'A-R1' }],
    routers: [
      router('R1', 1, { '192.0.2.0/24': 'A-R1', '198.51.100.0/24': 'R1-R2', '10.0.0.0/8': 'R1-R2' }),
      router('R2', 2, { '192.0.2.0/24': 'R1-R2', '198.51.100.0/24': 'R1-R2' }),
    ],
    links: [link('A', 'R1'), link('R1', 'R2')],
  };
  it('is a host, a stranger, a loop or a dead end', () => {
    expect(routeLead(town, 'R2', at('192.0.2.10'))).toEqual({ kind: 'arrives' });
    expect(routeLead(town, 'R2', at('192.0.2.11'))).toEqual({ kind: 'strays', at: 'A' });
    expect(routeLead(town, 'R1', at('198.51.100.1'))).toEqual({ kind: 'loops', among: ['R1', 'R2'] });
    expect(routeLead(town, 'R1', at('10.1.1.1'))).toEqual({ kind: 'ends', at: 'R2' });
  });
});
