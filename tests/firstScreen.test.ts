import { describe, expect, it } from 'vitest';
import { simulateAll } from '../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../src/experiment/street';
import type { ReasonKind } from '../src/trace/reason';
import type { Run } from '../src/trace/run';

/** Why each retransmission of the TCP lane was sent. */
function retransmissionReasons({ traces: [tcp] }: Run): readonly ReasonKind[] {
  const numbers = Array.from({ length: tcp!.eventCount }, (_, number) => number);
  return numbers.flatMap((number) => {
    const event = tcp!.event(number);
    if (event.kind !== 'packetSent') return [];
    return tcp!.packet(event.packet).role === 'retransmission' ? [event.reason.kind] : [];
  });
}

describe.each(['ko', 'en'] as const)('the first screen in %s', (language) => {
  const run = simulateAll(streetExperiment(defaultStreet(language)));
  const [tcp, udp] = run.result!.lanes;

  it('loses pieces for good over UDP and delivers all over TCP', () => {
    expect(udp).toMatchObject({ transport: 'udp', intact: false, retransmissions: 0 });
    expect(udp!.missingPieces.length).toBeGreaterThan(0);
    expect(tcp).toMatchObject({ transport: 'tcp', intact: true, senderTold: 'closed' });
  });

  it('shows both ways of repair', () => {
    const reasons = retransmissionReasons(run);
    expect(reasons).toContain('tripleDuplicateAck');
    expect(reasons).toContain('retransmissionTimeout');
  });

  it('does not keep a viewer waiting', () => {
    expect(run.result!.finishNs).toBeLessThan(2e9);
  });
});
