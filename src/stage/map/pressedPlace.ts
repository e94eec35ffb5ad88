import type { Touchable } from '../touchable';
import type { MapPlan } from './mapTypes';

/** The road or house whose button was pressed; null for routers, on which no hand can be laid, and for the grass. */
export function pressedPlace({ nodes, roads }: MapPlan, pressed: EventTarget): Touchable | null {
  const button = pressed instanceof Element ? pressed.closest('[data-target]') : null;
  if (!button) return null;
  const number = Number(button.getAttribute('data-target'));
  const node = nodes[number];
  if (node) return node.kind === 'host' ? { kind: 'host', id: node.id } : null;
  const road = roads[number - nodes.length];
  return road ? { kind: 'link', id: road.link } : null;
}
