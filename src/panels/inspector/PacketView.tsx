import { useMemo, useRef, useState } from 'react';
import type { PacketRef, Run } from '../../trace/run';
import { sequenceBaseOf } from '../../trace/sequenceBases';
import { useSize } from '../../ui/useSize';
import { damageOf } from './damage';
import { FieldAbout } from './FieldAbout';
import { HexView } from './HexView';
import styles from './Inspector.module.css';
import { LayerBox } from './LayerBox';
import { keysOf, type Lit, litPart } from './lit';
import { useFieldKeys } from './useFieldKeys';
import { useShownBytes } from './useShownBytes';

/** From this width on sixteen bytes stand in a row. */
const WIDE_ENOUGH_FOR_16 = 600;

/** The boxes in boxes with their fields, and the bytes; pointing at one lights up the other. */
export function PacketView({
  run,
  selected,
  event,
}: {
  readonly run: Run;
  readonly selected: PacketRef;
  readonly event: number;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const bytesFrame = useRef<HTMLDivElement>(null);
  const width = useSize(bytesFrame)?.width ?? 0;
  const [lit, setLit] = useState<Lit>(null);
  const trace = run.traces[selected.lane]!;
  const damage = useMemo(() => damageOf(trace, selected.packet, event), [trace, selected, event]);
  const shown = useShownBytes(run, selected, event);
  const { bytes, layers, packetAt } = shown;
  const part = litPart(layers, lit);
  const keys = useMemo(() => keysOf(layers), [layers]);
  const fieldKeys = useFieldKeys(frame, keys, lit, setLit);
  const packet = bytes.subarray(packetAt);
  return (
    <div ref={frame} className={styles['view']}>
      <div className={styles['boxes']} onPointerLeave={() => setLit(null)} {...fieldKeys}>
        <LayerBox
          layers={layers}
          lit={part}
          stop={part ? (part.field ?? part.layer).key : keys[0]!}
          onLight={setLit}
        />
      </div>
      <div ref={bytesFrame} className={styles['bytes']} data-layer>
        <FieldAbout lit={part} bytes={bytes} base={sequenceBaseOf(trace, packet)} damage={damage} />
        <HexView
          bytes={bytes}
          original={shown.original}
          columns={width >= WIDE_ENOUGH_FOR_16 ? 16 : 8}
          layers={layers}
          lit={part}
          damagedBit={damage ? damage.bit + packetAt * 8 : -1}
          onLight={setLit}
        />
      </div>
    </div>
  );
}
