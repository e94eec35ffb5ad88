import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import type { NodeId } from '../../experiment/experiment';
import type { Run } from '../../trace/run';
import type { WhyQuestion } from '../../trace/why';
import type { PointingProps } from '../panelProps';
import { useFollow } from '../useFollow';
import { useUnit } from '../useUnit';
import { useWords } from '../useWords';
import { ChartHeads } from './ChartHeads';
import { ChartLanes } from './ChartLanes';
import { fitZoom } from './fitZoom';
import { ColumnChooser } from './ColumnChooser';
import { hostsOf } from './hosts';
import { COLUMN_MARGIN } from './nameWidths';
import styles from './Ladder.module.css';
import { LadderTools } from './LadderTools';
import type { LadderColumn, LadderLook } from './look';
import { Readout } from './Readout';
import { useBringIntoView } from './useBringIntoView';
import type { DrawnLane } from './drawLanes';
import { useColumns } from './useColumns';
import { useDrawings } from './useDrawings';
import { useOutput } from './useOutput';
import { useWindow } from './useWindow';
import { useZoom } from './useZoom';

/** From this width on there is room for times along the edge of one ladder, and of several. */
const WIDE_ENOUGH_FOR_AXIS = [480, 560] as const;
const AXIS_WIDTH = 60;
/** So few arrows are all drawn at once, wherever one looks. */
const MOST_DRAWN_WHOLE = 240;

export interface ChartProps extends PointingProps {
  readonly other: Run | null;
  readonly columns: readonly LadderColumn[];
  readonly width: number;
  readonly look: LadderLook;
  readonly onLook: (look: LadderLook) => void;
  /** What is asked, to be answered over the arrows. */
  readonly why: WhyQuestion | null;
  /** Stands before the tools. */
  readonly children: ReactNode;
}

/** The ladders of some lanes on one scale, with their tools above and one line on what is pointed at below. */
export function LadderChart(props: ChartProps) {
  const { run, other, columns, playhead, selected, hovered, look, onLook } = props;
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const unit = useUnit();
  const enough = WIDE_ENOUGH_FOR_AXIS[columns.length > 1 ? 1 : 0] * unit;
  const axisWidth = props.width < enough ? 0 : AXIS_WIDTH * unit;
  const laneWidth = (props.width - axisWidth) / columns.length;
  const margins = 2 * COLUMN_MARGIN * unit;
  const nodes = useColumns(run, selected, look.columns, (laneWidth - margins) / unit);
  const isTown = nodes !== undefined;
  const lanes = useLanes(run, other, columns, nodes);
  const drawn = useDrawings(lanes, laneWidth, unit, useDeferredValue(look));
  const arrows = drawn.drawings.reduce((sum, drawing) => sum + drawing.arrows.length, 0);
  const window = useWindow(scroller, drawn.scale.height, arrows <= MOST_DRAWN_WHOLE);
  const { isFollowing, follow } = useFollow(scroller, playhead, drawn.scale.toY);
  const fit = (): void => onLook({ ...look, zoom: fitZoom(lanes, unit, look, scroller.current) });
  const zoom = useZoom(scroller, drawn.scale, look, onLook, fit);
  const output = useOutput(run, other, look, nodes);
  const arrowOf = (ref: typeof selected) => {
    const drawing =
      ref && drawn.drawings[columns.findIndex(({ lane, isOther }) => lane === ref.lane && !isOther)];
    return drawing?.arrows[drawing.positions.get(ref?.packet ?? -1) ?? -1];
  };
  const bringIntoView = useBringIntoView(scroller, selected, arrowOf(selected)?.y1);
  const hidden = isTown ? (run.traces[0]?.packetCount ?? 0) - arrows : 0;
  const hosts = useMemo(() => hostsOf(run, nodes), [run, nodes]);
  const layout = { ...props, ...drawn, unit, axisWidth, laneWidth, hosts, isTown, hidden };
  const keys = { onKeyDown: zoom.onKeyDown };
  return (
    <div className={styles['chart']} {...keys}>
      <div className={styles['bar']}>
        {props.children}
        {isTown && (
          <ColumnChooser
            run={run}
            columns={nodes}
            isOwn={look.columns !== null}
            hidden={hidden}
            onChoose={(wanted) => onLook({ ...look, columns: wanted })}
          />
        )}
        <LadderTools
          look={look}
          onLook={onLook}
          zoomIn={zoom.zoomIn}
          zoomOut={zoom.zoomOut}
          onFit={fit}
          onOutput={output.start}
        />
      </div>
      {output.hasFailed && <p className={styles['failed']}>{t('panels.ladderTools.failed')}</p>}
      <ChartHeads {...layout} />
      <div ref={scroller} className={styles['scroller']} data-scroller="ladder">
        <ChartLanes {...layout} window={window} onReveal={bringIntoView} />
      </div>
      <Readout
        drawn={arrowOf(hovered) ?? arrowOf(selected)}
        laneName={run.traces[(hovered ?? selected)?.lane ?? 0]!.lane}
        hosts={hosts.ids}
      />
      {!isFollowing && (
        <button type="button" className={styles['follow']} data-layer onClick={follow}>
          {t('panels.ladder.follow')}
        </button>
      )}
    </div>
  );
}

/** The lanes behind the columns; another list only when there is something else to draw. */
function useLanes(
  run: Run,
  other: Run | null,
  columns: readonly LadderColumn[],
  nodes: readonly NodeId[] | undefined,
): readonly DrawnLane[] {
  const key = columns.map(({ lane, isOther }) => `${lane}${isOther ? '*' : ''}`).join();
  return useMemo(
    () =>
      key.split(',').map((column) => ({
        run: column.endsWith('*') && other ? other : run,
        lane: Number.parseInt(column, 10),
        columns: nodes,
      })),
    [run, other, key, nodes],
  );
}
