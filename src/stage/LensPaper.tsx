import type { Size } from '../ui/useSize';
import { cardLabel, isLarge, TAB_HEIGHT, tabWidth } from './card';
import { CardText } from './CardText';
import type { LensLabel } from './lens';
import type { PacketFace } from './packetFace';
import type { Sheet } from './plan';
import type { Detail } from './sceneTypes';

interface LensPaperProps {
  readonly label: LensLabel;
  readonly face: PacketFace;
  readonly detail: Detail;
  readonly plan: Sheet;
  readonly size: Size;
}

interface Look {
  readonly paper: string;
  readonly band: string;
  readonly bandInk: string;
  readonly edge: string;
}

/** Each layer has a paper of its own: plain, in the lane's colour, brown as a parcel, grey as a crate. */
function lookOf({ lens }: LensLabel, { paper }: PacketFace): Look {
  const isUdp = paper === 'postcard';
  switch (lens) {
    case 'application':
      return { paper: '#fffdf8', band: '#e9dfc9', bandInk: '#17233b', edge: '#17233b' };
    case 'transport':
      return isUdp
        ? { paper: '#fff6e0', band: 'var(--udp)', bandInk: '#000000', edge: '#7a5200' }
        : { paper: '#eef6fc', band: 'var(--tcp)', bandInk: '#ffffff', edge: 'var(--tcp)' };
    case 'internet':
      return { paper: '#ecd9b4', band: '#6b4a24', bandInk: '#ffffff', edge: '#6b4a24' };
    case 'link':
      return { paper: '#dfe6ee', band: '#35435c', bandInk: '#ffffff', edge: '#35435c' };
  }
}

/** A packet as one layer reads it. */
export function LensPaper(props: LensPaperProps) {
  const { label, face, detail, plan, size } = props;
  const { unit, font } = plan;
  const look = lookOf(label, face);
  const isFull = detail === 'full' && isLarge(face);
  return (
    <g>
      {isFull && <Tab {...props} look={look} />}
      <rect
        x={-size.width / 2}
        y={-size.height / 2}
        {...size}
        rx={4 * unit}
        fill={look.paper}
        stroke={look.edge}
        strokeWidth={(label.lens === 'link' ? 3 : 2) * unit}
        strokeDasharray={face.again ? `${5 * unit} ${3 * unit}` : undefined}
      />
      {isFull ? (
        <Lines {...props} />
      ) : (
        <CardText
          x={0}
          y={0}
          size={font.small}
          fill={INK}
          weight={700}
          text={cardLabel(face, detail, plan).main}
        />
      )}
    </g>
  );
}

const INK = '#17233b';

/** What does not fit onto the card. */
function Tab({ label: { tab }, plan, size, look }: LensPaperProps & { readonly look: Look }) {
  const { unit, font, shape } = plan;
  if (tab === '' || shape === 'portrait') return null;
  const width = tabWidth(tab, font.small);
  const height = TAB_HEIGHT * font.small;
  const top = size.height / 2 - 3 * unit;
  return (
    <g>
      <rect x={-width / 2} y={top} width={width} height={height + 3 * unit} rx={4 * unit} fill={look.band} />
      <CardText
        x={0}
        y={top + 3 * unit + height * 0.48}
        size={font.small}
        fill={look.bandInk}
        weight={700}
        text={tab}
      />
    </g>
  );
}

function Lines({ label: { body, tab }, plan, size }: LensPaperProps) {
  const { font, shape } = plan;
  const lines = [...body, shape === 'portrait' ? tab : ''].filter((line) => line !== '');
  const step = (size.height * 0.94) / Math.max(2, lines.length);
  return lines.map((line, row) => (
    <CardText
      key={row}
      x={0}
      y={(row - (lines.length - 1) / 2) * step}
      size={font.small}
      fill={INK}
      weight={700}
      text={line}
    />
  ));
}
