import type { StateStep } from '../../trace/stateDiagram';
import { formatMoment } from '../../ui/format';
import { reasonWords } from '../reasonWords';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import styles from './Sockets.module.css';
import { pointingAt, type StepPointing } from './stepPointing';
import type { Walker } from './StateDiagram';

interface WalkedStep extends StateStep {
  readonly walker: Walker;
}

/** Every step of both ends so far with its reason, the latest first; pressing one goes to its moment. */
export function StepList({ walkers, ...pointing }: StepPointing & { readonly walkers: readonly Walker[] }) {
  const { t, language } = useWords();
  const steps = walkers
    .flatMap((walker): readonly WalkedStep[] => walker.path.map((step) => ({ ...step, walker })))
    .toSorted((a, b) => b.event - a.event);
  return (
    <section className={styles['steps']} aria-label={t('socketsPanel.steps')}>
      <h3>{t('socketsPanel.steps')}</h3>
      <ol reversed>
        {steps.map(({ walker, timeNs, from, to, reason, source, event, packet }, i) => (
          <li key={event} aria-current={i === 0 ? 'step' : undefined}>
            <button
              type="button"
              data-step={`${from}>${to}`}
              {...pointingAt(pointing, { packet, timeNs })}
              onFocus={() => pointing.onHover(packet)}
              onBlur={() => pointing.onHover(-1)}
            >
              <span className={styles['end']} data-end={walker.end}>
                {walker.host}
              </span>
              <span>
                <time>{formatMoment(timeNs, language)}</time>{' '}
                <b>
                  {from} → {to}
                </b>
                <br />
                {reasonWords(t, reason)} {source && <small>{rfcText(t, source)}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
