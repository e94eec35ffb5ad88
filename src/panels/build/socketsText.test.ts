import { describe, expect, it } from 'vitest';
import { forwardsText, parseForwards, parseSockets, socketsText } from './socketsText';

describe('doors as text', () => {
  it('come back as they were', () => {
    const doors = [
      { transport: 'tcp', port: 80 },
      { transport: 'udp', port: 53 },
    ] as const;
    expect(socketsText(doors)).toBe('tcp/80 udp/53');
    expect(parseSockets(' TCP/80,  udp/53 ')).toEqual(doors);
    expect(parseSockets('')).toEqual([]);
  });

  it.each(['80', 'tcp/0', 'tcp/65536', 'icmp/8', 'tcp/8o'])('are not %s', (text) => {
    expect(parseSockets(text)).toBeUndefined();
  });

  it('lead inside', () => {
    const forwards = [{ transport: 'tcp', port: 8080, to: '192.168.0.11', toPort: 80 }] as const;
    expect(forwardsText(forwards)).toBe('tcp/8080=192.168.0.11:80');
    expect(parseForwards(forwardsText(forwards))).toEqual(forwards);
    expect(parseForwards('tcp/8080=192.168.0.999:80')).toBeUndefined();
    expect(parseForwards('tcp/8080')).toBeUndefined();
  });
});
