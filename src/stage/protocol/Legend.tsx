import { useTranslation } from 'react-i18next';
import { cardSize } from '../card';
import type { PacketFace } from '../packetFace';
import { PacketCard } from '../PacketCard';
import type { TownPlan } from '../plan';
import { guessWidth } from '../textFit';

const BLANK: PacketFace = {
  paper: 'letter',
  transport: null,
  signal: null,
  piece: 1,
  title: '',
  text: '',
  sequence: 0,
  acknowledgment: 1,
  dataBytes: 1,
  again: 0,
  isTwin: false,
  duplicateAck: 0,
  question: '',
  icmp: '',
  lens: null,
};

/** One of each kind of packet. */
const KINDS = [
  { name: 'data', face: BLANK, transport: 'tcp' },
  { name: 'ack', face: { ...BLANK, paper: 'stub' }, transport: 'tcp' },
  { name: 'open', face: { ...BLANK, paper: 'signal', signal: 'SYN' }, transport: 'tcp' },
  { name: 'close', face: { ...BLANK, paper: 'signal', signal: 'FIN' }, transport: 'tcp' },
  { name: 'reset', face: { ...BLANK, paper: 'signal', signal: 'RST' }, transport: 'tcp' },
  { name: 'datagram', face: { ...BLANK, paper: 'postcard' }, transport: 'udp' },
  { name: 'error', face: { ...BLANK, paper: 'slip' }, transport: 'udp' },
] as const satisfies readonly {
  readonly name: string;
  readonly face: PacketFace;
  readonly transport: 'tcp' | 'udp';
}[];

/** What each shape of packet is, where there is room below the paths. */
export function Legend({ plan }: { readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { unit, font, roads, groundY, client, server } = plan;
  const top = Math.max(...roads.map(({ box, deck }) => box.y + box.height + deck)) + 40 * unit;
  const left = client.body.x + client.body.width + 14 * unit;
  const right = server.body.x - 14 * unit;
  const column = (right - left) / 4;
  const row = plan.card.short.height + 12 * unit;
  if (plan.shape !== 'wide' || top + 2 * row > groundY) return null;
  return (
    <g>
      {KINDS.map(({ name, face, transport }, i) => {
        const { width } = cardSize(face, 'short', plan);
        const x = left + (i % 4) * column;
        const y = top + (Math.floor(i / 4) + 0.5) * row;
        const text = t(`metaphor.kind.${name}`);
        const textX = x + Math.max(width, column * 0.28) + 8 * unit;
        if (textX + guessWidth(text, font.small) > x + column + 4 * unit) return null;
        return (
          <g key={name}>
            <g transform={`translate(${x + width / 2} ${y})`}>
              <PacketCard face={face} detail="short" transport={transport} plan={plan} />
            </g>
            <text x={textX} y={y} dy="0.36em" fontSize={font.small} fontWeight={600} fill="var(--ink-soft)">
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
