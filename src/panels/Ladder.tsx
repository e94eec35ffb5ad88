import { useMemo, useRef, useState } from 'react';
import type { Transport } from '../experiment/experiment';
import type { Run } from '../trace/run';
import { arrowsOf } from './ladder/arrows';
import { drawLane } from './ladder/drawing';
import styles from './ladder/Ladder.module.css';
import { LaneLadder } from './ladder/LaneLadder';
import { LaneSwitch } from './ladder/LaneSwitch';
import { nameWidths } from './ladder/nameWidths';
import { NowLine } from './ladder/NowLine';
import { ladderScale } from './ladder/scale';
import { TimeAxis } from './ladder/TimeAxis';
import { useWindow } from './ladder/useWindow';
import { packetFactsOf } from './packetFacts';
import type { PointingProps } from './panelProps';
import { useFollow } from './useFollow';
import { useSize } from './useSize';
import { useWords } from './useWords';

/** From this width on the lanes stand side by side; below, one at a time. */
const WIDE_ENOUGH_FOR_BOTH = 620;
/** From this width on there is room for times along the edge. */
const WIDE_ENOUGH_FOR_AXIS = 480;
const AXIS_WIDTH = 60;
/** An address over a lifeline must not run into its neighbour or over the edge. */
const ADDRESS_WIDTH = 112;

/** The sequence diagram in step with the playhead: two lifelines per lane, time downwards, an arrow per packet. */
export function Ladder(props: PointingProps) {
  const { run, selected } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const [chosen, setChosen] = useState(selected?.lane ?? 0);
  const [seen, setSeen] = useState(selected);
  // A packet selected elsewhere brings its lane to the front.
  if (seen !== selected) {
    setSeen(selected);
    if (selected) setChosen(selected.lane);
  }
  const isWide = width >= WIDE_ENOUGH_FOR_BOTH;
  const lanes = isWide ? run.traces.map((_, lane) => lane) : [Math.min(chosen, run.traces.length - 1)];
  return (
    <div ref={frame} className={styles['frame']}>
      {!isWide && run.traces.length > 1 && (
        <LaneSwitch
          lanes={run.traces.map(({ lane }) => lane)}
          chosen={chosen}
          onChoose={(lane) => setChosen(lane)}
        />
      )}
      {width > 0 && <LadderChart {...props} lanes={lanes} width={width} />}
    </div>
  );
}

function LadderChart({
  lanes,
  width,
  ...props
}: PointingProps & { readonly lanes: readonly number[]; readonly width: number }) {
  const { run, playhead, selected, hovered } = props;
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const axisWidth = width < WIDE_ENOUGH_FOR_AXIS ? 0 : AXIS_WIDTH;
  const laneWidth = (width - axisWidth) / lanes.length;
  const lifelines = useMemo(() => {
    const { left, right } = nameWidths(t, run);
    return { left, right: laneWidth - right };
  }, [t, run, laneWidth]);
  const { scale, drawings } = useDrawings(run, lanes.join(), lifelines);
  const window = useWindow(scroller, scale.height);
  const { isFollowing, follow } = useFollow(scroller, playhead, scale.toY);
  const hosts = hostsOf(run);
  const isNamed = lanes.length > 1 || run.traces.length === 1;
  const reveal = (y: number): void => {
    const element = scroller.current;
    if (!element) return;
    const isInView = y > element.scrollTop + 20 && y < element.scrollTop + element.clientHeight - 60;
    if (!isInView) element.scrollTop = Math.max(0, y - element.clientHeight / 2);
  };
  return (
    <>
      <div className={styles['heads']} style={{ paddingLeft: axisWidth }}>
        {lanes.map((lane) => (
          <LaneHead
            key={lane}
            transport={run.traces[lane]!.lane}
            isNamed={isNamed}
            lifelines={lifelines}
            {...hosts}
          />
        ))}
      </div>
      <div ref={scroller} className={styles['scroller']}>
        <div className={styles['canvas']} style={{ height: scale.height }}>
          <TimeAxis scale={scale} window={window} hasTicks={axisWidth > 0} />
          {lanes.map((lane, i) => (
            <LaneLadder
              key={lane}
              {...props}
              lane={lane}
              laneName={run.traces[lane]!.lane}
              drawing={drawings[i]!}
              scale={scale}
              window={window}
              x={axisWidth + i * laneWidth}
              width={laneWidth}
              lifelines={lifelines}
              selected={selected?.lane === lane ? selected.packet : -1}
              hovered={hovered?.lane === lane ? hovered.packet : -1}
              hosts={hosts.ids}
              onReveal={reveal}
            />
          ))}
          <NowLine playhead={playhead} toY={scale.toY} />
        </div>
      </div>
      {!isFollowing && (
        <button type="button" className={styles['follow']} onClick={follow}>
          {t('panels.ladder.follow')}
        </button>
      )}
    </>
  );
}

/** The addresses over the two lifelines, and the lane's name between them where no switch says it. */
function LaneHead({
  transport,
  isNamed,
  lifelines,
  addresses,
}: {
  readonly transport: Transport;
  readonly isNamed: boolean;
  readonly lifelines: { readonly left: number; readonly right: number };
  readonly addresses: readonly [string, string];
}) {
  return (
    <div className={styles['head']} data-lane={transport}>
      <span style={{ left: lifelines.left - ADDRESS_WIDTH / 2 }}>{addresses[0]}</span>
      {isNamed && <b style={{ left: (lifelines.left + lifelines.right) / 2 }}>{transport.toUpperCase()}</b>}
      <span style={{ left: lifelines.right - ADDRESS_WIDTH / 2 }}>{addresses[1]}</span>
    </div>
  );
}

/** Scale and arrows of the lanes shown, made anew only when a trace has grown or the width has changed. */
function useDrawings(run: Run, lanes: string, lifelines: { readonly left: number; readonly right: number }) {
  return useMemo(() => {
    const shown = lanes.split(',').map(Number);
    const arrows = shown.map((lane) => [...arrowsOf(run.traces[lane]!, run.experiment.town)]);
    const scale = ladderScale(arrows);
    const drawings = shown.map((lane, i) =>
      drawLane(
        arrows[i]!,
        scale.starts[i]!,
        scale,
        (packet) => packetFactsOf(run, { lane, packet }),
        lifelines,
      ),
    );
    return { scale, drawings };
  }, [run, lanes, lifelines]);
}

function hostsOf({ experiment }: Run): { addresses: [string, string]; ids: [string, string] } {
  const { hosts } = experiment.town;
  const [first, last] = [hosts[0], hosts.at(-1)];
  return {
    addresses: [first?.address ?? '', last?.address ?? ''],
    ids: [first?.id ?? '', last?.id ?? ''],
  };
}
