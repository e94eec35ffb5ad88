import { useDeferredValue, useRef, useState } from 'react';
import type { Run } from '../trace/run';
import styles from './ladder/Ladder.module.css';
import { LaneHead } from './ladder/LaneHead';
import { LaneLadder } from './ladder/LaneLadder';
import { LaneSwitch } from './ladder/LaneSwitch';
import { NowLine } from './ladder/NowLine';
import { TimeAxis } from './ladder/TimeAxis';
import { useBringIntoView } from './ladder/useBringIntoView';
import { useDrawings } from './ladder/useDrawings';
import { useWindow } from './ladder/useWindow';
import type { PointingProps } from './panelProps';
import { useFollow } from './useFollow';
import { useSize } from '../ui/useSize';
import { useUnit } from './useUnit';
import { useWords } from './useWords';

/** From this width on the lanes stand side by side; below, one at a time. */
const WIDE_ENOUGH_FOR_BOTH = 620;
/** From this width on there is room for times along the edge. */
const WIDE_ENOUGH_FOR_AXIS = 480;
const AXIS_WIDTH = 60;

/** The sequence diagram in step with the playhead: two lifelines per lane, time downwards, an arrow per packet. */
export function Ladder({ run: latestRun, ...pointing }: PointingProps) {
  // While a long run streams in, drawing it all anew for each batch can wait.
  const run = useDeferredValue(latestRun);
  const { selected } = pointing;
  const frame = useRef<HTMLDivElement>(null);
  const width = useSize(frame)?.width ?? 0;
  const [chosen, setChosen] = useState(selected?.lane ?? 0);
  const [seen, setSeen] = useState(selected);
  // A packet selected elsewhere brings its lane to the front.
  if (seen !== selected) {
    setSeen(selected);
    if (selected) setChosen(selected.lane);
  }
  const isWide = width >= WIDE_ENOUGH_FOR_BOTH * useUnit();
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
      {width > 0 && <LadderChart {...pointing} run={run} lanes={lanes} width={width} />}
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
  const unit = useUnit();
  const axisWidth = width < WIDE_ENOUGH_FOR_AXIS * unit ? 0 : AXIS_WIDTH * unit;
  const laneWidth = (width - axisWidth) / lanes.length;
  const { scale, drawings, lifelines, isTight } = useDrawings(run, lanes, laneWidth, unit);
  const window = useWindow(scroller, scale.height);
  const { isFollowing, follow } = useFollow(scroller, playhead, scale.toY);
  const hosts = hostsOf(run);
  const ofSelected = selected ? drawings[lanes.indexOf(selected.lane)] : undefined;
  const bringIntoView = useBringIntoView(scroller, selected, ofSelected?.arrows[selected?.packet ?? -1]?.y1);
  return (
    <>
      <div className={styles['heads']} style={{ paddingLeft: axisWidth }}>
        {lanes.map((lane) => (
          <LaneHead
            key={lane}
            transport={run.traces[lane]!.lane}
            isNamed={lanes.length > 1 || run.traces.length === 1}
            lifelines={lifelines}
            addresses={hosts.addresses}
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
              isTight={isTight}
              selected={selected?.lane === lane ? selected.packet : -1}
              hovered={hovered?.lane === lane ? hovered.packet : -1}
              hosts={hosts.ids}
              onReveal={bringIntoView}
            />
          ))}
          {drawings.every(({ arrows }) => arrows.length === 0) && (
            <p className={styles['empty']}>{t('panels.ladder.empty')}</p>
          )}
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

function hostsOf({ experiment }: Run): { addresses: [string, string]; ids: [string, string] } {
  const { hosts } = experiment.town;
  const [first, last] = [hosts[0], hosts.at(-1)];
  return {
    addresses: [first?.address ?? '', last?.address ?? ''],
    ids: [first?.id ?? '', last?.id ?? ''],
  };
}
