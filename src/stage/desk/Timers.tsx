import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Timer } from '../../trace/event';
import type { Box, TownPlan } from '../plan';
import { type SceneStore, useSceneWrite } from '../sceneStore';
import type { DeskView, Scene, TimerView } from '../sceneTypes';
import styles from '../Stage.module.css';
import { guessWidth } from '../textFit';
import { DuplicateAcks, duplicatesWidth } from './DuplicateAcks';
import { ringLeft } from './ringLeft';

interface TimersProps {
  readonly store: SceneStore;
  readonly pick: (scene: Scene) => DeskView;
  /** Which run now. */
  readonly running: readonly Timer[];
  readonly box: Box;
  readonly plan: TownPlan;
  readonly countsDuplicates: boolean;
}

/** Room for the longest value: more than four digits of milliseconds is said in seconds. */
const WIDEST_VALUE = '000 s';
/** Letters and digits of the fixed-width face, as a part of its size. */
const MONO = 0.61;

/** The timers that run on a desk, each a ring beside its name and what is left of it, as far as there is room. */
export function Timers({ store, pick, running, box, plan, countsDuplicates }: TimersProps) {
  const { t } = useTranslation();
  const { font, unit } = plan;
  const ring = box.height * 0.86;
  const names = running.map((timer) => t(`stage.timer.${timer}`));
  const placed = placeTimers(names, box, plan);
  const used = placed.reduce((sum, { width }) => sum + width + 4 * unit, 0);
  return (
    <g>
      {placed.map(({ x: left, name, nameWidth, hasValue }, i) => (
        <g key={running[i]} data-timer={running[i]}>
          <Ring
            store={store}
            read={(scene) => pick(scene).timers.find(({ timer }) => timer === running[i])}
            x={left + box.height * 0.4}
            y={box.y + box.height / 2}
            radius={box.height * 0.32}
            unit={unit}
          />
          {name !== '' && (
            <text
              x={left + ring}
              y={box.y + box.height / 2}
              dy="0.36em"
              fontSize={font.small}
              fontWeight={700}
              fill="var(--ink)"
            >
              {name}
            </text>
          )}
          {hasValue && (
            <Remaining
              store={store}
              read={(scene) => pick(scene).timers.find(({ timer }) => timer === running[i])}
              x={left + ring + (name === '' ? 0 : nameWidth)}
              y={box.y + box.height / 2}
              size={font.small}
            />
          )}
        </g>
      ))}
      {countsDuplicates && !running.includes('timeWait') && used + duplicatesWidth(plan) <= box.width && (
        <DuplicateAcks store={store} pick={pick} x={box.x + used} y={box.y + box.height / 2} plan={plan} />
      )}
    </g>
  );
}

interface PlacedTimer {
  readonly x: number;
  readonly width: number;
  /** Empty where there is no room for it. */
  readonly name: string;
  readonly nameWidth: number;
  readonly hasValue: boolean;
}

/** One beside the other, each with as much writing as there is room for; those that do not fit at all are left away. */
function placeTimers(names: readonly string[], box: Box, { font, unit }: TownPlan): readonly PlacedTimer[] {
  const ring = box.height * 0.86;
  const valueWidth = WIDEST_VALUE.length * font.small * MONO;
  const placed: PlacedTimer[] = [];
  for (const name of names) {
    const before = placed.at(-1);
    const x = before ? before.x + before.width + 4 * unit : box.x;
    const room = box.x + box.width - x;
    const nameWidth = guessWidth(name, font.small) + 3 * unit;
    const width = [ring + nameWidth + valueWidth, ring + valueWidth, ring].find((needed) => needed <= room);
    if (width === undefined) break;
    const isNamed = width > ring + valueWidth;
    placed.push({ x, width, name: isNamed ? name : '', nameWidth, hasValue: width > ring });
  }
  return placed;
}

interface ReadingProps {
  readonly store: SceneStore;
  readonly read: (scene: Scene) => TimerView | undefined;
  readonly x: number;
  readonly y: number;
}

/** A ring that empties clockwise. */
function Ring({
  store,
  read,
  x,
  y,
  radius,
  unit,
}: ReadingProps & { readonly radius: number; readonly unit: number }) {
  const arc = useRef<SVGCircleElement>(null);
  const length = 2 * Math.PI * radius;
  useSceneWrite(store, (scene) => {
    const left = ringLeft(read(scene), scene.timeNs);
    // Clockwise from the top: what is over is cut off at the start.
    arc.current?.setAttribute('stroke-dashoffset', String(-(1 - left.share) * length));
  });
  return (
    <g transform={`rotate(-90 ${x} ${y})`}>
      <circle cx={x} cy={y} r={radius} fill="var(--surface)" stroke="var(--line)" strokeWidth={3.5 * unit} />
      <circle
        ref={arc}
        cx={x}
        cy={y}
        r={radius}
        fill="none"
        stroke="var(--ink)"
        strokeWidth={3.5 * unit}
        strokeDasharray={`${length} ${length}`}
      />
    </g>
  );
}

/** What is left, in ms; from ten seconds on in seconds. */
function Remaining({ store, read, x, y, size }: ReadingProps & { readonly size: number }) {
  const text = useRef<SVGTextElement>(null);
  useSceneWrite(store, (scene) => {
    const { words } = ringLeft(read(scene), scene.timeNs);
    if (text.current && text.current.textContent !== words) text.current.textContent = words;
  });
  return (
    <text
      ref={text}
      x={x}
      y={y}
      dy="0.36em"
      fontSize={size}
      className={styles['mono']}
      fill="var(--ink)"
      data-part="remaining"
    />
  );
}
