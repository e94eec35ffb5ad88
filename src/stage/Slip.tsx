import { cardLabel, type PaperProps } from './card';
import { CardText } from './CardText';

/** DNS: a card of the phone book, with an index tab. */
export function IndexCard({ face, detail, plan, size }: PaperProps) {
  const { unit, font } = plan;
  const { main } = cardLabel(face, detail, plan);
  const { width, height } = size;
  const tab = { width: Math.min(width * 0.4, 22 * unit), height: 5 * unit };
  return (
    <g>
      <path
        d={`M${-width / 2} ${-height / 2}v${-tab.height}h${tab.width}l${4 * unit} ${tab.height}H${width / 2}V${height / 2}H${-width / 2}z`}
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
