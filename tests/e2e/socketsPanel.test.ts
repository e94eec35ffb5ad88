import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { connectionsOf } from '../../src/trace/connectionEnds';
import { socketsAt } from '../../src/trace/sockets';
import { statePath } from '../../src/trace/stateDiagram';
import { SIZES } from './page';
import { withTown } from './town';

const MS = 1_000_000;
/** The client has closed; the server has yet to. */
const MOMENT = 230 * MS;

const street = defaultStreet('en');
const run = simulateAll(streetExperiment(street));
const trace = run.traces[0]!;
const { opener, peer } = connectionsOf(trace)[0]!;

describe('the sockets panel', () => {
  it('lists every socket, shows both ends in the state diagram, and goes back along their way', async () => {
    const link = { street, playheadNs: MOMENT };
    await withTown({ ...SIZES[1], locale: 'en', link }, async (town) => {
      await town.standsAt(run, MOMENT);
      await town.tab('sockets').click();
      await town.drawn();
      const { page } = town;
      const states = (): Promise<readonly string[]> =>
        page
          .locator('tr[data-socket]')
          .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['state']!));
      const expected = [0, 1].flatMap((place) =>
        run.traces.flatMap((lane) => socketsAt(lane, MOMENT).filter((socket) => socket.place === place)),
      );
      await expect.poll(() => states()).toEqual(expected.map(({ state }) => state));

      // Both ends stand where the engine has them, and each has a path of arrows behind it.
      const client = statePath(trace, opener, MOMENT);
      const server = statePath(trace, peer!, MOMENT);
      const here = (end: string) => page.locator(`[data-here~=${end}]`);
      await expect.poll(() => here('opener').getAttribute('data-state')).toBe(client.at(-1)!.to);
      await expect.poll(() => here('peer').getAttribute('data-state')).toBe(server.at(-1)!.to);
      await expect.poll(() => page.locator('path[data-end=opener]').count()).toBe(client.length);
      await expect.poll(() => page.locator('path[data-end=peer]').count()).toBe(server.length);

      const established = client.find(({ to }) => to === 'ESTABLISHED')!;
      const step = page.locator('button[data-step="SYN-SENT>ESTABLISHED"]');
      await expect.poll(() => step.innerText()).toContain(town.t('panels.reasons.connected'));
      await expect
        .poll(() => step.innerText())
        .toContain(`RFC ${established.source!.rfc} §${established.source!.section}`);
      // Pointing at a step points at the packet that came: its arrow and the sockets of its two ends are lit.
      await step.hover();
      await expect
        .poll(() => page.locator('path[data-step="SYN-SENT>ESTABLISHED"][data-lit]').count())
        .toBe(1);
      await expect.poll(() => page.locator('tr[data-lit]').count()).toBe(2);
      await step.press('Enter');
      await town.standsAt(run, established.timeNs);
      await expect
        .poll(() => here('opener').getAttribute('data-state'))
        .toBe(statePath(trace, opener, established.timeNs).at(-1)!.to);
    });
  });
});
