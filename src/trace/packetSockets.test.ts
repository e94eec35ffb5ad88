import { describe, expect, it } from 'vitest';
import { ms } from '../../tests/handMade';
import { simulateAll } from '../engine/simulate';
import { CLOSED_PORT, defaultStreet, streetExperiment } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { connectionsOf } from './connectionEnds';
import { concernsSocket } from './packetSockets';
import { packetSort, type PacketSort } from './packetSort';
import { socketsAt } from './sockets';
import { statePath } from './stateDiagram';
import type { Trace } from './trace';

const street = { ...defaultStreet('en'), weather: CLEAR_WEATHER };
const run = simulateAll(streetExperiment(street));
const refused = simulateAll(streetExperiment({ ...street, ports: { tcp: CLOSED_PORT, udp: CLOSED_PORT } }));
const addresses = run.experiment.town.hosts.map(({ address }) => address);

const firstOf = (trace: Trace, sort: PacketSort): Uint8Array =>
  Array.from({ length: trace.packetCount }, (_, id) => trace.packet(id).bytes).find(
    (bytes) => packetSort(bytes) === sort,
  )!;

/** The sockets that a packet is from or for, as `C:50000 ESTABLISHED`. */
function concerned(trace: Trace, bytes: Uint8Array): readonly string[] {
  return socketsAt(trace, ms(200))
    .filter((socket) => concernsSocket(bytes, socket, addresses[socket.place]!))
    .map(({ place, localPort, remote }) => `${'CS'[place]}:${localPort} ${remote ? 'pair' : 'room'}`);
}

describe('the sockets that a packet is from or for', () => {
  const [tcp, udp] = run.traces;

  it('are both ends of its connection; a SYN is for the room that listens, too', () => {
    expect(concerned(tcp!, firstOf(tcp!, 'data'))).toEqual(['C:50000 pair', 'S:80 pair']);
    expect(concerned(tcp!, firstOf(tcp!, 'syn'))).toEqual(['C:50000 pair', 'S:80 room', 'S:80 pair']);
  });

  it('are the bound ports of a datagram, and never those of the other transport', () => {
    expect(concerned(udp!, firstOf(udp!, 'datagram'))).toEqual(['C:50000 room', 'S:9000 room']);
    expect(concerned(udp!, firstOf(tcp!, 'data'))).toEqual([]);
  });

  it('are those of whom an ICMP error quotes', () => {
    const trace = refused.traces[1]!;
    expect(concerned(trace, firstOf(trace, 'icmp'))).toEqual(['C:50000 room']);
  });

  it('are none for bytes that are no packet', () => {
    expect(concerned(tcp!, new Uint8Array(3))).toEqual([]);
  });

  it('take their steps at the packets that came', () => {
    const steps = statePath(tcp!, connectionsOf(tcp!)[0]!.opener, ms(200));
    const sorts = steps.map(({ packet }) => (packet < 0 ? null : packetSort(tcp!.packet(packet).bytes)));
    expect(sorts.slice(0, 2)).toEqual([null, 'synAck']);
  });
});
