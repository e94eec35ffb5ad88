import { textPayload } from '../street';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
/** The lowest but one bit of the only byte behind the IP header: a 5 becomes a 7. */
const BIT_OF_DATA = 20 * 8 + 6;

/** Five IP packets, of which one is lost, one overtaken, one doubled and one damaged; IP says nothing of it. */
export const ipLimits = presetTown({
  id: 'ip-limits',
  topic: 'ip',
  hosts: [host('C', '192.0.2.10', 90, 300), host('S', '198.51.100.20', 910, 300)],
  routers: [
    router('R1', '203.0.113.1', 280, 300),
    router('R2', '203.0.113.2', 500, 180),
    router('R3', '203.0.113.3', 720, 300),
    router('R4', '203.0.113.4', 500, 460),
  ],
  roads: [
    road('C', 'R1', { delayMs: 10 }),
    road('R1', 'R2', { delayMs: 20 }),
    road('R2', 'R3', { delayMs: 20 }),
    road('R3', 'S', { delayMs: 10 }),
    road('R1', 'R4', { delayMs: 60 }),
    road('R4', 'R3', { delayMs: 60 }),
  ],
  apps: [
    {
      kind: 'rawSend',
      host: 'C',
      to: '198.51.100.20',
      protocol: 253,
      payload: textPayload('12345'),
      pieceBytes: 1,
      startNs: 0,
      everyNs: 20 * MS,
    },
    { kind: 'rawReceive', host: 'S', protocol: 253 },
  ],
  over: {
    rules: [
      { link: 'R2-R3', direction: 0, role: 'control', nth: 2, verdict: { kind: 'drop' } },
      { link: 'R1-R2', direction: 0, role: 'control', nth: 3, verdict: { kind: 'via', link: 'R1-R4' } },
      { link: 'R2-R3', direction: 0, role: 'control', nth: 4, verdict: { kind: 'dup' } },
      { link: 'R2-R3', direction: 0, role: 'control', nth: 5, verdict: { kind: 'flip', bit: BIT_OF_DATA } },
    ],
  },
});
