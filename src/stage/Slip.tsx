import { cardLabel, type PaperProps } from './card';
import { indexCardShape, TAG_EDGE } from './cardShapes';
import { CardText } from './CardText';

/** DNS: a card of the phone book, with an index tab. */
export function IndexCard({ face, detail, plan, size }: PaperProps) {
  const { unit, font } = plan;
  const { main } = cardLabel(face, detail, plan);
  return (
    <g>
      <path
        d={indexCardShape(size, unit)}
        fill="var(--dns)"
        stroke="#000000"
        strokeWidth={1.8 * unit}
        strokeLinejoin="round"
      />
      <CardText x={0} y={0} size={font.small} fill="#000000" weight={700} text={main} />
    </g>
  );
}

/** ICMP: a dashed slip that goes back. */
export function Slip({ face, detail, plan, size }: PaperProps) {
  const { unit, font } = plan;
  const { main } = cardLabel(face, detail, plan);
  return (
    <g>
      <rect
        x={-size.width / 2}
        y={-size.height / 2}
        {...size}
        rx={2 * unit}
        fill="var(--icmp)"
        stroke="#5e2a47"
        strokeWidth={1.8 * unit}
        strokeDasharray={`${4 * unit} ${3 * unit}`}
      />
      <CardText x={0} y={0} size={font.small} fill="#000000" weight={700} text={main} />
    </g>
  );
}

/** ARP: a name tag that never leaves its link. */
export function NameTag({ face, detail, plan, size }: PaperProps) {
  const { unit, font } = plan;
  const { main } = cardLabel(face, detail, plan);
  return (
    <g>
      <rect
        x={-size.width / 2}
        y={-size.height / 2}
        {...size}
        rx={size.height / 2}
        fill="var(--card)"
        stroke={TAG_EDGE}
        strokeWidth={2 * unit}
      />
      <CardText x={0} y={0} size={font.small} fill="#000000" weight={700} text={main} />
    </g>
  );
}
