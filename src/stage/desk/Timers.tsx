import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Timer } from '../../trace/event';
import type { Box, TownPlan } from '../plan';
import { sameFields, type SceneStore, useSceneRewrite } from '../sceneStore';
import type { DeskView, Scene } from '../sceneTypes';
import { DuplicateAcks, duplicatesWidth } from './DuplicateAcks';
import { mostTimers, type PlacedTimer, placeTimers, ringWidth } from './placeTimers';
import { Remaining, Ring } from './Ring';

interface TimersProps {
  readonly store: SceneStore;
  readonly pick: (scene: Scene) => DeskView;
  /** Where on the desk they lie, beside its name plate. */
  readonly boxOf: (desk: DeskView) => Box;
  /** The most that `boxOf` gives, in px. */
  readonly widest: number;
  readonly height: number;
  readonly plan: TownPlan;
  readonly countsDuplicates: boolean;
}

/** What of the timers changes seldom. */
interface SlowTimers {
  readonly running: readonly Timer[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * The timers that run on a desk, each a ring beside its name and what is left of it, as far as there is room: a pool of
 * places, which the loop fills.
 */
export function Timers({ store, pick, boxOf, widest, height, plan, countsDuplicates }: TimersProps) {
  const { t } = useTranslation();
  const group = useRef<SVGGElement>(null);
  const duplicates = useRef<SVGGElement>(null);
  const { font, unit } = plan;
  useSceneRewrite<SlowTimers>(
    store,
    (scene) => {
      const desk = pick(scene);
      const { x, y, width } = boxOf(desk);
      return { running: width > height ? desk.timers.map(({ timer }) => timer) : [], x, y, width };
    },
    ({ running, ...box }) => {
      const names = running.map((timer) => t(`stage.timer.${timer}`));
      const placed = placeTimers(names, { ...box, height }, plan);
      const used = placed.reduce((sum, { width }) => sum + width + 4 * unit, 0);
      [...group.current!.children].forEach((node, i) => {
        if (placed[i]) showTimer(node as SVGGElement, running[i]!, placed[i], { y: box.y, height });
        else hideTimer(node as SVGGElement);
      });
      if (!duplicates.current) return;
      const hasRoom = running.length > 0 && !running.includes('timeWait');
      const isThere = hasRoom && used + duplicatesWidth(plan) <= box.width;
      duplicates.current.style.display = isThere ? '' : 'none';
      duplicates.current.setAttribute('transform', `translate(${box.x + used} ${box.y + height / 2})`);
    },
    sameFields,
  );
  return (
    <g>
      <g ref={group}>
        {Array.from({ length: mostTimers(widest, height, plan) }, (_, i) => (
          <g key={i} style={{ display: 'none' }}>
            <Ring store={store} read={(scene) => pick(scene).timers[i]} rowHeight={height} unit={unit} />
            <text y={height / 2} dy="0.36em" fontSize={font.small} fontWeight={700} fill="var(--ink)" />
            <Remaining
              store={store}
              read={(scene) => pick(scene).timers[i]}
              y={height / 2}
              size={font.small}
            />
          </g>
        ))}
      </g>
      {countsDuplicates && (
        <g ref={duplicates} style={{ display: 'none' }}>
          <DuplicateAcks store={store} pick={pick} plan={plan} />
        </g>
      )}
    </g>
  );
}

function showTimer(
  node: SVGGElement,
  timer: Timer,
  { x, name, nameWidth, hasValue }: PlacedTimer,
  { y, height }: Pick<Box, 'y' | 'height'>,
): void {
  const [, title, value] = node.children;
  node.style.display = '';
  node.dataset['timer'] = timer;
  node.setAttribute('transform', `translate(${x} ${y})`);
  title!.setAttribute('x', String(ringWidth(height)));
  title!.textContent = name;
  value!.setAttribute('x', String(ringWidth(height) + (name === '' ? 0 : nameWidth)));
  (value as SVGTextElement).style.display = hasValue ? '' : 'none';
}

/** Nothing of what it was may be told from the picture. */
function hideTimer(node: SVGGElement): void {
  const [, title, value] = node.children;
  node.style.display = 'none';
  delete node.dataset['timer'];
  node.removeAttribute('transform');
  title!.removeAttribute('x');
  title!.textContent = '';
  value!.removeAttribute('x');
  (value as SVGTextElement).style.display = 'none';
}
