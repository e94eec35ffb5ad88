import { expect } from 'vitest';
import { eventsOf, type Promised, tellings } from './promise';

export const firstPromises = {
  ping(run) {
    expect(tellings(run)).toEqual([
      'echoReplied',
      'echoReplied',
      'echoReplied',
      'hopFound',
      'hopFound',
      'pathEnds',
    ]);
  },
  letter(run) {
    const [lane] = run.result!.lanes;
    expect(lane).toMatchObject({ intact: true, deliveredBytes: 12 });
    expect(lane!.retransmissions).toBeGreaterThan(0);
    expect(eventsOf(run, 'packetLost').length).toBeGreaterThan(0);
  },
} satisfies Record<string, Promised>;
