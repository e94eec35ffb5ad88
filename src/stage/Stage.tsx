import type { MotionValue } from 'framer-motion';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { senderOf } from '../experiment/pieces';
import type { PacketRef, Run } from '../trace/run';
import { followed, isCrowd } from './crowd';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { messageOf } from './message';
import { PacketCanvas } from './PacketCanvas';
import { PacketLayer } from './PacketLayer';
import type { TownPlan } from './plan';
import { useSceneFact, useSceneStore } from './sceneStore';
import type { Scene } from './sceneTypes';
import styles from './Stage.module.css';
import { Town } from './Town';
import { TownLife } from './TownLife';
import { usePicture } from './usePicture';
import { useSize } from '../ui/useSize';

export interface StageProps {
  readonly run: Run;
  /** Virtual nanoseconds. */
  readonly playhead: MotionValue<number>;
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
  /** Writing is at least so many px tall; 0 leaves it to the size of the stage. */
  readonly leastText?: number;
}

/** The town at the playhead. */
export function Stage(props: StageProps) {
  const { run, leastText = 0 } = props;
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const size = useSize(root);
  const facts = townFacts(run.experiment);
  const plan = useMemo(() => (size ? layoutTown(facts, size, leastText) : null), [facts, size, leastText]);
  return (
    <section ref={root} className={styles['stage']} aria-label={t('stage.name')}>
      {plan && <Layers {...props} plan={plan} />}
    </section>
  );
}

function Layers({
  run,
  playhead,
  plan,
  selected,
  hovered,
  onSelect,
  onHover,
}: StageProps & { readonly plan: TownPlan }) {
  const store = useSceneStore(run, plan, playhead);
  const message = messageOf(run.experiment);
  const picture = usePicture(senderOf(run.experiment)?.payload);
  const wasCrowded = useRef(false);
  const crowded = useSceneFact(store, ({ packets }) => {
    wasCrowded.current = isCrowd(packets.length, wasCrowded.current);
    return wasCrowded.current;
  });
  const pick = useCallback(
    ({ packets }: Scene) => (crowded ? followed(packets, [selected, hovered]) : packets),
    [crowded, selected, hovered],
  );
  const viewBox = `0 0 ${plan.width} ${plan.height}`;
  const packetProps = { store, plan, selected, hovered, onSelect, onHover };
  return (
    <>
      <svg className={styles['still']} viewBox={viewBox} aria-hidden="true">
        <Town plan={plan} />
      </svg>
      <svg className={styles['layer']} viewBox={viewBox} aria-hidden="true">
        <TownLife store={store} plan={plan} message={message} picture={picture} />
      </svg>
      {crowded && <PacketCanvas store={store} plan={plan} onSelect={onSelect} onHover={onHover} />}
      <PacketLayer {...packetProps} pick={pick} />
    </>
  );
}
