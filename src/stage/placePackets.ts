import type { Sheet } from './plan';
import type { ScenePacket } from './sceneTypes';
import { cardBox } from './separate';

/** The elements of one packet, and the look that was written to them last. */
export interface PacketElements {
  /** Displayed while the packet is on the stage. */
  readonly actor: SVGSVGElement;
  readonly place: SVGGElement;
  readonly ring: SVGRectElement;
  readonly button: SVGGElement;
  readonly target: SVGRectElement;
  look: Pick<ScenePacket, 'detail' | 'state' | 'isDamaged' | 'isMarked'> | null;
}

/** What the looks are written with. */
export interface Placing {
  readonly plan: Sheet;
  readonly describe: (packet: ScenePacket) => string;
}

/** Puts the packets of a scene to their places and hides all others. Returns the button at which the Tab key stops. */
export function placePackets(
  elements: ReadonlyMap<string, PacketElements>,
  packets: readonly ScenePacket[],
  placing: Placing,
): SVGGElement | null {
  const byKey = new Map(packets.map((packet) => [packet.key, packet]));
  let stop: SVGGElement | null = null;
  for (const [key, element] of elements) {
    const packet = byKey.get(key);
    if (!packet) {
      if (element.actor.hasAttribute('data-on-stage')) leave(element);
      continue;
    }
    if (!isSameLook(element.look, packet)) dress(element, packet, placing);
    moveTo(element.place, packet);
    const tabIndex = stop ? '-1' : '0';
    if (element.button.getAttribute('tabindex') !== tabIndex)
      element.button.setAttribute('tabindex', tabIndex);
    stop ??= element.button;
  }
  return stop;
}

function isSameLook(look: PacketElements['look'], packet: ScenePacket): boolean {
  return (
    look !== null &&
    look.detail === packet.detail &&
    look.state === packet.state &&
    look.isDamaged === packet.isDamaged &&
    look.isMarked === packet.isMarked
  );
}

/** Fingers are this wide, in CSS pixels. */
const FINGER = 44;

function dress(element: PacketElements, packet: ScenePacket, { plan, describe }: Placing): void {
  const { actor, place, ring, button, target, look } = element;
  const { detail, state, isDamaged, isMarked } = packet;
  if (look?.detail !== detail) sortIn(actor, detail === 'dot');
  actor.toggleAttribute('data-on-stage', true);
  element.look = { detail, state, isDamaged, isMarked };
  place.dataset['detail'] = detail;
  place.dataset['state'] = state;
  place.toggleAttribute('data-damaged', isDamaged);
  place.toggleAttribute('data-marked', isMarked);
  button.dataset['packet'] = packet.key;
  button.setAttribute('aria-label', describe(packet));
  const { width, height } = cardBox({ ...packet, scale: 1 }, plan);
  setSize(ring, width + 10, height + 10);
  setSize(target, Math.max(FINGER, width), Math.max(FINGER, height));
}

/** Cards without writing lie under those with. What has the focus would lose it on the way. */
function sortIn(actor: SVGSVGElement, isUnder: boolean): void {
  if (actor.contains(document.activeElement)) return;
  if (isUnder) actor.parentElement?.prepend(actor);
  else actor.parentElement?.append(actor);
}

function setSize(rect: SVGRectElement, width: number, height: number): void {
  rect.setAttribute('x', String(-width / 2));
  rect.setAttribute('y', String(-height / 2));
  rect.setAttribute('width', String(width));
  rect.setAttribute('height', String(height));
}

/** Nothing of where it was may be told from the picture. */
function leave(element: PacketElements): void {
  const { actor, place, button } = element;
  element.look = null;
  actor.removeAttribute('data-on-stage');
  for (const name of ['transform', 'style', ...WRITTEN]) place.removeAttribute(name);
  for (const name of ['data-packet', 'aria-label']) button.removeAttribute(name);
  button.setAttribute('tabindex', '-1');
}

const WRITTEN = ['data-detail', 'data-state', 'data-damaged', 'data-marked', 'data-hops', 'data-wraps'];

function moveTo(place: SVGGElement, { x, y, tilt, scale, opacity, hops, wraps, state }: ScenePacket): void {
  const turned = tilt === 0 ? '' : ` rotate(${tilt.toFixed(1)})`;
  const scaled = scale === 1 ? '' : ` scale(${scale.toFixed(3)})`;
  place.setAttribute('transform', `translate(${x.toFixed(2)} ${y.toFixed(2)})${turned}${scaled}`);
  // What is lost fades to its outline: the paper goes first.
  const isFading = state === 'falling';
  place.style.opacity = isFading || opacity >= 1 ? '' : opacity.toFixed(3);
  if (isFading) place.style.setProperty('--ink-left', opacity.toFixed(3));
  else place.style.removeProperty('--ink-left');
  place.dataset['hops'] = String(hops);
  place.dataset['wraps'] = String(wraps);
}
