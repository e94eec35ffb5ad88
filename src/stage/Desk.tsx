import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomPlan, TownPlan } from './plan';
import { roomInside } from './roomPlan';
import type { DeskView, Scene } from './sceneTypes';
import { sameFields, type SceneStore, useSceneFact } from './sceneStore';
import styles from './Stage.module.css';
import { fitText, guessWidth } from './textFit';

interface DeskProps {
  readonly store: SceneStore;
  readonly room: RoomPlan;
  readonly plan: TownPlan;
  readonly side: 'client' | 'server';
}

const NS_PER_MS = 1_000_000;
const EMPTY: DeskView = { state: null, duplicateAcks: 0, rtoNs: 0, timerSetNs: 0, told: null, binned: 0 };

/** The desk: TCP's name plate, timer and duplicate ACKs, or what the app was told. */
export function Desk(props: DeskProps) {
  const { store, room, plan, side } = props;
  const { t } = useTranslation();
  const pick = ({ lanes }: Scene): DeskView =>
    lanes[room.lane]?.[side === 'client' ? 'clientDesk' : 'serverDesk'] ?? EMPTY;
  const desk = useSceneFact(store, pick, sameFields);
  const { desk: box, deskRows } = roomInside(room, plan);
  const { font, unit } = plan;
  const row = font.small * 1.68;
  const told = desk.told === null ? '' : toldWord(desk.told);
  const word = told === '' ? null : t(`stage.told.${told}`);
  const y = box.y + box.height - row * deskRows;
  if (room.transport !== 'tcp') {
    return word === null || box.height < row ? null : (
      <Note x={box.x} y={y} width={box.width} height={row} text={word} plan={plan} />
    );
  }
  const beside = plateWidth(desk.state ?? '', plan) + 8 * unit;
  const place = deskRows > 1 ? { x: box.x, y: y + row } : { x: box.x + beside, y };
  const width = box.x + box.width - place.x;
  return (
    <g>
      {desk.state !== null && <Plate x={box.x} y={y} height={row} text={desk.state} plan={plan} />}
      {desk.rtoNs > 0 && width > row && (
        <Timer {...props} {...place} desk={desk} pick={pick} width={width} height={row} />
      )}
      {desk.rtoNs === 0 && word !== null && width > font.small * 3 && (
        <Note {...place} width={width} height={row} text={word} plan={plan} />
      )}
    </g>
  );
}

interface TimerProps extends DeskProps {
  readonly desk: DeskView;
  readonly pick: (scene: Scene) => DeskView;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The timer's ring, its length and the duplicate ACKs counted so far, as far as there is room for them. */
function Timer({ store, plan, side, desk, pick, x, y, width, height }: TimerProps) {
  const { font, unit } = plan;
  const text = `${Math.round(desk.rtoNs / NS_PER_MS)} ms`;
  const textEnd = height * 1.05 + text.length * font.small * 0.6;
  const middle = y + height / 2;
  return (
    <g>
      <Ring store={store} pick={pick} x={x + height / 2} y={middle} radius={height * 0.36} unit={unit} />
      {textEnd <= width && (
        <text
          x={x + height * 1.05}
          y={middle}
          dy="0.36em"
          fontSize={font.small}
          className={styles['mono']}
          fill="var(--ink)"
        >
          {text}
        </text>
      )}
      {side === 'client' && desk.duplicateAcks > 0 && textEnd + font.small * 2.9 <= width && (
        <Duplicates x={x + textEnd + 6 * unit} y={middle} count={desk.duplicateAcks} plan={plan} />
      )}
    </g>
  );
}

const TOLD_WORDS = [
  'connectionRefused',
  'connectionReset',
  'gaveUp',
  'portUnreachable',
  'hostUnreachable',
  'closed',
] as const;

/** The notices worth a note on the desk; the name plate says the rest. */
function toldWord(told: string): (typeof TOLD_WORDS)[number] | '' {
  return TOLD_WORDS.find((word) => word === told) ?? '';
}

function plateWidth(text: string, { font, unit }: TownPlan): number {
  return text === '' ? 0 : text.length * font.small * 0.6 + 20 * unit;
}

interface PlateProps {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly text: string;
  readonly plan: TownPlan;
}

function Plate({ x, y, height, text, plan }: PlateProps) {
  const { unit, font } = plan;
  const width = plateWidth(text, plan) - 8 * unit;
  return (
    <g>
      <path
        d={`M${x} ${y + height - 2 * unit}l${4 * unit} ${-(height - 3 * unit)}h${width}l${4 * unit} ${height - 3 * unit}z`}
        fill="var(--sign)"
      />
      <text
        x={x + width / 2 + 4 * unit}
        y={y + height / 2}
        dy="0.34em"
        textAnchor="middle"
        fontSize={font.small}
        className={styles['mono']}
        fill="var(--sign-ink)"
      >
        {text}
      </text>
    </g>
  );
}

function Note({ x, y, width, height, text, plan }: PlateProps & { readonly width: number }) {
  const { unit, font } = plan;
  const words = fitText(text, font.small, width - 12 * unit);
  const noteWidth = Math.min(width, guessWidth(words, font.small) + 14 * unit);
  return (
    <g>
      <rect
        x={x}
        y={y + unit}
        width={noteWidth}
        height={height - 3 * unit}
        rx={3 * unit}
        fill="var(--surface)"
        stroke="var(--icmp)"
        strokeWidth={1.6 * unit}
        strokeDasharray={`${4 * unit} ${3 * unit}`}
      />
      <text
        x={x + 7 * unit}
        y={y + height / 2}
        dy="0.34em"
        fontSize={font.small}
        fontWeight={600}
        fill="var(--ink)"
      >
        {words}
      </text>
    </g>
  );
}

interface RingProps {
  readonly store: SceneStore;
  readonly pick: (scene: Scene) => DeskView;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly unit: number;
}

/** The retransmission timer: a ring that empties clockwise; the loop writes how much is left. */
function Ring({ store, pick, x, y, radius, unit }: RingProps) {
  const arc = useRef<SVGCircleElement>(null);
  const length = 2 * Math.PI * radius;
  useLayoutEffect(() => {
    const write = (): void => {
      const scene = store.get();
      const { rtoNs, timerSetNs } = pick(scene);
      const left = rtoNs > 0 ? Math.max(0, 1 - (scene.timeNs - timerSetNs) / rtoNs) : 0;
      // Clockwise from the top: what is over is cut off at the start.
      arc.current?.setAttribute('stroke-dashoffset', String(-(1 - left) * length));
    };
    write();
    return store.subscribe(write);
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

/** Three places that fill as the same ACK comes again: with the third the piece is sent once more. */
function Duplicates({
  x,
  y,
  count,
  plan,
}: {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly plan: TownPlan;
}) {
  const radius = plan.font.small * 0.32;
  return [0, 1, 2].map((place) => (
    <circle
      key={place}
      cx={x + radius + place * radius * 2.7}
      cy={y}
      r={radius}
      fill={place < count ? 'var(--ack)' : 'none'}
      stroke="var(--ink)"
      strokeWidth={1.4 * plan.unit}
    />
  ));
}
