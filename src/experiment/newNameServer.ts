import type { App, Host, NodeId } from './experiment';
import type { NameServerApp } from './nameApps';
import type { TownFile } from './townFile';

/** Of a town that was built by hand; nobody outside has it. */
const DOMAIN = 'town.test';
const HOUR_S = 3600;
const MINUTE_S = 60;

/** Answers for the names of all computers of the town: `a.town.test` and so on (`test` is for trying out, RFC 6761 §6.2). */
export function nameServer({ experiment }: TownFile, host: NodeId): NameServerApp {
  const records = experiment.town.hosts.map((one) => ({
    name: nameOf(one),
    type: 'A' as const,
    ttlSeconds: MINUTE_S,
    data: one.address,
  }));
  // Two names may come to the same letters.
  const different = records.filter(({ name }, i) => records.findIndex((one) => one.name === name) === i);
  return {
    kind: 'nameServer',
    host,
    zones: [{ origin: DOMAIN, soaTtlSeconds: HOUR_S, soaMinimumSeconds: MINUTE_S, records: different }],
  };
}

/** A computer's name in DNS: what of its own name can be in one. */
export function nameOf({ id, address }: Host): string {
  const label = id
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '');
  return `${label || `h${address.replace(/\./g, '-')}`}.${DOMAIN}`;
}

/** A name that some server of the town knows an address of. */
export function firstName(apps: readonly App[]): string | undefined {
  const records = apps.flatMap((app) =>
    app.kind === 'nameServer' ? app.zones.flatMap((zone) => zone.records) : [],
  );
  const addressed = records.filter(({ type }) => type === 'A');
  return (addressed.find(({ name }) => name.startsWith('www.')) ?? addressed[0])?.name;
}
