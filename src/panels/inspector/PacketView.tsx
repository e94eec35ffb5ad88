import { useMemo, useRef, useState } from 'react';
import type { PacketRef, Run } from '../../trace/run';
import { sequenceBaseOf } from '../../trace/sequenceBases';
import { useSize } from '../../ui/useSize';
import { damageOf } from './damage';
import { useWords } from '../useWords';
import { FieldAbout } from './FieldAbout';
import { FlipBar } from './FlipBar';
import { HexView } from './HexView';
import styles from './Inspector.module.css';
import { LayerBox } from './LayerBox';
import { MoreFields } from './MoreFields';
import { keysOf, type Lit, litPart } from './lit';
import type { TaughtFields } from './taughtFields';
import { useFieldKeys } from './useFieldKeys';
import { useShownBytes } from './useShownBytes';

/** From this width on sixteen bytes stand in a row. */
const WIDE_ENOUGH_FOR_16 = 600;

/** A byte of the packet that was pressed. */
interface Pressed {
  readonly byte: number;
  readonly isByKey: boolean;
}

interface PacketViewProps {
  readonly run: Run;
  readonly selected: PacketRef;
  readonly event: number;
  /** Inverts a bit on the packet's way; undefined where no hand can. */
  readonly onFlip: ((bit: number) => void) | undefined;
  /** What a lesson has told of by now; null: there is none, and everything is shown. */
  readonly taught: TaughtFields;
  readonly isUnfolded: boolean;
  readonly onUnfold: (isUnfolded: boolean) => void;
}

/** The boxes in boxes with their fields, and the bytes; pointing at one lights up the other. */
export function PacketView(props: PacketViewProps) {
  const { run, selected, event, onFlip, taught, isUnfolded, onUnfold } = props;
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const bytesFrame = useRef<HTMLDivElement>(null);
  const width = useSize(bytesFrame)?.width ?? 0;
  const [lit, setLit] = useState<Lit>(null);
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const trace = run.traces[selected.lane]!;
  const damage = useMemo(() => damageOf(trace, selected.packet, event), [trace, selected, event]);
  const shown = useShownBytes(run, selected, event);
  const { bytes, layers, packetAt } = shown;
  const part = litPart(layers, lit);
  const shownFields = isUnfolded ? null : taught;
  const keys = useMemo(() => keysOf(layers, shownFields), [layers, shownFields]);
  const fieldKeys = useFieldKeys(frame, keys, lit, setLit);
  const packet = bytes.subarray(packetAt, packetAt + shown.packetBytes);
  const chosen = onFlip && pressed && pressed.byte < packet.length ? pressed : null;
  const choose = (at: number, isByKey: boolean): void => {
    const byte = at - packetAt;
    const isPacket = byte >= 0 && byte < packet.length;
    setPressed(isPacket && byte !== chosen?.byte ? { byte, isByKey } : null);
  };
  return (
    <div ref={frame} className={styles['view']}>
      <div className={styles['boxes']} onPointerLeave={() => setLit(null)} {...fieldKeys}>
        <LayerBox
          layers={layers}
          lit={part}
          stop={keys.find((key) => key === (part?.field ?? part?.layer)?.key) ?? keys[0]!}
          taught={shownFields}
          onLight={setLit}
        />
        <MoreFields {...{ layers, taught, isUnfolded, onUnfold }} />
      </div>
      <div ref={bytesFrame} className={styles['bytes']} data-layer>
        <FieldAbout lit={part} bytes={bytes} base={sequenceBaseOf(trace, packet)} damage={damage}>
          {onFlip && ` ${t('hands.flipHint')}`}
        </FieldAbout>
        {chosen && onFlip && (
          <FlipBar
            {...chosen}
            value={packet[chosen.byte]!}
            onFlip={(bit) => {
              setPressed(null);
              onFlip(bit);
            }}
            onClose={() => {
              setPressed(null);
              bytesFrame.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
            }}
          />
        )}
        <HexView
          bytes={bytes}
          original={shown.original}
          columns={width >= WIDE_ENOUGH_FOR_16 ? 16 : 8}
          layers={layers}
          lit={part}
          damagedBit={damage ? damage.bit + packetAt * 8 : -1}
          onLight={setLit}
          chosen={chosen ? chosen.byte + packetAt : -1}
          onChoose={onFlip && choose}
        />
      </div>
    </div>
  );
}
