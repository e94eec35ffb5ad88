import { useMemo, useRef, useState } from 'react';
import { senderOf } from '../../experiment/pieces';
import { packetBytesAt } from '../../trace/packetBytesAt';
import type { PacketRef, Run } from '../../trace/run';
import { sequenceBaseOf } from '../../trace/sequenceBases';
import { useSize } from '../../ui/useSize';
import { damageOf } from './damage';
import { FieldAbout } from './FieldAbout';
import { HexView } from './HexView';
import styles from './Inspector.module.css';
import { LayerBox } from './LayerBox';
import { type ShownField, shownLayers } from './shownLayers';
import { useFieldKeys } from './useFieldKeys';

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
  const width = useSize(frame)?.width ?? 0;
  const [lit, setLit] = useState<number | null>(null);
  const trace = run.traces[selected.lane]!;
  const packet = useMemo(() => trace.packet(selected.packet), [trace, selected]);
  const bytes = useMemo(() => packetBytesAt(trace, selected.packet, event), [trace, selected, event]);
  const hasNumber = packet.piece >= 0 && senderOf(run.experiment)?.payload.numbered === true;
  const layers = useMemo(() => shownLayers(bytes, hasNumber), [bytes, hasNumber]);
  const fields = useMemo(() => layers.flatMap((layer) => layer.fields), [layers]);
  const damage = useMemo(() => damageOf(trace, selected.packet, event), [trace, selected, event]);
  const keys = useFieldKeys(frame, fields.length, lit, setLit);
  const litField: ShownField | undefined = lit === null ? undefined : fields[lit];
  return (
    <div ref={frame} className={styles['view']}>
      <div className={styles['boxes']} onPointerLeave={() => setLit(null)} {...keys}>
        <LayerBox layers={layers} lit={lit} onLight={setLit} />
      </div>
      <div className={styles['bytes']} data-layer>
        <FieldAbout field={litField} bytes={bytes} base={sequenceBaseOf(trace, bytes)} damage={damage} />
        <HexView
          bytes={bytes}
          original={packet.bytes}
          columns={width >= WIDE_ENOUGH_FOR_16 ? 16 : 8}
          fields={fields}
          lit={litField}
          damagedBit={damage?.bit ?? -1}
          onLight={setLit}
        />
      </div>
    </div>
  );
}
