import { useMemo } from 'react';
import { flowsOf } from '../../experiment/pieces';
import { frameAt } from '../../trace/frameAt';
import { packetBytesAt } from '../../trace/packetBytesAt';
import type { PacketRef, Run } from '../../trace/run';
import { ETHERNET_HEADER_BYTES } from '../../wire/ethernet';
import { type ShownLayer, shownLayers } from './shownLayers';

export interface ShownBytes {
  /** The packet as it is, with the frame around it while it is on a link or waits for one. */
  readonly bytes: Uint8Array;
  /** The same with the packet as its maker sent it. */
  readonly original: Uint8Array;
  /** First byte of the packet among them. */
  readonly packetAt: number;
  readonly packetBytes: number;
  readonly layers: readonly ShownLayer[];
}

/** What can be seen of a packet just after event `event`. */
export function useShownBytes(run: Run, selected: PacketRef, event: number): ShownBytes {
  return useMemo(() => {
    const trace = run.traces[selected.lane]!;
    const { bytes: sent, flow } = trace.packet(selected.packet);
    const hasBlockNumber = flowsOf(run.experiment)[flow]?.payload.numbered === true;
    const packet = packetBytesAt(trace, selected.packet, event);
    const frame = frameAt(run, selected, trace.timeAt(event));
    const bytes = frame?.bytes ?? packet;
    const packetAt = frame ? ETHERNET_HEADER_BYTES : 0;
    const original = bytes.slice();
    original.set(sent, packetAt);
    const layers = shownLayers(bytes, { isFrame: frame !== null, hasBlockNumber });
    return { bytes, original, packetAt, packetBytes: sent.length, layers };
  }, [run, selected, event]);
}
