import type { Town } from '../../experiment/experiment';
import { townIndex } from '../../trace/townIndex';
import { delaysBetween } from './delaysBetween';

/**
 * How far each node (by node number) lies between the first host (0) and the last (1), measured in propagation delay,
 * so that a packet that never waits draws a straight line.
 */
export function placesBetween(town: Town): readonly number[] {
  const { nodes } = townIndex({ town });
  const delays = delaysBetween(town);
  const near = delays.get(town.hosts[0]?.id ?? '');
  const far = delays.get(town.hosts.at(-1)?.id ?? '');
  return nodes.map((id) => {
    const [left, right] = [near?.get(id), far?.get(id)];
    if (left === undefined || right === undefined || left + right === 0) return 0.5;
    return left / (left + right);
  });
}
