import { useDeferredValue, useState } from 'react';
import { connectionsOf } from '../trace/connectionEnds';
import { isMessageRun } from '../trace/messageRun';
import { type Socket, socketsAt } from '../trace/sockets';
import { statePath } from '../trace/stateDiagram';
import type { Trace } from '../trace/trace';
import { ConnectionSelect } from './ConnectionSelect';
import type { PointingProps } from './panelProps';
import styles from './sockets/Sockets.module.css';
import { SocketTable } from './sockets/SocketTable';
import { StateDiagram, type Walker } from './sockets/StateDiagram';
import { StepList } from './sockets/StepList';
import type { StepPointing } from './sockets/stepPointing';
import { useEventMoment } from './useEventMoment';
import { useWords } from './useWords';

/** Which rooms are open at each host, and where both ends of a connection stand in TCP's state diagram. */
export function Sockets({ run: latestRun, ...props }: PointingProps) {
  // While a long run streams in, reading it all anew for each batch can wait.
  const run = useDeferredValue(latestRun);
  const tcp = run.traces.find(({ lane }) => lane === 'tcp');
  return (
    <div className={styles['frame']}>
      <Tables {...props} run={run} />
      {tcp && <States {...props} run={run} trace={tcp} />}
    </div>
  );
}

function Tables({ run, playhead, hovered }: PointingProps) {
  const { t } = useWords();
  // The lanes are separate runs of the same hosts: a hook for each would break where their number changes.
  const first = useEventMoment(playhead, run.traces[0]!);
  const last = useEventMoment(playhead, run.traces.at(-1)!);
  const nowNs = Math.max(first, last);
  const sockets = run.traces.flatMap((trace): readonly Socket[] => socketsAt(trace, nowNs));
  const lit = hovered && (run.traces[hovered.lane]?.packet(hovered.packet).bytes ?? null);
  const hosts = run.experiment.town.hosts.map((host, place) => ({ host, place }));
  // Two buildings without a socket are worth a line each, a dozen are not.
  const isTown = !isMessageRun(run.experiment);
  const hasAny = (place: number): boolean => sockets.some((socket) => socket.place === place);
  const quiet = isTown ? hosts.filter(({ place }) => !hasAny(place)) : [];
  const shown = isTown ? hosts.filter(({ place }) => hasAny(place)) : hosts;
  return (
    <section className={styles['hosts']} aria-label={t('socketsPanel.title')}>
      {shown.map(({ host, place }) => (
        <SocketTable
          key={host.id}
          host={host}
          sockets={sockets.filter((socket) => socket.place === place)}
          lit={lit}
        />
      ))}
      {quiet.length > 0 && (
        <p className={styles['quiet']}>
          {t('socketsPanel.noneAt', { hosts: quiet.map(({ host }) => host.id).join(', ') })}
        </p>
      )}
    </section>
  );
}

function States({
  run,
  trace,
  playhead,
  hovered,
  onHover,
  onSeek,
}: PointingProps & { readonly trace: Trace }) {
  const { t } = useWords();
  const nowNs = useEventMoment(playhead, trace);
  const [wanted, setWanted] = useState(0);
  const connections = connectionsOf(trace).filter(({ opener }) => opener.times[0]! <= nowNs);
  const chosen = Math.min(wanted, connections.length - 1);
  const ends = connections[chosen];
  const hosts = run.experiment.town.hosts;
  const walkers = (['opener', 'peer'] as const).flatMap((end): readonly Walker[] => {
    const one = ends?.[end];
    return one ? [{ end, host: hosts[one.place]?.id ?? '', path: statePath(trace, one, nowNs) }] : [];
  });
  const lane = run.traces.indexOf(trace);
  const pointing: StepPointing = {
    lit: hovered?.lane === lane ? hovered.packet : null,
    onHover: (packet) => onHover(packet < 0 ? null : { lane, packet }),
    onSeek,
  };
  return (
    <div className={styles['states']}>
      <div>
        <h3>{t('socketsPanel.diagram')}</h3>
        <ConnectionSelect
          trace={trace}
          town={run.experiment.town}
          connections={connections}
          chosen={chosen}
          onChoose={setWanted}
        />
        <StateDiagram {...pointing} walkers={walkers} />
      </div>
      <StepList {...pointing} walkers={walkers} />
    </div>
  );
}
