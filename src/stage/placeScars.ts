import { isSamePacket, type PacketRef } from '../trace/run';
import type { SceneScar } from './sceneTypes';

/** What the targets of scars are written with. */
interface ScarPlacing {
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  readonly describe: (scar: SceneScar) => string;
}

/** The packet that died where a target is. */
export function refOfScar(node: Element): PacketRef | null {
  const [lane, packet] = (node.getAttribute('data-scar') ?? '').split(':').map(Number);
  return lane === undefined || packet === undefined ? null : { lane, packet };
}

/**
 * Puts the targets over the scars of a scene and takes the others away; a scar keeps its target for as long as it is
 * there. Returns the first of them for the Tab key, which is the stop unless there is one already.
 */
export function placeScars(
  targets: readonly Element[],
  scars: readonly SceneScar[],
  placing: ScarPlacing,
  hasStop: boolean,
): Element | null {
  const left = new Map(scars.map((scar) => [scar.key, scar]));
  const free: Element[] = [];
  for (const target of targets) {
    const scar = left.get(target.getAttribute('data-scar') ?? '');
    if (scar) left.delete(scar.key);
    else free.push(target);
  }
  for (const target of free) takeAway(target);
  for (const scar of left.values()) free.pop()?.setAttribute('data-scar', scar.key);
  // In the order of the scene: which target a scar has is a matter of what was there before it.
  const byKey = new Map(targets.map((target) => [target.getAttribute('data-scar'), target]));
  let stop: Element | null = null;
  for (const scar of scars) {
    const target = byKey.get(scar.key);
    if (!target) continue;
    put(target, scar, placing);
    write(target, 'tabindex', stop === null && !hasStop ? '0' : '-1');
    stop ??= target;
  }
  return stop;
}

function put(target: Element, scar: SceneScar, { selected, hovered, describe }: ScarPlacing): void {
  write(target, 'transform', `translate(${scar.x} ${scar.y})`);
  if (!target.hasAttribute('aria-label')) target.setAttribute('aria-label', describe(scar));
  const isSelected = isSamePacket(selected, scar);
  write(target, 'aria-pressed', String(isSelected));
  const ring = isSelected ? 'selected' : isSamePacket(hovered, scar) ? 'hovered' : '';
  if (ring === '') target.firstElementChild!.removeAttribute('data-ring');
  else write(target.firstElementChild!, 'data-ring', ring);
}

function takeAway(target: Element): void {
  if (!target.hasAttribute('data-scar')) return;
  for (const name of ['data-scar', 'aria-label', 'aria-pressed', 'transform']) target.removeAttribute(name);
  target.setAttribute('tabindex', '-1');
}

function write(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
