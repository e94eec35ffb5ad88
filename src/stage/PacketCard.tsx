import { useTranslation } from 'react-i18next';
import type { Transport } from '../experiment/experiment';
import { CardText } from './CardText';
import { cardSize } from './card';
import { dotShape, fillName, hatchShape, tornShape } from './cardShapes';
import type { PacketFace } from './packetFace';
import { Paper } from './PacketPaper';
import styles from './PacketCard.module.css';
import { Congestion, Stamps } from './Stamps';
import type { Size } from '../ui/useSize';
import type { Sheet } from './plan';
import type { Detail } from './sceneTypes';

interface PacketCardProps {
  readonly face: PacketFace;
  readonly detail: Detail;
  readonly transport: Transport;
  readonly plan: Sheet;
}

/** As much of a card as there ever is room for: what the element around it says in `data-detail` is seen. */
export function PacketForms(props: Omit<PacketCardProps, 'detail'>) {
  return DETAILS.map((detail) => (
    <svg key={detail} className={styles[detail]}>
      <PacketCard {...props} detail={detail} />
    </svg>
  ));
}

const DETAILS: readonly Detail[] = ['dot', 'short', 'full'];

/**
 * A packet's card around the origin: shape and colour by what it is. What may happen to it is there as well, and seen
 * as soon as an element around it says so: `data-state`, `data-damaged`, `data-marked`.
 */
export function PacketCard(props: PacketCardProps) {
  const { face, detail, plan } = props;
  const size = cardSize(face, detail, plan);
  return (
    <g>
      <g className={styles['paper']}>
        {face.lens === null && <Wraps size={size} unit={plan.unit} />}
        {detail !== 'dot' && <Shadow size={size} unit={plan.unit} />}
        {hasStamps(face, detail) && <Stamps size={size} plan={plan} />}
        {detail === 'dot' ? <Dot {...props} /> : <Paper {...props} size={size} />}
        <Damage size={size} unit={plan.unit} />
        {face.isTwin && <Hatch size={size} />}
      </g>
      {detail !== 'dot' && <Badges face={face} size={size} plan={plan} />}
      <Congestion size={size} plan={plan} />
      <Outline size={size} unit={plan.unit} />
    </g>
  );
}

/** The envelopes of IP and of the frame behind the card: seen from near, as many as the packet is in just there. */
function Wraps({ size, unit }: { readonly size: Size; readonly unit: number }) {
  return [2, 1].map((wrap) => {
    const edge = 3.2 * unit * wrap;
    return (
      <rect
        key={wrap}
        className={styles['wrap']}
        data-wrap={wrap}
        x={-size.width / 2 - edge}
        y={-size.height / 2 - edge}
        width={size.width + 2 * edge}
        height={size.height + 2 * edge}
        rx={4 * unit + edge / 2}
      />
    );
  });
}

/** Through a lens the time to live is a number on the card, for the layer that reads it. */
function hasStamps({ lens }: PacketFace, detail: Detail): boolean {
  return detail === 'full' && lens === null;
}

function Shadow({ size, unit }: { readonly size: Size; readonly unit: number }) {
  return (
    <rect
      x={-size.width / 2 + 1.5 * unit}
      y={-size.height / 2 + 2.5 * unit}
      {...size}
      rx={4 * unit}
      fill="var(--shade)"
    />
  );
}

function Dot({ face, transport, plan }: PacketCardProps) {
  return (
    <path
      d={dotShape(face, plan.card.dot / 2)}
      fill={`var(--${fillName(face, transport)})`}
      stroke="var(--card)"
      strokeWidth={1.5 * plan.unit}
      strokeLinejoin="round"
    />
  );
}

/** A bit was inverted: the edge is torn and one cell stands out in the wrong colour. */
function Damage({ size, unit }: { readonly size: Size; readonly unit: number }) {
  const { width, height } = size;
  return (
    <g className={styles['damage']}>
      <path
        d={tornShape(size, unit)}
        fill="none"
        stroke="var(--loss)"
        strokeWidth={3 * unit}
        strokeLinejoin="round"
      />
      <rect
        x={-width / 2 - 4 * unit}
        y={height / 2 - 7 * unit}
        width={9 * unit}
        height={9 * unit}
        fill="#17233b"
        stroke="var(--loss)"
        strokeWidth={1.5 * unit}
      />
    </g>
  );
}

function Hatch({ size }: { readonly size: Size }) {
  return <path d={hatchShape(size)} stroke="var(--card)" strokeOpacity="0.45" strokeWidth="2" />;
}

function Outline({ size, unit }: { readonly size: Size; readonly unit: number }) {
  return (
    <rect
      className={styles['outline']}
      x={-size.width / 2}
      y={-size.height / 2}
      {...size}
      rx={4 * unit}
      fill="none"
      stroke="var(--loss)"
      strokeWidth={2 * unit}
    />
  );
}

function Badges({ face, plan, size }: Pick<PacketCardProps, 'face' | 'plan'> & { readonly size: Size }) {
  const { unit } = plan;
  const place = { x: -size.width / 2 + 2 * unit, y: -size.height / 2 - 1 * unit, plan };
  return (
    <g>
      {face.again > 0 ? <AgainBadge {...place} /> : face.isTwin && <Badge {...place} label="×2" />}
      <Clock x={size.width / 2 - 2 * unit} y={-size.height / 2} radius={8 * unit} />
    </g>
  );
}

interface BadgePlace {
  readonly x: number;
  readonly y: number;
  readonly plan: Sheet;
}

/** Only what speaks follows the language: of hundreds of cards, the few that were sent again. */
function AgainBadge(place: BadgePlace) {
  const { t } = useTranslation();
  return <Badge {...place} label={t('stage.againBadge')} />;
}

function Badge({ x, y, plan: { unit, font }, label }: BadgePlace & { readonly label: string }) {
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={font.small * 0.78}
        fill="var(--card)"
        stroke="#17233b"
        strokeWidth={1.8 * unit}
      />
      <CardText x={x} y={y} size={font.small} fill="#17233b" weight={800} text={label} />
    </g>
  );
}

function Clock({ x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number }) {
  return (
    <g className={styles['late']} stroke="#17233b" strokeWidth={radius * 0.22} strokeLinecap="round">
      <circle cx={x} cy={y} r={radius} fill="var(--card)" />
      <path d={`M${x} ${y}v${-radius * 0.6}M${x} ${y}h${radius * 0.42}`} />
    </g>
  );
}
