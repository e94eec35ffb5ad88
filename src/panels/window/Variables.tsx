import { useState } from 'react';
import type { ConnectionEnd } from '../../trace/connectionEnds';
import { lastChange } from '../../trace/lastChange';
import type { ConnectionSnapshot, Variable } from '../../trace/snapshot';
import type { Trace } from '../../trace/trace';
import { formatTime } from '../../ui/format';
import { reasonWords } from '../reasonWords';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import { valueText } from './numbers';
import styles from './Window.module.css';

/** Variables worth a look, in the order in which they are read. */
export const SENDER_VARIABLES = [
  'sendUnacked',
  'sendNext',
  'inFlight',
  'pipe',
  'cwnd',
  'sendWindow',
  'ssthresh',
  'phase',
  'duplicateAcks',
  'smoothedRttNs',
  'rtoNs',
  'unsentBytes',
] as const satisfies readonly Variable[];
/** Those of the receiving side. */
export const RECEIVER_VARIABLES = [
  'receiveNext',
  'receiveWindow',
  'readableBytes',
  'reassemblyBytes',
] as const satisfies readonly Variable[];

type ShownVariable = (typeof SENDER_VARIABLES)[number] | (typeof RECEIVER_VARIABLES)[number];

interface VariablesProps {
  readonly trace: Trace;
  readonly end: ConnectionEnd;
  readonly snapshot: ConnectionSnapshot;
  readonly host: string;
  readonly variables: readonly ShownVariable[];
  readonly momentNs: number;
  readonly isReal: boolean;
  readonly onSeek: (timeNs: number) => void;
}

/** An end's variables; pointing at one, or pressing it, tells why it last changed. */
export function Variables(props: VariablesProps) {
  const { host, variables, snapshot, isReal } = props;
  const words = useWords();
  const { t } = words;
  const [pressed, setPressed] = useState<ShownVariable | null>(null);
  const [pointed, setPointed] = useState<ShownVariable | null>(null);
  const asked = pointed ?? pressed;
  return (
    <section className={styles['variables']} aria-label={t('windowPanel.variables.of', { host })}>
      <div className={styles['chips']} onPointerLeave={() => setPointed(null)}>
        {variables.map((variable) => (
          <button
            key={variable}
            type="button"
            data-variable={variable}
            aria-pressed={pressed === variable}
            onClick={() => setPressed(pressed === variable ? null : variable)}
            onPointerEnter={() => setPointed(variable)}
            onFocus={() => setPointed(variable)}
            onBlur={() => setPointed(null)}
          >
            <span>{t(`windowPanel.variables.${variable}`)}</span>
            <b>{valueText(words, variable, snapshot[variable], snapshot, isReal)}</b>
          </button>
        ))}
      </div>
      <div className={styles['whyLine']} aria-live="polite">
        {asked ? <Why {...props} variable={asked} /> : <p>{t('windowPanel.variables.hint')}</p>}
      </div>
    </section>
  );
}

function Why({
  trace,
  end,
  variable,
  momentNs,
  snapshot,
  isReal,
  onSeek,
}: VariablesProps & { readonly variable: ShownVariable }) {
  const words = useWords();
  const { t, language } = words;
  const change = lastChange(trace, end, variable, momentNs);
  const name = t(`windowPanel.variables.${variable}`);
  if (!change) {
    return (
      <p>
        <b>{name}</b> {t('windowPanel.variables.unchanged')}
      </p>
    );
  }
  const text = (value: ConnectionSnapshot[Variable]): string =>
    valueText(words, variable, value, snapshot, isReal);
  const time = formatTime(change.timeNs, language);
  return (
    <>
      <p>
        <b>{name}</b>{' '}
        {change.from === null
          ? t('windowPanel.variables.began', { time, to: text(change.to) })
          : t('windowPanel.variables.changed', { time, from: text(change.from), to: text(change.to) })}
      </p>
      <p>
        {reasonWords(t, change.reason)} {change.source && <small>{rfcText(t, change.source)}</small>}
      </p>
      <button type="button" onClick={() => onSeek(change.timeNs)}>
        {t('windowPanel.variables.seek')}
      </button>
    </>
  );
}
