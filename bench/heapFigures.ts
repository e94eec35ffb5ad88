import type { BrowserContext, Page } from 'playwright-core';
import { simulateAll } from '../src/engine/simulate';
import { type Street, streetExperiment } from '../src/experiment/street';
import type { Figure } from './figure';
import { eventsOf } from './inFlight';
import { openPaused, type Stand, withPage } from './pageStand';
import { firstStreet, longStreet } from './streets';

interface Heap {
  readonly bytes: number;
  readonly events: number;
}

/** What the page (not its worker) keeps for each event that a long transfer has more than the first screen. */
export async function heapFigures(stand: Stand): Promise<readonly Figure[]> {
  const small = await heapWith(stand, firstStreet());
  const large = await heapWith(stand, longStreet());
  return [
    {
      id: 'memory.page',
      what: 'memory of the whole page, long transfer against first screen',
      unit: 'bytes/event',
      value: (large.bytes - small.bytes) / (large.events - small.events),
      aim: '≤ 200 bytes',
      facts: { events: large.events, firstScreenBytes: small.bytes },
    },
  ];
}

async function heapWith(stand: Stand, street: Street): Promise<Heap> {
  const run = simulateAll(streetExperiment(street));
  return withPage(stand, [], async (page, context) => {
    await openPaused(page, stand, run, { street, atNs: 100_000_000, speed: 1 });
    return { bytes: await usedBytes(page, context), events: eventsOf(run) };
  });
}

async function usedBytes(page: Page, context: BrowserContext): Promise<number> {
  const session = await context.newCDPSession(page);
  // The second collection takes what the first one's finalizers let go.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}
