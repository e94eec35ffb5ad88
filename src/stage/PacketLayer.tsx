import { type KeyboardEvent, memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketRef } from '../trace/run';
import { useViewBox } from './CameraLayer';
import type { Camera } from './cameraStore';
import { useDescribePacket } from './describePacket';
import { PacketCard } from './PacketCard';
import { cardBox } from './separate';
import type { TownPlan } from './plan';
import type { Scene, ScenePacket } from './sceneTypes';
import { type SceneStore, useSceneFact } from './sceneStore';
import styles from './Stage.module.css';
import { fillSlots, type Slot } from './slots';
import { useKeptFocus } from './useKeptFocus';

interface PacketLayerProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
  readonly camera: Camera;
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
  /** Which of the scene's packets this layer draws. */
  readonly pick: (scene: Scene) => readonly ScenePacket[];
}

/** Packets as SVG, each in a pool slot: React renders when the set or a look changes, the loop writes positions. */
export function PacketLayer(props: PacketLayerProps) {
  const { store, plan, camera, selected, hovered, onSelect, onHover, pick } = props;
  const { t } = useTranslation();
  const root = useRef<SVGSVGElement>(null);
  useViewBox(root, camera);
  const slots = useSlots(store, pick);
  const nodes = useRef(new Map<number, SVGGElement>());
  useLayoutEffect(() => {
    const place = (): void => {
      const byKey = new Map(pick(store.get()).map((packet) => [packet.key, packet]));
      slots.forEach((slot, number) => {
        const node = nodes.current.get(number);
        const packet = slot && byKey.get(slot.key);
        if (node && packet) moveTo(node, packet);
      });
    };
    place();
    return store.subscribe(place);
  }, [store, slots, pick]);
  const keyed = (event: KeyboardEvent<SVGSVGElement>): void => moveFocus(event, root.current);
  const keptFocus = useKeptFocus(root, slots, onHover);
  const roving = slots.findIndex((slot) => slot !== null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move the focus of the buttons inside
    <svg
      ref={root}
      className={styles['layer']}
      role="group"
      aria-label={t('stage.packetsInFlight')}
      onKeyDown={keyed}
      {...keptFocus}
    >
      {paintOrder(slots).map(({ slot, number }) => (
        <g
          key={number}
          ref={(node) => {
            if (node) nodes.current.set(number, node);
            else nodes.current.delete(number);
          }}
        >
          <PacketButton
            slot={slot}
            plan={plan}
            isSelected={isRef(selected, slot)}
            isHovered={isRef(hovered, slot)}
            isTabStop={number === roving}
            onSelect={onSelect}
            onHover={onHover}
          />
        </g>
      ))}
    </svg>
  );
}

function useSlots(store: SceneStore, pick: PacketLayerProps['pick']): readonly (Slot | null)[] {
  const last = useRef<readonly (Slot | null)[]>([]);
  return useSceneFact(store, (scene) => {
    last.current = fillSlots(last.current, pick(scene));
    return last.current;
  });
}

/** Cards without writing lie under those with. */
function paintOrder(
  slots: readonly (Slot | null)[],
): readonly { readonly slot: Slot; readonly number: number }[] {
  const filled = slots.flatMap((slot, number) => (slot ? [{ slot, number }] : []));
  return filled.toSorted((a, b) => Number(a.slot.detail !== 'dot') - Number(b.slot.detail !== 'dot'));
}

function moveTo(node: SVGGElement, { x, y, tilt, scale, opacity, hops, wraps, state }: ScenePacket): void {
  const turned = tilt === 0 ? '' : ` rotate(${tilt.toFixed(1)})`;
  const scaled = scale === 1 ? '' : ` scale(${scale.toFixed(3)})`;
  node.setAttribute('transform', `translate(${x.toFixed(2)} ${y.toFixed(2)})${turned}${scaled}`);
  // What is lost fades to its outline: the paper goes first.
  const isFading = state === 'falling';
  node.style.opacity = isFading || opacity >= 1 ? '' : opacity.toFixed(3);
  if (isFading) node.style.setProperty('--ink-left', opacity.toFixed(3));
  else node.style.removeProperty('--ink-left');
  node.dataset['hops'] = String(hops);
  node.dataset['wraps'] = String(wraps);
}

function isRef(ref: PacketRef | null, slot: Slot): boolean {
  return ref !== null && ref.lane === slot.lane && ref.packet === slot.packet;
}

interface PacketButtonProps {
  readonly slot: Slot;
  readonly plan: TownPlan;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isTabStop: boolean;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
}

/** Fingers are this wide, in CSS pixels. */
const FINGER = 44;

/** A packet's picture, and over it the button that it is. Its name says more than the picture has room for. */
const PacketButton = memo(function PacketButton(props: PacketButtonProps) {
  const { slot, plan, isSelected, isHovered, isTabStop, onSelect, onHover } = props;
  const describe = useDescribePacket();
  const ref = { lane: slot.lane, packet: slot.packet };
  const box = cardBox({ ...slot, x: 0, y: 0, scale: 1 }, plan);
  const target = { width: Math.max(FINGER, box.width), height: Math.max(FINGER, box.height) };
  const choose = (): void => onSelect(isSelected ? null : ref);
  return (
    <>
      <g aria-hidden="true">
        {(isSelected || isHovered) && (
          <rect
            x={box.x - 5}
            y={box.y - 5}
            width={box.width + 10}
            height={box.height + 10}
            rx="8"
            className={isSelected ? styles['ringSelected'] : styles['ringHovered']}
          />
        )}
        <PacketCard
          face={slot.face}
          detail={slot.detail}
          transport={slot.transport}
          isDamaged={slot.isDamaged}
          isMarked={slot.isMarked}
          state={slot.state}
          plan={plan}
        />
      </g>
      <g
        role="button"
        tabIndex={isTabStop ? 0 : -1}
        aria-label={describe(slot)}
        aria-pressed={isSelected}
        className={styles['packet']}
        data-packet={slot.key}
        data-paper={slot.face.signal ?? slot.face.paper}
        onPointerEnter={() => onHover(ref)}
        onPointerLeave={() => onHover(null)}
        onFocus={() => onHover(ref)}
        onBlur={() => onHover(null)}
        onClick={choose}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          event.stopPropagation();
          choose();
        }}
      >
        <rect x={-target.width / 2} y={-target.height / 2} {...target} fill="transparent" />
      </g>
    </>
  );
});

/** Arrow keys go from packet to packet, in the order in which they stand on the stage. */
function moveFocus(event: KeyboardEvent<SVGSVGElement>, root: SVGSVGElement | null): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step === undefined || !root) return;
  const buttons = [...root.querySelectorAll<SVGGElement>('[data-packet]')];
  const current = buttons.findIndex((button) => button === document.activeElement);
  if (current < 0) return;
  event.preventDefault();
  event.stopPropagation();
  const leftOf = (button: SVGGElement): number => button.getBoundingClientRect().left;
  const inOrder = buttons.toSorted((a, b) => leftOf(a) - leftOf(b));
  const next = inOrder.indexOf(buttons[current]!) + step;
  inOrder[(next + inOrder.length) % inOrder.length]?.focus();
}
