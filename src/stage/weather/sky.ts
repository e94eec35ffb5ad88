import type { Box, Sheet, TownPlan } from '../plan';
import type { PacketScene } from '../sceneTypes';
import type { SceneStore } from '../sceneStore';

/** The sky over one link: where its cloud hangs, and the part of the picture that its weather fills. */
export interface Sky {
  readonly x: number;
  readonly y: number;
  /** Of the cloud; 1 is 104 px wide. */
  readonly size: number;
  readonly fall: Box;
  /** Where its fog lies. */
  readonly veil: Box;
}

/** What each kind of weather is drawn from. */
export interface WeatherPartProps {
  readonly id: string;
  readonly sky: Sky;
  readonly plan: Sheet;
  /** From 0 to 1. */
  readonly amount: number;
  readonly store: SceneStore<PacketScene>;
}

/** Of the tools in the sky beside the client's roof, in px. */
const TOOLS = { width: 210, height: 54 };

/** Where the sky is narrow the tools lie over the cloud's middle, where its amounts hang. */
function liesUnderTools(x: number, { client, font }: TownPlan): boolean {
  const end = client.roof.x + client.roof.width + Math.max(TOOLS.width, 9 * font.small);
  return x - 2.3 * font.small < end;
}

/** The sky over the stretch `box` of the roads. */
export function skyOver(box: Box, plan: TownPlan): Sky {
  const isWide = plan.shape === 'wide';
  const roof = plan.roads[0]?.box.y ?? 0;
  // On a phone the link's delay stands beside the first road.
  const x = box.x + box.width / 2 + (isWide ? 0 : 12);
  if (!isWide) return { x, y: box.y + Math.min(30, box.height * 0.4), size: 0.62, fall: box, veil: box };
  const size = Math.min(1.7 * plan.unit, Math.max(0.62 * plan.unit, box.width / 108));
  const usual = Math.max(46 * plan.unit, roof * 0.42);
  const y = liesUnderTools(x, plan) ? Math.max(usual, TOOLS.height + plan.font.small) : usual;
  const top = y + 14 * size;
  const below = (from: number): Box => ({
    x: box.x,
    y: from,
    width: box.width,
    height: plan.groundY - from,
  });
  return { x, y, size, fall: below(top), veil: below(roof - 30 * plan.unit) };
}
