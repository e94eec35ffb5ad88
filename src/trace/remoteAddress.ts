import { formatAddress } from '../wire/address';
import type { ConnectionEnd } from './connectionEnds';
import { sentLogOf } from './sentRanges';
import type { Trace } from './trace';

/** Where the packets of one end of a connection go; empty before it has sent any. */
export function remoteAddress(trace: Trace, { place, snapshots }: ConnectionEnd): string {
  const last = snapshots.at(-1);
  const log = last === undefined ? undefined : sentLogOf(trace, place, trace.snapshot(last));
  return log ? formatAddress(log.remote) : '';
}
