import styles from '../Stage.module.css';
import type { Look } from '../LookTools';
import { type SceneStore, useSceneFact } from '../sceneStore';
import type { MapScene } from './mapScene';
import { MONO } from './measureNode';
import type { MapPlan, NodePlan } from './mapTypes';
import type { MapRoom } from './roomsAt';

interface MapRoomsProps {
  readonly node: NodePlan;
  readonly plan: MapPlan;
  readonly store: SceneStore<MapScene>;
  readonly look: Look;
}

const TRANSPORTS = ['tcp', 'udp'] as const;

/** The two entrances of a house, and above each its rooms: lit, with their numbers, while a socket is open. */
export function MapRooms({ node, plan, store, look }: MapRoomsProps) {
  const rooms = useSceneFact(store, (scene: MapScene) => scene.rooms[node.number] ?? NONE);
  return TRANSPORTS.map((transport, side) => {
    const own = rooms.filter((room) => room.transport === transport);
    if (plan.tier === 'rooms')
      return <Half key={transport} {...{ node, plan, transport, side, look }} rooms={own} />;
    return <SmallDoor key={transport} {...{ node, plan, transport, side, look }} isOpen={own.length > 0} />;
  });
}

const NONE: readonly MapRoom[] = [];

interface HalfProps {
  readonly node: NodePlan;
  readonly plan: MapPlan;
  readonly transport: 'tcp' | 'udp';
  readonly side: number;
  readonly look: Look;
}

/** One entrance with its name, and the rooms that it leads to. */
function Half({
  node,
  plan,
  transport,
  side,
  look,
  rooms,
}: HalfProps & { readonly rooms: readonly MapRoom[] }) {
  const { body } = node;
  const { unit, scale, font } = plan;
  const size = unit * scale;
  const width = body.width / 2 - 5 * size;
  const x = side === 0 ? body.x + 4 * size : body.x + body.width / 2 + size;
  const plate = font.small * 1.4;
  const top = body.y + body.height - 38 * size - plate;
  const door = { x: x + 3 * size, width: 22 * size, height: 32 * size };
  return (
    <g data-seen="transport">
      <Plates rooms={rooms} box={{ x, y: top, width, height: plate }} plan={plan} transport={transport} />
      <Arch
        {...door}
        y={body.y + body.height}
        fill={`var(--${transport})`}
        isOpen={rooms.length > 0}
        size={size}
        look={look}
      />
      <text
        x={door.x + door.width + 4 * size}
        y={body.y + body.height - 15 * size}
        dy="0.36em"
        fontSize={font.small}
        fontWeight={800}
        fill="var(--ink)"
      >
        {transport.toUpperCase()}
      </text>
    </g>
  );
}

/** An entrance: a coloured door in a dark arch; a lamp over it burns while a room behind it is lived in. */
function Arch(props: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly isOpen: boolean;
  readonly size: number;
  readonly look: Look;
}) {
  const { x, y, width, height, fill, isOpen, size, look } = props;
  if (look === 'protocol') {
    // Filled while a socket is bound, else an outline.
    const side = Math.min(width, height) * 0.8;
    const box = { x, y: y - side - 3 * size, width: side, height: side };
    return <rect {...box} fill={isOpen ? fill : 'none'} stroke={fill} strokeWidth={2 * size} />;
  }
  const arch = (edge: number): string => {
    const [w, h] = [width - 2 * edge, height - edge];
    return `M${x + edge} ${y}v${-h + w / 2}a${w / 2} ${w / 2} 0 0 1 ${w} 0v${h - w / 2}z`;
  };
  return (
    <g>
      <path d={arch(0)} fill="var(--roof)" />
      <path d={arch(2.4 * size)} fill={fill} opacity={isOpen ? 1 : 0.45} />
      <circle cx={x + width * 0.72} cy={y - height * 0.4} r={1.5 * size} fill="var(--lamp)" />
      {isOpen && <circle cx={x + width / 2} cy={y - height - 1 * size} r={2.6 * size} fill="var(--lamp)" />}
    </g>
  );
}

/** Lit windows with the numbers of rooms, as many as fit, and how many there are beside. */
function Plates({
  rooms,
  box,
  plan,
  transport,
}: {
  readonly rooms: readonly MapRoom[];
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly plan: MapPlan;
  readonly transport: 'tcp' | 'udp';
}) {
  const { font, unit, scale } = plan;
  const size = unit * scale;
  const widthOf = (text: string): number => text.length * MONO * font.small + font.small * 0.5;
  const labels = platesThatFit(
    rooms.map(({ port }) => String(port)),
    box.width,
    (text) => widthOf(text) + 2 * size,
  );
  if (labels.length === 0) {
    return [0, 1].map((pane) => (
      <rect
        key={pane}
        x={box.x + pane * 24 * size}
        y={box.y}
        width={20 * size}
        height={box.height}
        rx={2 * size}
        fill="var(--closed)"
        opacity="0.5"
      />
    ));
  }
  return labels.map((label, i) => {
    const width = widthOf(label);
    const left = labels.slice(0, i).reduce((x, before) => x + widthOf(before) + 2 * size, box.x);
    return (
      <g key={label} data-room={label}>
        <rect
          x={left}
          y={box.y}
          width={width}
          height={box.height}
          rx={2 * size}
          fill="var(--glass-lit)"
          stroke={`var(--${transport})`}
          strokeWidth={1.8 * size}
        />
        <text
          x={left + width / 2}
          y={box.y + box.height / 2}
          dy="0.36em"
          textAnchor="middle"
          fontSize={font.small}
          className={styles['mono']}
          fill="#17233b"
        >
          {label}
        </text>
      </g>
    );
  });
}

/** The first of the labels that fit side by side, and `+n` for the others. */
function platesThatFit(
  labels: readonly string[],
  room: number,
  widthOf: (label: string) => number,
): readonly string[] {
  for (let shown = labels.length; shown > 0; shown -= 1) {
    const more = labels.length - shown;
    const plates = more > 0 ? [...labels.slice(0, shown), `+${more}`] : labels;
    if (plates.reduce((sum, label) => sum + widthOf(label), 0) <= room) return plates;
  }
  return labels.length > 0 ? [`+${labels.length}`] : [];
}

/** Where there is no room for rooms: an entrance that is lit while somebody lives behind it. */
function SmallDoor({ node, plan, transport, side, look, isOpen }: HalfProps & { readonly isOpen: boolean }) {
  const { body } = node;
  const { unit, scale, tier } = plan;
  const size = unit * scale;
  const isMark = tier === 'mark';
  const door = isMark ? { width: 5 * size, height: 11 * size } : { width: 13 * size, height: 22 * size };
  const x = isMark
    ? side === 0
      ? body.x + 1.5 * size
      : body.x + body.width - door.width - 1.5 * size
    : body.x + body.width - (side === 0 ? 34 : 17) * size;
  return (
    <g data-seen="transport">
      <Arch
        x={x}
        y={body.y + body.height}
        {...door}
        fill={`var(--${transport})`}
        isOpen={isOpen}
        size={isMark ? size * 0.4 : size * 0.8}
        look={look}
      />
    </g>
  );
}
