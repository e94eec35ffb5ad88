import type { MotionValue } from 'framer-motion';
import type { SendingEnd } from '../../trace/belief';
import type { ConnectionEnd, ConnectionEnds } from '../../trace/connectionEnds';
import type { ConnectionSnapshot } from '../../trace/snapshot';
import { timersRunningAt } from '../../trace/timersRunning';
import type { Trace } from '../../trace/trace';
import { formatBytes } from '../../ui/format';
import { useWords } from '../useWords';
import { Ruler } from './Ruler';
import { Legend } from './Legend';
import { SegmentTable } from './SegmentTable';
import { TimerRing } from './TimerRing';
import { RECEIVER_VARIABLES, SENDER_VARIABLES, Variables } from './Variables';
import styles from './Window.module.css';
import type { WindowPointing } from './windowPointing';
import { offsetFrom, type WindowView, windowViewAt } from './windowView';

interface DirectionProps {
  readonly trace: Trace;
  readonly ends: ConnectionEnds;
  readonly direction: SendingEnd;
  readonly momentNs: number;
  /** Who sends, who receives. */
  readonly names: readonly [string, string];
  readonly isReal: boolean;
  readonly playhead: MotionValue<number>;
  readonly pointing: WindowPointing;
}

/** All that is to be seen of one direction of a connection. */
export function Direction(props: DirectionProps) {
  const { trace, ends, direction, momentNs, names, isReal, pointing } = props;
  const { t } = useWords();
  const view = windowViewAt(trace, ends, direction, momentNs);
  if (!view) return <p className={styles['empty']}>{t('windowPanel.empty')}</p>;
  const { near, far, nearEnd, farEnd } = view;
  const numbering = { isReal, initialSequence: near.initialSendSequence };
  return (
    <>
      <div className={styles['both']}>
        <div>
          <Plate text={t('windowPanel.sender', { host: names[0] })} snapshot={near} withPhase />
          <Ruler view={view} names={names} numbering={numbering} pointing={pointing} />
          <Plate text={t('windowPanel.receiver', { host: names[1] })} snapshot={far} />
          <Legend />
        </div>
        <section className={styles['queue']} aria-label={t('windowPanel.queue.title')}>
          <h3>
            {t('windowPanel.queue.title')} <small>{keptText(t, view)}</small>
          </h3>
          <Timers {...props} nearEnd={nearEnd} />
          <SegmentTable view={view} numbering={numbering} pointing={pointing} />
        </section>
      </div>
      <h3 className={styles['title']}>{t('windowPanel.variables.title')}</h3>
      <VariablesOf {...props} end={nearEnd} snapshot={near} host={names[0]} variables={SENDER_VARIABLES} />
      {far && farEnd && (
        <VariablesOf {...props} end={farEnd} snapshot={far} host={names[1]} variables={RECEIVER_VARIABLES} />
      )}
      <p className={styles['hint']}>
        {isReal
          ? t('windowPanel.absoluteHint', { isn: near.initialSendSequence })
          : t('windowPanel.relativeHint')}
      </p>
    </>
  );
}

function VariablesOf({
  trace,
  momentNs,
  isReal,
  pointing,
  ...rest
}: DirectionProps & {
  readonly end: ConnectionEnd;
  readonly snapshot: ConnectionSnapshot;
  readonly host: string;
  readonly variables: typeof SENDER_VARIABLES | typeof RECEIVER_VARIABLES;
}) {
  return (
    <Variables
      trace={trace}
      end={rest.end}
      snapshot={rest.snapshot}
      host={rest.host}
      variables={rest.variables}
      momentNs={momentNs}
      isReal={isReal}
      onSeek={pointing.onSeek}
    />
  );
}

function Timers({
  trace,
  nearEnd,
  momentNs,
  playhead,
}: DirectionProps & { readonly nearEnd: ConnectionEnd }) {
  const running = timersRunningAt(trace, momentNs).filter(
    ({ place, connection }) => place === nearEnd.place && connection === nearEnd.connection,
  );
  return (
    <div className={styles['timers']}>
      {running.map((run) => (
        <TimerRing key={run.timer} run={run} playhead={playhead} />
      ))}
    </div>
  );
}

function keptText(t: ReturnType<typeof useWords>['t'], { near, segments }: WindowView): string {
  const kept = segments.filter(({ belief }) => belief !== 'acknowledged');
  const bytes = offsetFrom(near.sendUnacked, near.highestSent);
  return kept.length === 0
    ? t('windowPanel.queue.none')
    : t('windowPanel.queue.kept', { count: kept.length, bytes: formatBytes(bytes) });
}

/** Who it is, and the state of its end. */
function Plate({
  text,
  snapshot,
  withPhase = false,
}: {
  readonly text: string;
  readonly snapshot: ConnectionSnapshot | null;
  readonly withPhase?: boolean;
}) {
  const { t } = useWords();
  return (
    <p className={styles['plate']}>
      <b>{text}</b>
      <span className={styles['state']}>{snapshot ? snapshot.state : t('windowPanel.unknown')}</span>
      {withPhase && snapshot && <span>{t(`windowPanel.phase.${snapshot.phase}`)}</span>}
    </p>
  );
}
