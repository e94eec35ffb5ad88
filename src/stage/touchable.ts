import type { LinkId, NodeId } from '../experiment/experiment';
import { stretchBox } from './linkRoad';
import { type Box, isIn, type Point, type TownFacts, type TownPlan } from './plan';

/** What of the town a hand can be laid on, beside packets. */
export type Touchable =
  | { readonly kind: 'link'; readonly id: LinkId }
  | { readonly kind: 'host'; readonly id: NodeId };

/** The link or host that is drawn at a point of the stage; null where there is neither. */
export function touchableAt(plan: TownPlan, facts: TownFacts, point: Point): Touchable | null {
  for (const side of ['client', 'server'] as const) {
    const { body, roof, sign } = plan[side];
    if ([body, roof, sign].some((box) => isIn(box, point))) return { kind: 'host', id: facts[side].host };
  }
  const road = plan.roads.find(({ box, deck }) => isIn({ ...box, height: box.height + deck }, point));
  if (!road) return null;
  const isAlong = ({ x, y, width, height }: Box): boolean =>
    road.axis === 'x' ? point.x >= x && point.x <= x + width : point.y >= y && point.y <= y + height;
  const id = facts.links.find((_, number) => isAlong(stretchBox(road, number, plan)));
  return id === undefined ? null : { kind: 'link', id };
}
