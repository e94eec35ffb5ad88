import type { Locator } from 'playwright-core';
import { packetBytesAt, packetEvents } from '../../src/trace/packetBytesAt';
import type { PacketRef, Run } from '../../src/trace/run';
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

/** The hex cells of the opened packet. */
export function hexCells(town: Town): Locator {
  const hex = town.page.getByRole('region', { name: town.t('panels.inspector.hex'), exact: true });
  return hex.locator(':not([aria-hidden]) > [data-byte]');
}

/** The bytes of the opened packet as they stand there. */
export async function shownBytes(town: Town): Promise<Uint8Array> {
  const texts = await hexCells(town).allInnerTexts();
  return Uint8Array.from(texts, (text) => Number.parseInt(text, 16));
}

/** The numbers of the bytes that are lit. */
export async function litBytes(town: Town): Promise<readonly number[]> {
  return hexCells(town)
    .and(town.page.locator('[data-lit]'))
    .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset['byte'])));
}

/** A field of the opened packet: its name and value. */
export function fieldCell(town: Town, name: string): Locator {
  return town.page.locator('[data-field]').filter({ has: town.page.getByText(name, { exact: true }) });
}
