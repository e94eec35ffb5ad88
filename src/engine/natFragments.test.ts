import { describe, expect, it } from 'vitest';
import { autoRoutes } from '../experiment/autoRoutes';
import type { ReceiveApp, Rule, SendApp, Town } from '../experiment/experiment';
import { textPayload } from '../experiment/street';
import type { Run } from '../trace/run';
import { simulateAll } from './simulate';
import { eventsOf, house, inTown, post, road } from './townBench';

const MS = 1_000_000;
const SECOND = 1000 * MS;
const S = '198.51.100.20';
const PUBLIC = '203.0.113.7';
const NAT_PLACE = 3;
const NARROW = { mtuBytes: 576 };

/** Two PCs behind N, a server behind R; datagrams are cut before they come to N, from either side. */
function home(): Town {
  const forwards = [{ transport: 'udp', port: 8080, to: '192.168.0.10', toPort: 7 }] as const;
  return autoRoutes({
    hosts: [house('P1', '192.168.0.10', 'P1-N'), house('P2', '192.168.0.11', 'P2-N'), house('S', S, 'R-S')],
    routers: [
      { ...post('N', PUBLIC), nat: { outside: 'N-R', idleNs: 120 * SECOND, forwards } },
      post('R', '203.0.113.1'),
    ],
    links: [road('P1', 'N', NARROW), road('P2', 'N', NARROW), road('N', 'R'), road('R', 'S', NARROW)],
  });
}

const sending = (host: string, address: string, port: number): SendApp => ({
  kind: 'send',
  host,
  transport: 'udp',
  port: 50_000,
  to: { address, port: { tcp: port, udp: port } },
  payload: textPayload('y'.repeat(1200)),
  pieceBytes: 1200,
  startNs: 0,
  everyNs: SECOND,
  mayFragment: true,
});
const reading = (host: string): ReceiveApp => ({
  kind: 'receive',
  host,
  transport: 'udp',
  port: { tcp: 7, udp: 7 },
});
/** What happens to the first fragment on its way to N. */
const first = (link: string, direction: 0 | 1, verdict: Rule['verdict']): Rule => ({
  link,
  direction,
  role: 'piece',
  nth: 1,
  verdict,
});
const LATE = { kind: 'delay', delayNs: 50 * MS } as const;

const play = (send: SendApp, reader: ReceiveApp, rule: Rule): Run =>
  simulateAll(inTown(home(), [reader, send], { lanes: ['tcp'], rules: [rule] }));
const keptAt = (run: Run, place: number): number =>
  eventsOf(run, 'fragmentKept').filter((event) => event.place === place).length;

describe('fragments at a NAT (RFC 4787 §11, REQ-14)', () => {
  it.each([
    ['from inside', sending('P1', S, 7), reading('S'), first('P1-N', 0, LATE)],
    ['from outside, by a port forward', sending('S', PUBLIC, 8080), reading('P1'), first('R-S', 1, LATE)],
    ['from inside to inside (§6)', sending('P2', PUBLIC, 8080), reading('P1'), first('P2-N', 0, LATE)],
  ] as const)('wait for their first where they overtake it, %s', (_what, send, reader, rule) => {
    const run = play(send, reader, rule);
    expect(run.result!.lanes[0]!.intact).toBe(true);
    expect(keptAt(run, NAT_PLACE)).toBe(2);
    expect(eventsOf(run, 'packetDropped')).toEqual([]);
  });

  it('wait half a minute for one that was lost, and are thrown away', () => {
    const run = play(sending('P1', S, 7), reading('S'), first('P1-N', 0, { kind: 'drop' }));
    const drops = eventsOf(run, 'packetDropped').map(({ reason, place, timeNs }) => [
      reason.kind,
      place,
      timeNs,
    ]);
    expect(drops).toEqual([
      ['natFragmentAlone', NAT_PLACE, 30_010 * MS],
      ['natFragmentAlone', NAT_PLACE, 30_010 * MS],
    ]);
  });

  it('are held 64 at a time, so that whoever sends only later ones does not fill it (a)', () => {
    const { hosts, routers, links } = home();
    const wide = links.map((link) => (link.id === 'P1-N' ? { ...link, mtuBytes: 68 } : link));
    const long = { ...sending('P1', S, 7), payload: textPayload('y'.repeat(1400)), pieceBytes: 1400 };
    const many = { ...long, payload: textPayload('y'.repeat(4200)), everyNs: 0 };
    const lost = [1, 2, 3].map((nth) => ({ ...first('P1-N', 0, { kind: 'drop' }), nth }) as const);
    const run = simulateAll(inTown({ hosts, routers, links: wide }, [many], { lanes: ['tcp'], rules: lost }));
    expect(keptAt(run, NAT_PLACE)).toBe(64);
    expect(eventsOf(run, 'packetDropped').filter(({ timeNs }) => timeNs < SECOND).length).toBeGreaterThan(0);
  });

  it('do not stop what is whole: another host talks on meanwhile (a)', () => {
    const lone = first('P1-N', 0, { kind: 'drop' });
    const whole = { ...sending('P2', S, 7), payload: textPayload('short'), pieceBytes: 5 };
    const run = simulateAll(
      inTown(home(), [reading('S'), whole, sending('P1', S, 9)], { lanes: ['tcp'], rules: [lone] }),
    );
    expect(run.result!.lanes[0]!.flows[0]!.intact).toBe(true);
  });
});
