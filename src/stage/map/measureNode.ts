import type { Box } from '../plan';
import { guessWidth } from '../textFit';
import type { NodeFacts, NodePlan, Tier } from './mapTypes';

/** What nodes are measured by. */
export interface NodeMeasures {
  readonly tier: Tier;
  /** Marks bear their address in full size; else it is read from near. */
  readonly hasSigns: boolean;
  /** px of a unit at this size of buildings. */
  readonly unit: number;
  /** Size of the writing. */
  readonly font: number;
}

/** A node around its spot, which is the origin. */
export type NodeShape = Pick<NodePlan, 'box' | 'body' | 'roof' | 'sign' | 'name'>;

/** Letters of the monospaced face are so wide, in parts of the font size. */
export const MONO = 0.605;
/** The widest name of a mark, in parts of the font size. */
const MARK_NAME = 4.5;

/** Where the parts of a node lie around its spot. */
export function measureNode(node: NodeFacts, measures: NodeMeasures): NodeShape {
  if (node.kind === 'router') return measureRouter(node, measures);
  return measures.tier === 'mark' ? measureMark(node, measures) : measureHouse(node, measures);
}

/** How wide an address is in its sign. */
function signWidth({ address }: NodeFacts, font: number): number {
  return address.length * MONO * font + 0.9 * font;
}

/** A house: the sign on its roof, the name and the programs on its front, and its rooms where they are shown. */
function measureHouse(node: NodeFacts, { tier, unit, font }: NodeMeasures): NodeShape {
  const sign = { width: signWidth(node, font), height: font * 1.5 };
  const roof = { height: 12 * unit, over: 7 * unit };
  const least = tier === 'rooms' ? Math.max(126 * unit, font * 9.4) : 86 * unit;
  const width = Math.max(least, sign.width - 4 * unit);
  const name = font * 1.45;
  const storeys = tier === 'rooms' ? font * 1.5 + 46 * unit : 0;
  const windows = tier === 'rooms' ? 26 * unit : 30 * unit;
  const height = name + windows + storeys + 5 * unit;
  const all = sign.height + 6 * unit + roof.height + height;
  const top = -all / 2;
  const bodyTop = top + all - height;
  const half = width / 2;
  return {
    box: around(width + 2 * roof.over, top, all),
    sign: { x: -sign.width / 2, y: top, ...sign },
    roof: {
      x: -half - roof.over,
      y: bodyTop - roof.height,
      width: width + 2 * roof.over,
      height: roof.height,
    },
    body: { x: -half, y: bodyTop, width, height },
    name: { x: -half, y: bodyTop + 2 * unit, width, height: name },
  };
}

/** The mark of a house: its programs, its name below, and below that its address. */
function measureMark(node: NodeFacts, { unit, font, hasSigns }: NodeMeasures): NodeShape {
  const body = { width: 34 * unit, height: 24 * unit };
  const roof = 9 * unit;
  const label = Math.min(
    Math.max(hasSigns ? 110 : MARK_NAME * font, body.width),
    guessWidth(node.id, font) + 8,
  );
  const size = hasSigns ? font : font / NEAR_MARK;
  const sign = { width: signWidth(node, size), height: size * 1.45 };
  const width = Math.max(body.width + 8 * unit, label, hasSigns ? sign.width : 0);
  const front = roof + body.height + font * 1.35;
  const height = front + (hasSigns ? sign.height + 1 : 0);
  const top = -(roof + body.height) / 2 - font * 0.5;
  return {
    box: around(width, top, height),
    roof: { x: -body.width / 2 - 4 * unit, y: top, width: body.width + 8 * unit, height: roof },
    body: { x: -body.width / 2, y: top + roof, ...body },
    name: { x: -label / 2, y: top + roof + body.height + 1, width: label, height: font * 1.3 },
    sign: { x: -sign.width / 2, y: hasSigns ? top + front : top - sign.height * 0.55, ...sign },
  };
}

/** From so near the address of a mark can be read. */
export const NEAR_MARK = 2.2;

/** A post office: a hut with its name over the gate that roads run through, and the address on its roof. */
function measureRouter(node: NodeFacts, { tier, unit, font, hasSigns }: NodeMeasures): NodeShape {
  const isMark = tier === 'mark';
  const nameWidth = Math.min(
    isMark ? MARK_NAME * font : 120,
    guessWidth(node.isNat ? `${node.id} NAT` : node.id, font * 1.1) + 10,
  );
  const width = Math.max((isMark ? 34 : 58) * unit, nameWidth);
  const name = font * 1.35;
  const gate = (isMark ? 13 : 24) * unit;
  // The sign of a NAT hangs in its gable.
  const roof = Math.max((isMark ? 8 : 15) * unit, node.isNat ? font * 1.55 : 0);
  const over = 5 * unit;
  const size = hasSigns ? font : font / NEAR_MARK;
  const sign = { width: signWidth(node, size), height: size * 1.45 };
  const roofTop = -(roof + name + gate / 2);
  const top = hasSigns ? roofTop - sign.height + 3 * unit : roofTop;
  const wide = Math.max(width + 2 * over, hasSigns ? sign.width : 0);
  const bottom = gate / 2 + 4 * unit;
  return {
    box: around(wide, top, bottom - top),
    roof: { x: -width / 2 - over, y: roofTop, width: width + 2 * over, height: roof },
    body: { x: -width / 2, y: roofTop + roof, width, height: bottom - roofTop - roof },
    name: { x: -width / 2, y: roofTop + roof, width, height: name },
    sign: { x: -sign.width / 2, y: hasSigns ? top : bottom, ...sign },
  };
}

function around(width: number, top: number, height: number): Box {
  return { x: -width / 2, y: top, width, height };
}
