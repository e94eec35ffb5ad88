import type { Experiment } from '../../experiment/experiment';

/** The host whose doors are worth seeing first: one that is knocked at, else the one with the most programs. */
export function defaultHost({ town: { hosts }, apps }: Experiment): number {
  const scan = apps.find((app) => app.kind === 'portScan');
  const knockedAt = hosts.findIndex(({ address }) => address === scan?.to);
  if (knockedAt >= 0) return knockedAt;
  const programs = hosts.map(({ id }) => apps.filter((app) => app.host === id && app.kind !== 'send').length);
  return programs.indexOf(Math.max(...programs));
}
