import type { NodeId, Town } from './experiment';
import type { Spot } from './spot';

const LEFT = 80;
const RIGHT = 920;
const TOP = 80;
const BOTTOM = 520;

/**
 * Places for a town that came without any: columns by how many links away from the first host a house is, each column
 * in the order of the column before it, so that few roads cross.
 */
export function autoSpots(town: Town): ReadonlyMap<NodeId, Spot> {
  const columns = columnsOf(town);
  const spots = new Map<NodeId, Spot>();
  for (const [column, ids] of columns.entries()) {
    const x =
      columns.length === 1 ? (LEFT + RIGHT) / 2 : LEFT + ((RIGHT - LEFT) * column) / (columns.length - 1);
    for (const [row, id] of ids.entries()) {
      const y = TOP + ((BOTTOM - TOP) * (row + 0.5)) / ids.length;
      spots.set(id, { x: Math.round(x), y: Math.round(y) });
    }
  }
  return spots;
}

/** Houses by their distance from the first one; what hangs together with nothing else begins at the left again. */
function columnsOf({ hosts, routers, links }: Town): readonly (readonly NodeId[])[] {
  const columns: NodeId[][] = [];
  const placed = new Set<NodeId>();
  const place = (id: NodeId, column: number): void => {
    placed.add(id);
    (columns[column] ??= []).push(id);
  };
  for (const { id: start } of [...hosts, ...routers]) {
    if (placed.has(start)) continue;
    place(start, 0);
    let reached: readonly NodeId[] = [start];
    for (let column = 1; reached.length > 0; column += 1) {
      const next: NodeId[] = [];
      for (const id of reached) {
        for (const { from, to } of links) {
          const other = from === id ? to : to === id ? from : id;
          if (placed.has(other)) continue;
          place(other, column);
          next.push(other);
        }
      }
      reached = next;
    }
  }
  return columns;
}
