import { cardLabel, type PaperProps } from './card';
import { BARE_EDGES, type BarePaper, indexCardShape } from './cardShapes';
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

/** ARP: a name tag that never leaves its link. IP without a transport: the bare box. */
export function BareCard({ face, detail, plan, size, paper }: PaperProps & { readonly paper: BarePaper }) {
  const { unit, font } = plan;
  const { main } = cardLabel(face, detail, plan);
  return (
    <g>
      <rect
        x={-size.width / 2}
        y={-size.height / 2}
        {...size}
        rx={paper === 'tag' ? size.height / 2 : 2 * unit}
        fill="var(--card)"
        stroke={BARE_EDGES[paper]}
        strokeWidth={(paper === 'tag' ? 2 : 3.5) * unit}
      />
      <CardText x={0} y={0} size={font.small} fill="#000000" weight={700} text={main} />
    </g>
  );
}
