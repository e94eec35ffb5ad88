import { useState } from 'react';
import { Button } from '../../ui/Button';
import { formatTime } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { Switch } from '../../ui/Switch';
import type { PacketAct } from '../../experiment/command';
import { isLostByHand } from '../../trace/reach';
import type { PacketRef } from '../../trace/run';
import { BitChooser } from './BitChooser';
import type { HandActions } from './handActions';
import styles from './Hands.module.css';
import { ACT_KEYS, type ActKind, ACTS, canTouch, hasTwin, touchesOf } from './touches';
import { packetLabelOf } from '../packetLabel';
import { packetName } from '../packetName';
import type { MomentProps } from '../panelProps';
import { useFact } from '../useFact';
import { useWords } from '../useWords';

const MS = 1_000_000;
const HOLDS_NS = [20 * MS, 100 * MS, 300 * MS, 1000 * MS] as const;

interface SurgeryProps extends MomentProps {
  readonly packet: PacketRef;
  readonly hands: Pick<HandActions, 'perform'>;
  /** `row`: pictures and keys alone, in one row, where there are keys. */
  readonly look?: 'grid' | 'row';
  /** Called when something was done. */
  readonly onDone?: () => void;
}

/** What can be done to a packet from the playhead on, by mouse, touch and keys. */
export function Surgery(props: SurgeryProps) {
  const { run, playhead, packet, hands, look = 'grid', onDone } = props;
  const { t } = useWords();
  const [asked, setAsked] = useState<ActKind | null>(null);
  const [isBoth, setBoth] = useState(false);
  const can = useFact(playhead, (timeNs) =>
    ACTS.filter((kind) => canTouch(run, packet, timeNs, kind)).join(' '),
  );
  const isTaken = useFact(playhead, (timeNs) => isLostByHand(run, packet, timeNs));
  const label = packetLabelOf(run, packet);
  if (!label) return null;
  const perform = (act: PacketAct): void => {
    hands.perform(touchesOf(run, packet, playhead.get(), act, isBoth));
    setAsked(null);
    onDone?.();
  };
  const press = (kind: ActKind): void => {
    if (kind === 'hold' || kind === 'flip') setAsked(asked === kind ? null : kind);
    else perform({ kind });
  };
  const name = packetName(t, label);
  return (
    <fieldset className={styles['surgery']} aria-label={t('hands.surgery', { name })}>
      <div className={styles[look]}>
        {ACTS.map((kind) => (
          <Button
            key={kind}
            className={styles['act'] ?? ''}
            disabled={!can.split(' ').includes(kind)}
            aria-expanded={kind === 'hold' || kind === 'flip' ? asked === kind : undefined}
            aria-keyshortcuts={ACT_KEYS[kind]}
            title={`${t(`hands.act.${kind}`)}: ${t(`hands.about.${kind}`)}`}
            aria-label={t(`hands.act.${kind}`)}
            data-act={kind}
            onClick={() => press(kind)}
          >
            <Icon name={`hand.${kind}`} />
            <span className={styles['word']}>{t(`hands.act.${kind}`)}</span>
            <kbd aria-hidden="true">{ACT_KEYS[kind]}</kbd>
          </Button>
        ))}
      </div>
      {asked === 'hold' && <HoldChooser onChoose={(delayNs) => perform({ kind: 'hold', delayNs })} />}
      {asked === 'flip' && (
        <BitChooser
          bytes={run.traces[packet.lane]!.packet(packet.packet).bytes}
          onChoose={(bit) => perform({ kind: 'flip', bit })}
        />
      )}
      {can === '' && <p className={styles['hint']}>{t(isTaken ? 'hands.undoes' : 'hands.outOfReach')}</p>}
      {can !== '' && hasTwin(run, packet) && (
        <Switch checked={isBoth} onChange={setBoth}>
          {t('hands.both')}
        </Switch>
      )}
    </fieldset>
  );
}

function HoldChooser({ onChoose }: { readonly onChoose: (delayNs: number) => void }) {
  const { t, language } = useWords();
  return (
    <fieldset className={styles['acts']} aria-label={t('hands.holdFor')}>
      {HOLDS_NS.map((delayNs) => (
        <Button key={delayNs} onClick={() => onChoose(delayNs)}>
          {formatTime(delayNs, language)}
        </Button>
      ))}
    </fieldset>
  );
}
