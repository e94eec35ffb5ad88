import { describe, expect, it } from 'vitest';
import { ASSIGNED_PORTS } from './assignedPorts';
import { searchPorts } from './searchPorts';

const found = (wanted: string): readonly number[] =>
  searchPorts(ASSIGNED_PORTS, wanted).map(({ port }) => port);

describe('the search for assigned ports', () => {
  it('finds what the lecture names: FTP 20 and 21, TELNET 23, HTTP 80, HTTPS 443', () => {
    expect(found('ftp').slice(0, 2)).toEqual([21, 20]);
    expect(found('telnet')[0]).toBe(23);
    expect(found('http')[0]).toBe(80);
    expect(found('https')[0]).toBe(443);
    expect(found('')).toEqual([20, 21, 22, 23, 53, 80, 443]);
  });

  it('finds by the first digits, by purpose, and says when nothing fits', () => {
    expect(found('44')).toEqual([443, 444, 445, 4460]);
    expect(found('mail')).toContain(25);
    expect(found('no such service')).toEqual([]);
  });
});

describe('the list', () => {
  it('is in order of the numbers, has each once for a transport, and none of the dynamic range (RFC 6335 §6)', () => {
    const ports = ASSIGNED_PORTS.map(({ port }) => port);
    expect(ports).toEqual(ports.toSorted((a, b) => a - b));
    const keys = ASSIGNED_PORTS.flatMap(({ port, transports }) =>
      transports === 'both' ? [`${port} tcp`, `${port} udp`] : [`${port} ${transports}`],
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { port, name, purpose, transports } of ASSIGNED_PORTS) {
      expect(port).toBeGreaterThan(0);
      expect(port).toBeLessThan(49_152);
      expect(transports).toBeDefined();
      expect(name).toMatch(/^[a-z0-9-]+$/u);
      expect(purpose).not.toBe('');
    }
  });
});
