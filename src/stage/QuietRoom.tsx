import { useTranslation } from 'react-i18next';
import { Boxes, CoveredChair } from './Furnishings';
import { guessWidth } from './textFit';
import type { Box, RoomPlan, TownPlan } from './plan';

interface QuietRoomProps {
  readonly room: RoomPlan;
  readonly plan: TownPlan;
  readonly side: 'client' | 'server';
}

/** A room without an app: grey, the blinds down. */
export function QuietRoom({ room, plan, side }: QuietRoomProps) {
  const { t } = useTranslation();
  const { box, use } = room;
  const { unit, font } = plan;
  const isTall = box.height > font.medium + font.small + 18 * unit;
  const isClient = side === 'client';
  const textX = isClient ? box.x + 12 * unit : box.x + box.width - 12 * unit;
  const anchor = isClient ? 'start' : 'end';
  const middle = box.y + box.height / 2;
  const line = middle + (isTall ? -font.small * 0.25 : font.medium * 0.36);
  const written = Math.max(
    guessWidth(t(use === 'closed' ? 'stage.closedRoom' : 'stage.emptyRoom'), font.medium),
    isTall ? guessWidth(t(use === 'closed' ? 'stage.closedRoomWhy' : 'stage.emptyRoomWhy'), font.small) : 0,
  );
  const Left = use === 'closed' ? CoveredChair : Boxes;
  const blinds = { width: 32 * unit, height: box.height * 0.42, y: box.y + box.height * 0.16 };
  return (
    <g>
      <rect {...box} rx={5 * unit} fill="var(--closed)" />
      <rect
        {...box}
        y={box.y + box.height * 0.72}
        height={box.height * 0.28}
        rx={5 * unit}
        fill="var(--closed-low)"
      />
      {box.width > font.medium * 10 && (
        <Blinds
          box={{ x: isClient ? box.x + box.width - 44 * unit : box.x + 12 * unit, ...blinds }}
          unit={unit}
        />
      )}
      {box.width - 24 * unit > written + 84 * unit && (
        <Left
          x={isClient ? box.x + box.width - 74 * unit : box.x + 74 * unit}
          y={box.y + box.height - 2 * unit}
          size={unit}
        />
      )}
      <text
        x={textX}
        y={line}
        textAnchor={anchor}
        fontSize={font.medium}
        fontWeight={700}
        fill="var(--closed-ink)"
      >
        {t(use === 'closed' ? 'stage.closedRoom' : 'stage.emptyRoom')}
      </text>
      {isTall && (
        <text
          x={textX}
          y={line + font.small * 1.4}
          textAnchor={anchor}
          fontSize={font.small}
          fill="var(--closed-ink)"
        >
          {t(use === 'closed' ? 'stage.closedRoomWhy' : 'stage.emptyRoomWhy')}
        </text>
      )}
    </g>
  );
}

function Blinds({ box, unit }: { readonly box: Box; readonly unit: number }) {
  const { x, y, width, height } = box;
  const slats = [0, 1, 2, 3].map((slat) => `M${x} ${y + (height * (slat + 0.5)) / 4}h${width}`);
  return (
    <g>
      <rect
        {...box}
        rx={2 * unit}
        fill="var(--closed-low)"
        stroke="var(--roof)"
        strokeOpacity="0.4"
        strokeWidth={unit}
      />
      <path d={slats.join('')} stroke="var(--closed-ink)" strokeOpacity="0.45" strokeWidth={2 * unit} />
    </g>
  );
}
