import type { StateArrow, StateStep } from '../../trace/stateDiagram';
import { STATE_ARROWS } from '../../trace/stateDiagram';
import { useWords } from '../useWords';
import { BOXES, boxOf, DIAGRAM, SHAPES, shapeOf, type StateBox, widthOf } from './diagram';
import styles from './Sockets.module.css';
import { pointingAt, type StepPointing } from './stepPointing';

const LINE = 15;
const MARK = 9;

/** One end as the diagram shows it: where it has been, where it is. */
export interface Walker {
  /** Which end: each has a mark of its own shape. */
  readonly end: 'opener' | 'peer';
  readonly host: string;
  readonly path: readonly StateStep[];
}

/** RFC 9293 figure 5, with both ends of a connection on it and the way that they have come. */
export function StateDiagram({
  walkers,
  ...pointing
}: StepPointing & { readonly walkers: readonly Walker[] }) {
  const { t } = useWords();
  const said = walkers.map(({ host, path }) =>
    t('socketsPanel.isIn', { host, state: path.at(-1)?.to ?? 'CLOSED' }),
  );
  return (
    <svg
      className={styles['diagram']}
      viewBox={`0 0 ${DIAGRAM.width} ${DIAGRAM.height}`}
      role="img"
      aria-label={`${t('socketsPanel.diagram')}. ${said.join(' ')}`}
    >
      <defs>
        <marker
          id="sockets-arrow"
          viewBox="0 0 10 10"
          refX="8"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0,0 L10,5 L0,10 Z" />
        </marker>
      </defs>
      {STATE_ARROWS.map((arrow) => (
        <path
          key={`${arrow.from}>${arrow.to}`}
          className={styles['arrow']}
          d={SHAPES[`${arrow.from}>${arrow.to}`]!.path}
        />
      ))}
      {walkers.map((walker) => (
        <Way key={walker.end} walker={walker} {...pointing} />
      ))}
      {STATE_ARROWS.map((arrow) => (
        <ArrowWords key={`${arrow.from}>${arrow.to}`} arrow={arrow} />
      ))}
      {BOXES.map((box) => (
        <Box key={`${box.state}${box.y}`} box={box} walkers={walkers} />
      ))}
    </svg>
  );
}

/** The arrows that one end has come along; pressing one goes to that moment. */
function Way({ walker: { end, path }, ...pointing }: StepPointing & { readonly walker: Walker }) {
  return path.map((step, i) => (
    <path
      key={step.event}
      className={styles['way']}
      data-end={end}
      data-step={`${step.from}>${step.to}`}
      data-last={i === path.length - 1 || undefined}
      d={shapeOf(step.from, step.to)}
      {...pointingAt(pointing, step)}
    />
  ));
}

function ArrowWords({ arrow: { from, to, trigger, sends } }: { readonly arrow: StateArrow }) {
  const { t } = useWords();
  const { x, y, anchor, isOneLine } = SHAPES[`${from}>${to}`]!;
  const cause = t(`socketsPanel.trigger.${trigger}`);
  const answer = sends === null ? '' : `→ ${sends}`;
  return (
    <text className={styles['words']} x={x} y={y} textAnchor={anchor}>
      {isOneLine ? (
        `${cause} ${answer}`.trim()
      ) : (
        <>
          <tspan x={x}>{cause}</tspan>
          {answer !== '' && (
            <tspan x={x} dy={LINE}>
              {answer}
            </tspan>
          )}
        </>
      )}
    </text>
  );
}

function Box({ box, walkers }: { readonly box: StateBox; readonly walkers: readonly Walker[] }) {
  const here = walkers.filter(({ path }) => boxOf(path.at(-1)?.to ?? 'CLOSED', path.length > 0) === box);
  const { x, y, state } = box;
  const boxWidth = widthOf(box);
  const { boxHeight } = DIAGRAM;
  const [left, top] = [x - boxWidth / 2, y - boxHeight / 2];
  return (
    <g
      className={styles['box']}
      data-state={state}
      data-here={here.map(({ end }) => end).join(' ') || undefined}
    >
      <rect x={left} y={top} width={boxWidth} height={boxHeight} rx="5" />
      <text x={x} y={y + 4.5} textAnchor="middle">
        {state}
      </text>
      {here.map(({ end, host }) => (
        <Mark
          key={end}
          end={end}
          host={host}
          x={end === 'opener' ? left + 3 : left + boxWidth - 3}
          y={top - 3}
        />
      ))}
    </g>
  );
}

function Mark({
  end,
  host,
  x,
  y,
}: {
  readonly end: Walker['end'];
  readonly host: string;
  readonly x: number;
  readonly y: number;
}) {
  return (
    <g className={styles['mark']} data-end={end} data-overlap-ok>
      {end === 'opener' ? (
        <circle cx={x} cy={y} r={MARK} />
      ) : (
        <rect x={x - MARK} y={y - MARK} width={2 * MARK} height={2 * MARK} />
      )}
      <text x={x} y={y + 4.5} textAnchor="middle">
        {host}
      </text>
    </g>
  );
}
