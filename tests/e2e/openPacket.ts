import type { Locator } from 'playwright-core';
import { packetBytesAt, packetEvents } from '../../src/trace/packetBytesAt';
import type { PacketRef, Run } from '../../src/trace/run';
import { ETHERNET_HEADER_BYTES } from '../../src/wire/ethernet';
import type { Town } from './town';

/** A packet as bytes, as far as it has come by `timeNs`. */
export function bytesAt(run: Run, { lane, packet }: PacketRef, timeNs: number): Uint8Array {
  const trace = run.traces[lane]!;
  const event = packetEvents(trace, packet).findLast((number) => trace.timeAt(number) <= timeNs);
  return packetBytesAt(trace, packet, event ?? -1);
}

/** When a packet was sent, and when the last thing happened to it. */
export function lifeOf(
  run: Run,
  { lane, packet }: PacketRef,
): { readonly startNs: number; readonly endNs: number } {
  const trace = run.traces[lane]!;
  const times = packetEvents(trace, packet).map((number) => trace.timeAt(number));
  return { startNs: times[0]!, endNs: times.at(-1)! };
}

/** A packet on the stage. */
export function onStage(town: Town, { lane, packet }: PacketRef): Locator {
  return town.stage.locator(`[role=button][data-packet="${lane}:${packet}"]`);
}

/** The hex cells of the opened packet, and of the frame around it while there is one. */
export function hexCells(town: Town): Locator {
  const hex = town.page.getByRole('region', { name: town.t('panels.inspector.hex'), exact: true });
  return hex.locator(':not([aria-hidden]) > [data-byte]');
}

/** Where the packet begins among the bytes that are shown: behind the header of its Ethernet frame, if it is in one. */
export async function packetAt(town: Town): Promise<number> {
  const frames = await town.page.locator('aside [data-protocol=ethernet]').count();
  return frames === 0 ? 0 : ETHERNET_HEADER_BYTES;
}

/** The bytes of the opened packet as they stand there, without the frame around it. */
export async function shownBytes(town: Town): Promise<Uint8Array> {
  const texts = await hexCells(town).allInnerTexts();
  const bytes = Uint8Array.from(texts, (text) => Number.parseInt(text, 16)).subarray(await packetAt(town));
  return bytes.subarray(0, (bytes[2]! << 8) | bytes[3]!);
}

/** The numbers of the packet's bytes that are lit. */
export async function litBytes(town: Town): Promise<readonly number[]> {
  const start = await packetAt(town);
  const lit = await hexCells(town)
    .and(town.page.locator('[data-lit]'))
    .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset['byte'])));
  return lit.map((byte) => byte - start);
}

/** A field of the opened packet: its name and value. */
export function fieldCell(town: Town, name: string): Locator {
  return town.page.locator('[data-field]').filter({ has: town.page.getByText(name, { exact: true }) });
}
