import type { AppSocket } from './appSockets';
import type { Host, NodeId } from './experiment';
import { withTown } from './townEdits';
import type { TownFile } from './townFile';

/** With a firewall before that port of a host, or without it. */
export function filterPort(
  file: TownFile,
  host: NodeId,
  { transport, port }: AppSocket,
  isFiltered: boolean,
): TownFile {
  const { town } = file.experiment;
  const changed = ({ filters = [], ...rest }: Host): Host => {
    const others = filters.filter((one) => one.transport !== transport || one.port !== port);
    const wanted = isFiltered ? [...others, { transport, port }] : others;
    return wanted.length > 0 ? { ...rest, filters: wanted } : rest;
  };
  return withTown(file, { ...town, hosts: town.hosts.map((one) => (one.id === host ? changed(one) : one)) });
}
