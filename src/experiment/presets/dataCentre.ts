import type { App } from '../experiment';
import { filePayload } from '../street';
import { TCP_PRESETS } from '../tcpPresets';
import { reading, telling } from './portParts';
import { host, presetTown, road, router } from './town';

const GIGABIT = 1_000_000_000;
const MS_PER_US = 0.001;
const LEAVES = 4;
const SPINES = 2;
const HOSTS_PER_LEAF = 3;
/** Who asked, and is answered by everybody else at once. */
const ASKER = 'H1';
/** Nothing that a capture's reader would take for a protocol of its own. */
const PORT = 5201;

const leaves = Array.from({ length: LEAVES }, (_, leaf) => leaf + 1);
const spines = Array.from({ length: SPINES }, (_, spine) => spine + 1);
const numbers = Array.from({ length: LEAVES * HOSTS_PER_LEAF }, (_, i) => i + 1);
const leafOf = (number: number): number => Math.ceil(number / HOSTS_PER_LEAF);
const addressOf = (number: number): string => `10.0.${leafOf(number)}.${10 + number}`;

const answers = numbers
  .filter((number) => leafOf(number) > 1)
  .map((number): App => {
    const from = [`H${number}`, 50_000] as const;
    return {
      ...telling(from, [addressOf(1), PORT], '', { transport: 'tcp' }),
      payload: filePayload('shard.bin', 'application/octet-stream', new Uint8Array(40_000)),
      pieceBytes: 1400,
      everyNs: 0,
    };
  });

/** Four leaves and two spines, microseconds apart. Nine machines answer one at once, and the queue at its door overflows. */
export const dataCentre = presetTown({
  id: 'data-centre',
  topic: 'links',
  hosts: numbers.map((number) => host(`H${number}`, addressOf(number), 50 + (number - 1) * 82, 510)),
  routers: [
    ...spines.map((spine) => router(`S${spine}`, `10.0.0.${spine}`, 100 + spine * 267, 90)),
    ...leaves.map((leaf) => router(`L${leaf}`, `10.0.${leaf}.1`, 132 + (leaf - 1) * 246, 300)),
  ],
  roads: [
    ...numbers.map((number) =>
      road(`H${number}`, `L${leafOf(number)}`, {
        delayMs: 2 * MS_PER_US,
        rateBps: GIGABIT,
        queuePackets: 30,
      }),
    ),
    ...leaves.flatMap((leaf) =>
      spines.map((spine) =>
        road(`L${leaf}`, `S${spine}`, {
          delayMs: 3 * MS_PER_US,
          rateBps: 10 * GIGABIT,
          queuePackets: 200,
        }),
      ),
    ),
  ],
  apps: [reading(ASKER, 'tcp', PORT), ...answers],
  over: { tcp: TCP_PRESETS.linux },
});
