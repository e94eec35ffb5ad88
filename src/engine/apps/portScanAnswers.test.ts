import { describe, expect, it } from 'vitest';
import type { AppSocket } from '../../experiment/appSockets';
import { encodeIcmp, UNREACHABLE } from '../../wire/icmp';
import { PROTOCOL } from '../../wire/ipv4';
import { encodeUdp } from '../../wire/udp';
import { address, hostBench } from '../hostBench';
import { portScan } from './portScan';

const DOOR: AppSocket = { transport: 'udp', port: 7 };
const SCANNED = '198.51.100.20';
const SECOND = 1_000_000_000;

/** A scan whose first datagram is out, and what it has told of the door so far. */
function knocked() {
  const bench = hostBench();
  const app = {
    kind: 'portScan',
    host: 'C',
    to: SCANNED,
    doors: [DOOR],
    startNs: 0,
    everyNs: 1,
    waitNs: 5 * SECOND,
  } as const;
  portScan(bench.world, bench.host, app);
  bench.runUntil(0);
  const probe = bench.sent[0]!.bytes;
  const ownPort = (probe[20]! << 8) | probe[21]!;
  const found = (): readonly string[] =>
    Array.from({ length: bench.trace.eventCount }, (_, i) => bench.trace.event(i)).flatMap((event) =>
      event.kind === 'appTold' && event.reason.kind.startsWith('door') ? [event.reason.kind] : [],
    );
  const answer = (from: string, port: number): void => {
    const header = { sourcePort: port, destinationPort: ownPort };
    const bytes = encodeUdp(header, new Uint8Array(4), address(from), address('192.0.2.10'));
    bench.hear({ protocol: PROTOCOL.udp, source: address(from) }, bytes);
  };
  const refuse = (quote: Uint8Array): void => {
    const message = { kind: 'destinationUnreachable', code: UNREACHABLE.port, nextHopMtu: 0, quote } as const;
    bench.hear({ protocol: PROTOCOL.icmp }, encodeIcmp(message));
  };
  return { ...bench, probe, found, answer, refuse };
}

/** The same bytes with one of them another. */
const changed = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

describe('who answers a scan over UDP', () => {
  it('believes a datagram from the door alone, not from another host or port (RFC 1122 §4.1.3.5)', () => {
    const { found, answer } = knocked();
    answer('198.51.100.21', DOOR.port);
    answer(SCANNED, DOOR.port + 1);
    expect(found()).toEqual([]);
    answer(SCANNED, DOOR.port);
    expect(found()).toEqual(['doorOpen']);
  });

  it('believes "port unreachable" only where it quotes a datagram to that door (RFC 792, RFC 1122 §4.1.3.3)', () => {
    const { found, refuse, probe } = knocked();
    const DESTINATION_ENDS_AT = 19;
    const DESTINATION_PORT_ENDS_AT = 23;
    refuse(changed(probe, DESTINATION_ENDS_AT));
    refuse(changed(probe, DESTINATION_PORT_ENDS_AT));
    expect(found()).toEqual([]);
    refuse(probe);
    expect(found()).toEqual(['doorClosed']);
  });

  it('still says what silence means when only strangers have answered', () => {
    const { found, answer, runUntil } = knocked();
    answer('198.51.100.21', DOOR.port);
    runUntil(6 * SECOND);
    expect(found()).toEqual(['doorSilent']);
  });
});
