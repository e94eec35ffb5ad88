import type { TFunction } from 'i18next';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReasonKind } from '../trace/reason';
import type { Sheet } from './plan';
import type { PacketScene, SceneScar } from './sceneTypes';
import { leftWithin, scarNameBox } from './separate';
import { type SceneStore, useSceneRewrite } from './sceneStore';
import { guessWidth } from './textFit';

interface ScarsProps {
  readonly store: SceneStore<PacketScene>;
  readonly plan: Sheet;
}

/** The ✕ that losses leave on the roads, a pool that the loop writes; the newest of a lane says what was lost. */
export function Scars({ store, plan }: ScarsProps) {
  const { t } = useTranslation();
  const group = useRef<SVGGElement>(null);
  useSceneRewrite(
    store,
    ({ scars }) => scars,
    (scars) => {
      [...group.current!.children].forEach((node, i) => {
        const scar = scars[i];
        if (scar) show(node, scar, plan, wordsOf(scar, t));
        else hide(node);
      });
    },
    isSameScars,
  );
  return (
    <g ref={group}>
      {Array.from({ length: plan.scars }, (_, i) => (
        <Scar key={i} plan={plan} />
      ))}
    </g>
  );
}

/** A ✕ and room for its name. Where it is, how far it has faded and its words are written by the loop. */
function Scar({ plan: { unit, font } }: { readonly plan: Sheet }) {
  const arm = 9 * unit;
  const cross = `M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`;
  return (
    <g display="none">
      <path d={cross} stroke="var(--card)" strokeWidth={9.5 * unit} strokeLinecap="round" />
      <path d={cross} stroke="#17233b" strokeWidth={6.5 * unit} strokeLinecap="round" />
      <path d={cross} stroke="var(--loss)" strokeWidth={3.6 * unit} strokeLinecap="round" />
      <g display="none">
        <path stroke="var(--loss)" strokeWidth={1.5 * unit} strokeDasharray={`${3 * unit} ${3 * unit}`} />
        <rect rx={font.small * 0.5} fill="var(--card)" stroke="var(--loss)" strokeWidth={1.6 * unit} />
        <text dy="0.36em" textAnchor="middle" fontSize={font.small} fontWeight={700} fill="#8a3700" />
      </g>
    </g>
  );
}

/** Fading goes in a few steps: more would not be seen. */
const FADE_STEPS = 5;

function fade({ opacity }: SceneScar): number {
  return Math.ceil(opacity * FADE_STEPS) / FADE_STEPS;
}

function isSameScars(a: readonly SceneScar[], b: readonly SceneScar[]): boolean {
  return a.length === b.length && a.every((scar, i) => isSameScar(scar, b[i]!));
}

function isSameScar(a: SceneScar, b: SceneScar): boolean {
  return a.key === b.key && a.isNamed === b.isNamed && fade(a) === fade(b);
}

/** Why a machine throws a packet away, as far as there is a short word for it. */
const MACHINE_REASONS = [
  'portClosed',
  'filtered',
  'noRoute',
  'timeToLiveExceeded',
  'fragmentationNeeded',
  'poweredOff',
  'badIpChecksum',
  'badTransportChecksum',
  'badFrameCheck',
  'malformed',
  'notMine',
  'noConnection',
  'backlogFull',
  'neighbourSilent',
  'heldTooMany',
  'protocolUnknown',
  'natNoPorts',
  'natNoMapping',
  'natFragmentAlone',
  'reassemblyTimeout',
] as const satisfies readonly ReasonKind[];

function isMachineReason(why: ReasonKind): why is (typeof MACHINE_REASONS)[number] {
  return (MACHINE_REASONS as readonly ReasonKind[]).includes(why);
}

function wordsOf({ face, why }: SceneScar, t: TFunction): string {
  if (why === 'queueFull') return t('stage.queueFull');
  if (isMachineReason(why)) return t(`map.dropped.${why}`);
  return face.piece > 0 ? t('stage.lostPiece', { piece: face.piece }) : t('stage.lost');
}

function show(node: Element, scar: SceneScar, plan: Sheet, words: string): void {
  const { unit, font, shape } = plan;
  const name = node.lastElementChild!;
  const [line, rect, text] = name.children;
  node.removeAttribute('display');
  node.setAttribute('transform', `translate(${scar.x} ${scar.y})`);
  node.setAttribute('opacity', String(fade(scar)));
  if (!scar.isNamed || shape !== 'wide') return hideName(name);
  name.removeAttribute('display');
  text!.textContent = words;
  const { height, y } = scarNameBox(scar, plan);
  const width = guessWidth(words, font.small) + 14 * unit;
  // From the ✕ on.
  const left = leftWithin(scar.x, width, plan) - scar.x;
  const top = y - scar.y;
  line!.setAttribute('d', top < 0 ? `M0 ${-9 * unit}V${top + height}` : `M0 ${9 * unit}V${top}`);
  rect!.setAttribute('x', String(left));
  rect!.setAttribute('y', String(top));
  rect!.setAttribute('width', String(width));
  rect!.setAttribute('height', String(height));
  text!.setAttribute('x', String(left + width / 2));
  text!.setAttribute('y', String(top + font.small * 0.75));
}

/** Nothing of what it was may be told from the picture. */
function hide(node: Element): void {
  node.setAttribute('display', 'none');
  for (const name of ['transform', 'opacity']) node.removeAttribute(name);
  hideName(node.lastElementChild!);
}

function hideName(node: Element): void {
  node.setAttribute('display', 'none');
  for (const part of node.children) {
    for (const name of ['x', 'y', 'width', 'height', 'd']) part.removeAttribute(name);
  }
  node.querySelector('text')!.textContent = '';
}
