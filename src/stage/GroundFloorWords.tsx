import { groundFloor } from './groundFloor';
import { guessWidth } from './textFit';
import type { BuildingPlan, TownPlan } from './plan';

interface GroundFloorWordsProps {
  readonly building: BuildingPlan;
  readonly plan: TownPlan;
  readonly first: string;
  readonly second: string;
  readonly ink: string;
  readonly softInk: string;
}

/** What the ground floor is, and what is done there as far as there is room to say so. */
export function GroundFloorWords({ building, plan, first, second, ink, softInk }: GroundFloorWordsProps) {
  const { x, anchor, firstLine, isTall, length } = groundFloor(building, plan, first, second);
  const { font } = plan;
  const isSqueezed = length < guessWidth(first, font.medium);
  return (
    <>
      <text
        x={x}
        y={firstLine}
        textAnchor={anchor}
        fontSize={font.medium}
        fontWeight={700}
        fill={ink}
        {...(isSqueezed ? { textLength: length, lengthAdjust: 'spacingAndGlyphs' } : {})}
      >
        {first}
      </text>
      {isTall && (
        <text
          x={x}
          y={firstLine + font.small * 1.45}
          textAnchor={anchor}
          fontSize={font.small}
          fill={softInk}
        >
          {second}
        </text>
      )}
    </>
  );
}
