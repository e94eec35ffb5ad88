import { useCallback } from 'react';
import { useWords } from '../useWords';
import { DivergenceLine } from './DivergenceLine';
import type { LadderHosts } from './hosts';
import styles from './Ladder.module.css';
import type { ChartProps } from './LadderChart';
import { LaneLadder } from './LaneLadder';
import { NowLine } from './NowLine';
import { TimeAxis } from './TimeAxis';
import type { Drawings } from './useDrawings';
import { WhyOverlay } from './WhyOverlay';

interface LanesProps extends ChartProps, Drawings {
  readonly unit: number;
  readonly axisWidth: number;
  readonly laneWidth: number;
  readonly hosts: LadderHosts;
  readonly isTown: boolean;
  /** Packets between nodes that are no columns. */
  readonly hidden: number;
  /** The part that is near the view, in pixels of the whole ladder. */
  readonly window: { readonly top: number; readonly bottom: number };
  readonly onReveal: (y: number) => void;
}

/** Everything that scrolls: times, ladders, and the line of the moment. Only what is near the view is drawn. */
export function ChartLanes(props: LanesProps) {
  const { run, other, columns, scale, drawings, window, axisWidth, laneWidth, selected, hovered } = props;
  const { t } = useWords();
  const { why, hosts, lifelines, isTown } = props;
  const lineOf = useCallback(
    (node: number): number => {
      const { town } = run.experiment;
      const id = [...town.hosts, ...town.routers][node]?.id ?? '';
      const column = hosts.ids.indexOf(id);
      const { left, right } = lifelines;
      // What happens at a node without a column stands at the edge.
      if (column < 0) return isTown ? left / 2 : right;
      return left + ((right - left) * column) / Math.max(1, hosts.ids.length - 1);
    },
    [run, hosts, lifelines, isTown],
  );
  return (
    <div className={styles['canvas']} style={{ height: scale.height }}>
      <TimeAxis scale={scale} window={window} hasTicks={axisWidth > 0} isPartial={props.hidden > 0} />
      {columns.map(({ lane, isOther }, i) => (
        <LaneLadder
          key={`${lane}.${isOther}`}
          lane={lane}
          laneName={run.traces[lane]!.lane}
          isOther={isOther}
          drawing={drawings[i]!}
          scale={scale}
          window={window}
          x={axisWidth + i * laneWidth}
          width={laneWidth}
          lifelines={props.lifelines}
          isTight={props.isTight}
          unit={props.unit}
          playhead={props.playhead}
          selected={selected?.lane === lane && !isOther ? selected.packet : -1}
          hovered={hovered?.lane === lane && !isOther ? hovered.packet : -1}
          hosts={props.hosts.ids}
          onSelect={props.onSelect}
          onHover={props.onHover}
          onSeek={props.onSeek}
          onReveal={props.onReveal}
        />
      ))}
      {why &&
        columns.map(({ lane, isOther }, i) =>
          lane === why.lane && !isOther ? (
            <WhyOverlay
              key={lane}
              run={run}
              playhead={props.playhead}
              question={why}
              drawing={drawings[i]!}
              scale={scale}
              lifelines={props.lifelines}
              lineOf={lineOf}
              window={window}
              x={axisWidth + i * laneWidth}
              width={laneWidth}
              unit={props.unit}
            />
          ) : null,
        )}
      {other && <DivergenceLine run={run} other={other} lane={columns[0]!.lane} scale={scale} />}
      {drawings.every(({ arrows }) => arrows.length === 0) && (
        <p className={styles['empty']}>{t('panels.ladder.empty')}</p>
      )}
      <NowLine playhead={props.playhead} toY={scale.toY} />
    </div>
  );
}
