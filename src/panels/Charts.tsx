import 'uplot/dist/uPlot.min.css';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ZoomStore } from '../playback/zoom';
import type { SendingEnd } from '../trace/belief';
import { connectionsOf } from '../trace/connectionEnds';
import { isMessageRun } from '../trace/messageRun';
import { storyEndNs } from '../trace/moments';
import { packetEvents } from '../trace/packetBytesAt';
import type { PacketRef, Run } from '../trace/run';
import { ChartCard } from './charts/ChartCard';
import styles from './charts/Charts.module.css';
import { CHARTS } from './charts/chartSpec';
import type { FlightSpan } from './charts/flightBand';
import { QueueSelect } from './charts/QueueSelect';
import { busierDirection } from './charts/townCharts';
import { useSpecs } from './charts/useSpecs';
import { useZoomKeys } from './charts/useZoomKeys';
import { ZoomBar } from './charts/ZoomBar';
import { ConnectionSelect } from './ConnectionSelect';
import { DirectionSwitch } from './DirectionSwitch';
import { hostNames } from './hostNames';
import type { PointingProps } from './panelProps';
import { useWords } from './useWords';

interface ChartsProps extends PointingProps {
  readonly other?: Run | null;
  /** The stretch of time that is shown here and on the timeline. */
  readonly zoom: ZoomStore;
}

/** Curves over one time axis, with the playhead on them; those of the other future beside them. */
export function Charts({
  run: latestRun,
  other = null,
  zoom,
  playhead,
  onSeek,
  hovered,
  onHover,
}: ChartsProps) {
  // While a long run streams in, drawing it all anew for each batch can wait.
  const run = useDeferredValue(latestRun);
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [connection, setConnection] = useState(0);
  const [wanted, setDirection] = useState<SendingEnd | null>(null);
  const [queue, setQueue] = useState<number | null>(null);
  const isTown = !isMessageRun(run.experiment);
  const endNs = Math.max(1, storyEndNs(run), other ? storyEndNs(other) : 0);
  const lane = run.traces.findIndex((trace) => trace.lane === 'tcp');
  const tcp = run.traces[lane];
  const light = useCallback(
    (packet: number | null) => onHover(packet === null ? null : { lane, packet }),
    [onHover, lane],
  );
  const connections = tcp ? connectionsOf(tcp) : [];
  const ends = connections[connection];
  // Who opened it may only have asked: a page comes from the other end.
  const direction = wanted ?? (isTown && tcp && ends ? busierDirection(tcp, ends) : 'opener');
  const specs = useSpecs(run, other, { connection, direction, queue }, endNs);
  const flight = useMemo(() => hovered && flightOf(run, hovered), [run, hovered]);
  useZoomKeys(frame, zoom, endNs, playhead);
  return (
    <div ref={frame} className={styles['frame']}>
      <div className={styles['bar']}>
        {tcp && (
          <ConnectionSelect
            trace={tcp}
            town={run.experiment.town}
            connections={connections}
            chosen={connection}
            onChoose={setConnection}
          />
        )}
        {tcp && ends && (
          <DirectionSwitch
            names={hostNames(tcp, ends, run.experiment.town)}
            direction={direction}
            onDirection={setDirection}
          />
        )}
        {isTown && <QueueSelect run={run} chosen={queue} onChoose={setQueue} />}
        <ZoomBar zoom={zoom} endNs={endNs} playhead={playhead} />
      </div>
      <p className={styles['hint']}>{t('chartsPanel.hint')}</p>
      <div className={styles['cards']}>
        {CHARTS.flatMap((id) => {
          const spec = specs.find((one) => one.id === id);
          return spec
            ? [
                <ChartCard
                  key={id}
                  spec={spec}
                  endNs={endNs}
                  zoom={zoom}
                  playhead={playhead}
                  onSeek={onSeek}
                  hovered={hovered?.lane === lane ? hovered.packet : -1}
                  flight={flight}
                  onHover={light}
                />,
              ]
            : [];
        })}
      </div>
    </div>
  );
}

function flightOf({ traces }: Run, { lane, packet }: PacketRef): FlightSpan | null {
  const trace = traces[lane];
  const events = trace && packet < trace.packetCount ? packetEvents(trace, packet) : [];
  const [first, last] = [events[0], events.at(-1)];
  return trace && first !== undefined && last !== undefined
    ? [trace.timeAt(first), trace.timeAt(last)]
    : null;
}
