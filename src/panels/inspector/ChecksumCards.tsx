import { useMemo } from 'react';
import { packetBytesAt } from '../../trace/packetBytesAt';
import type { PacketRef, Run } from '../../trace/run';
import { checksumSums } from '../../wire/checksumSums';
import { ChecksumCard } from './ChecksumCard';
import { damageOf } from './damage';

/** The sums behind the packet's checksums as they are after event `event`. */
export function ChecksumCards({
  run,
  selected,
  event,
}: {
  readonly run: Run;
  readonly selected: PacketRef;
  readonly event: number;
}) {
  const trace = run.traces[selected.lane]!;
  const { packet } = selected;
  const sums = useMemo(() => checksumSums(packetBytesAt(trace, packet, event)), [trace, packet, event]);
  const damage = useMemo(() => damageOf(trace, packet, event), [trace, packet, event]);
  return sums.map((sum) => (
    <ChecksumCard
      // One that stops fitting opens by itself.
      key={`${packet}.${sum.protocol}.${sum.fits}`}
      sum={sum}
      before={trace.packet(packet).bytes}
      damagedAt={damage ? damage.bit >> 3 : -1}
    />
  ));
}
