import { describe, expect, it } from 'vitest';
import type { TcpOptions } from '../../experiment/tcpOptions';
import { MS, VirtualWire, type WireSetup } from './virtualWire';

const SECOND_MS = 1000;
const keepAlive = { idleNs: 10_000 * MS, intervalNs: 2000 * MS, probes: 3 };

/** An open connection whose client asks after its peer; the server's answers are lost from `silentFromMs` on. */
function asking(silentFromMs: number, setup: WireSetup = {}): VirtualWire {
  const options: Partial<TcpOptions> = { keepAlive, ...setup.options };
  const serverOptions = { keepAlive: null };
  return new VirtualWire({
    ...setup,
    options,
    serverOptions,
    fate: ({ from, timeMs }) => ({ isLost: from === 'S' && timeMs >= silentFromMs }),
  }).open();
}

describe('keep-alive (RFC 9293 §3.8.4)', () => {
  it('asks an idle peer with an old number, and each answer starts the wait anew', () => {
    const wire = asking(Infinity).run(40 * SECOND_MS);
    expect(wire.ladderFrom(1000)).toEqual([
      '10500 C . 0:0 ack 1',
      '10750 S . 1:1 ack 1',
      '21000 C . 0:0 ack 1',
      '21250 S . 1:1 ack 1',
      '31500 C . 0:0 ack 1',
      '31750 S . 1:1 ack 1',
    ]);
  });

  it('gives up after as many unanswered probes as were asked for', () => {
    const wire = asking(600).run();
    expect(wire.ladderFrom(1000)).toEqual([
      '10500 C . 0:0 ack 1',
      '10750 S . 1:1 ack 1 lost',
      '12500 C . 0:0 ack 1',
      '12750 S . 1:1 ack 1 lost',
      '14500 C . 0:0 ack 1',
      '14750 S . 1:1 ack 1 lost',
    ]);
    expect(wire.client.notices.at(-1)).toBe('16500 gaveUp');
  });

  it('says so by a RST where real stacks do', () => {
    const wire = asking(600, { options: { dialect: 'linux' } }).run();
    expect(wire.ladder.at(-1)).toBe('16500 C R. 1:1 ack 1');
  });

  it('asks nothing while data is outstanding, nor at a closed window', () => {
    const wire = asking(600, { options: { receiveBufferBytes: 2000, windowScale: null } });
    wire.at(700, () => wire.client.write(3000)).run(60 * SECOND_MS);
    expect(wire.flights.some(({ segment }) => segment.reason.kind === 'keepAliveProbe')).toBe(false);
    const closed = asking(Infinity, { options: { receiveBufferBytes: 2000, windowScale: null } });
    closed.server.readsAtOnce = false;
    closed.at(700, () => closed.client.write(3000)).run(60 * SECOND_MS);
    expect(closed.flights.some(({ segment }) => segment.reason.kind === 'windowProbe')).toBe(true);
    expect(closed.flights.some(({ segment }) => segment.reason.kind === 'keepAliveProbe')).toBe(false);
  });

  it('is off unless asked for', () => {
    const wire = asking(600, { options: { keepAlive: null } }).run(86_400 * SECOND_MS);
    expect(wire.ladderFrom(1000)).toEqual([]);
  });
});
