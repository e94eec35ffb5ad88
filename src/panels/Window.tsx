import { useState } from 'react';
import type { SendingEnd } from '../trace/belief';
import { connectionsOf, snapshotAt } from '../trace/connectionEnds';
import type { Trace } from '../trace/trace';
import { hostNames } from './hostNames';
import type { PointingProps } from './panelProps';
import { useEventMoment } from './useEventMoment';
import { useWords } from './useWords';
import { ConnectionBar } from './window/ConnectionBar';
import { Datagrams } from './window/Datagrams';
import { Direction } from './window/Direction';
import styles from './window/Window.module.css';
import { acknowledgmentFor } from './window/windowPointing';

/** The byte ruler of both ends of a connection, and what the sender believes beside what is true. */
export function Window(props: PointingProps) {
  const { run } = props;
  const tcp = run.traces.findIndex(({ lane }) => lane === 'tcp');
  const udp = run.traces.findIndex(({ lane }) => lane === 'udp');
  return (
    <div className={styles['frame']}>
      {tcp >= 0 && <TcpWindow {...props} lane={tcp} trace={run.traces[tcp]!} />}
      {udp >= 0 && <Datagrams run={run} playhead={props.playhead} trace={run.traces[udp]!} />}
    </div>
  );
}

function TcpWindow({
  lane,
  trace,
  ...props
}: PointingProps & { readonly lane: number; readonly trace: Trace }) {
  const { run, playhead, hovered, selected } = props;
  const { t } = useWords();
  const momentNs = useEventMoment(playhead, trace);
  const [wanted, setWanted] = useState(0);
  const [direction, setDirection] = useState<SendingEnd>('opener');
  const [isReal, setReal] = useState(false);
  const connections = connectionsOf(trace).filter(({ opener }) => opener.times[0]! <= momentNs);
  const chosen = Math.min(wanted, connections.length - 1);
  const ends = connections[chosen];
  if (!ends) return <p className={styles['empty']}>{t('windowPanel.empty')}</p>;
  const near = ends[direction];
  const acknowledged = acknowledgmentFor(
    trace,
    hovered?.lane === lane ? hovered.packet : -1,
    near ? snapshotAt(trace, near, momentNs) : null,
  );
  const names = hostNames(trace, ends, run.experiment.town);
  return (
    <>
      <ConnectionBar
        trace={trace}
        town={run.experiment.town}
        connections={connections}
        chosen={chosen}
        onChoose={setWanted}
        names={names}
        direction={direction}
        onDirection={setDirection}
        isReal={isReal}
        onReal={setReal}
      />
      <Direction
        trace={trace}
        ends={ends}
        direction={direction}
        momentNs={momentNs}
        names={direction === 'opener' ? names : [names[1], names[0]]}
        isReal={isReal}
        playhead={playhead}
        pointing={{
          ...props,
          lane,
          hovered: hovered?.lane === lane ? hovered.packet : -1,
          selected: selected?.lane === lane ? selected.packet : -1,
          acknowledged,
        }}
      />
    </>
  );
}
