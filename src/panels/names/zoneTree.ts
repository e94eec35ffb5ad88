import type { App, Host } from '../../experiment/experiment';
import { canonicalName, isWithin, labelsOf } from '../../wire/dnsName';

/** A zone in the tree of all zones of a town, and the hosts whose servers are in charge of it. */
export interface TreeZone {
  readonly origin: string;
  /** How many zones it lies below. */
  readonly depth: number;
  readonly hosts: readonly Host[];
}

/** The zones of a town from the root down: each right behind the one that it hangs from. */
export function zoneTree(apps: readonly App[], hosts: readonly Host[]): readonly TreeZone[] {
  const held = new Map<string, Host[]>();
  for (const app of apps) {
    const host = app.kind === 'nameServer' ? hosts.find(({ id }) => id === app.host) : undefined;
    if (app.kind !== 'nameServer' || !host) continue;
    for (const { origin } of app.zones) {
      const name = canonicalName(origin);
      held.set(name, [...(held.get(name) ?? []), host]);
    }
  }
  const origins = [...held.keys()].toSorted((a, b) => compare(path(a), path(b)));
  return origins.map((origin) => ({
    origin,
    depth: origins.filter((other) => other !== origin && isWithin(origin, other)).length,
    hosts: held.get(origin)!,
  }));
}

/** From the root down. */
const path = (name: string): readonly string[] => labelsOf(name).toReversed();

function compare(one: readonly string[], other: readonly string[]): number {
  for (const [i, label] of one.entries()) {
    const against = other[i];
    if (against === undefined) return 1;
    if (label !== against) return label < against ? -1 : 1;
  }
  return one.length - other.length;
}
