import type { MotionValue } from 'framer-motion';
import { lazy, type MouseEvent, type ReactNode, Suspense, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { laterWords } from '../i18n/speak';
import { senderOf } from '../experiment/pieces';
import type { PacketRef, Run } from '../trace/run';
import type { WhyQuestion } from '../trace/why';
import { stagePoint, type View } from './camera';
import { CameraLayer } from './CameraLayer';
import type { Camera } from './cameraStore';
import { Crumbs } from './Crumbs';
import { townFacts } from './facts';
import { Ground } from './Ground';
import { layoutTown } from './layout';
import { LookTools, type LookProps } from './LookTools';
import type { Lens } from './lens';
import { LensSentence } from './LensSentence';
import { messageOf } from './message';
import { Packets } from './Packets';
import { placesIn, stepInto, viewOf } from './places';
import type { Point, TownPlan } from './plan';
import { sceneAt } from './scene';
import { type SceneStore, useSceneStore } from './sceneStore';
import type { TownInSight } from './spots';
import styles from './Stage.module.css';
import { StageTools } from './StageTools';
import toolStyles from './StageTools.module.css';
import { Town } from './Town';
import { type Touchable, touchableAt } from './touchable';
import { TownLife } from './TownLife';
import { usePicture } from './usePicture';
import { useStageView } from './useStageView';
import { useSize } from '../ui/useSize';

/** Asked for later, if ever: the town is to be there first. */
const InsidePacket = lazy(async () => {
  const [{ InsidePacket: inside }] = await Promise.all([import('./InsidePacket'), laterWords]);
  return { default: inside };
});
const ProtocolTown = lazy(async () => ({
  default: (await import('./protocol/ProtocolTown')).ProtocolTown,
}));
const WhyArrows = lazy(async () => ({ default: (await import('./WhyArrows')).WhyArrows }));

export interface StageProps extends LookProps {
  readonly run: Run;
  /** Virtual nanoseconds. */
  readonly playhead: MotionValue<number>;
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
  /** Writing is at least so many px tall; 0 leaves it to the size of the stage. */
  readonly leastText?: number;
  /** What is asked and answered by arrows over the town. */
  readonly why?: WhyQuestion | null;
  /** Further tools beside the camera's. */
  readonly tools?: ReactNode;
  /** A link or a host was pressed with the other button, at a point of the window. */
  readonly onTouch?: (touched: Touchable, x: number, y: number) => void;
  /** What stands over the town and has to know where things are seen. */
  readonly over?: (inSight: TownInSight) => ReactNode;
  readonly lens: Lens;
  readonly onLens: (lens: Lens) => void;
}

/** The town at the playhead. */
export function Stage(props: StageProps) {
  const { run, lens, leastText = 0 } = props;
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const size = useSize(root);
  const facts = townFacts(run.experiment);
  const plan = useMemo(
    () => (size ? { ...layoutTown(facts, size, leastText), lens } : null),
    [facts, size, leastText, lens],
  );
  return (
    <section ref={root} className={styles['stage']} aria-label={t('stage.name')} data-look={props.look}>
      {plan && <SeenTown {...props} plan={plan} />}
    </section>
  );
}

/** From here on the envelopes around a packet can be told apart. */
const NEAR = 1.4;

/** The town through the camera, and what moves that. */
function SeenTown(props: StageProps & { readonly plan: TownPlan }) {
  const { run, playhead, plan, selected, hovered, onTouch, lens, onLens } = props;
  const store = useSceneStore(
    useCallback((timeNs: number) => sceneAt(run, plan, timeNs), [run, plan]),
    playhead,
  );
  const { ground, camera, moves, isZoomed, isNear, focus } = useStageView({
    store,
    plan,
    selected,
    lens,
    onLens,
    near: NEAR,
    outer: useCallback((goal: View) => placesIn(plan, goal).map((place) => viewOf(plan, place)), [plan]),
  });
  const inSight = useMemo(() => ({ run, plan, camera }), [run, plan, camera]);
  const nearer = useCallback(
    (goal: View, point: Point) => {
      const place = stepInto(plan, goal, point);
      return place && viewOf(plan, place);
    },
    [plan],
  );
  const touch = (event: MouseEvent<HTMLElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const point = stagePoint(camera.view, plan, { x: event.clientX - left, y: event.clientY - top });
    // A packet that is pointed at lies over everything.
    const touched = hovered ? null : touchableAt(plan, townFacts(run.experiment), point);
    if (!touched || !onTouch) return;
    event.preventDefault();
    onTouch(touched, event.clientX, event.clientY);
  };
  return (
    <>
      <Ground {...{ root: ground, camera, plan, isZoomed, isNear, nearer }} onContextMenu={touch}>
        <Layers {...props} camera={camera} store={store} />
      </Ground>
      <StageTools
        {...{ camera, moves, plan, onLens }}
        focus={selected ? focus : null}
        // In the sky from roof to roof; from near there are neither.
        between={[plan.client.roof.x + plan.client.roof.width + 2, plan.server.roof.x - 2]}
        where={<Crumbs camera={camera} plan={plan} isInside={selected !== null && focus.isInside} />}
      >
        <div className={toolStyles['more']}>
          <LookTools look={props.look} onLook={props.onLook} />
          {props.tools && <div className={toolStyles['group']}>{props.tools}</div>}
        </div>
      </StageTools>
      <LensSentence lens={selected && focus.isInside ? 'all' : lens} />
      {props.over?.(inSight)}
      {selected && focus.isInside && (
        <Suspense>
          <InsidePacket run={run} store={store} selected={selected} />
        </Suspense>
      )}
    </>
  );
}

function Layers({
  run,
  store,
  plan,
  camera,
  look,
  selected,
  hovered,
  onSelect,
  onHover,
  why,
}: StageProps & { readonly plan: TownPlan; readonly camera: Camera; readonly store: SceneStore }) {
  const message = messageOf(run.experiment);
  const picture = usePicture(senderOf(run.experiment)?.payload);
  return (
    <>
      <CameraLayer camera={camera} className={styles['still']}>
        {look === 'town' ? (
          <Town plan={plan} />
        ) : (
          <Suspense fallback={<Town plan={plan} />}>
            <ProtocolTown plan={plan} />
          </Suspense>
        )}
      </CameraLayer>
      <CameraLayer camera={camera} className={styles['layer']}>
        <TownLife look={look} store={store} plan={plan} message={message} picture={picture} />
      </CameraLayer>
      <Packets {...{ run, store, plan, camera, selected, hovered, onSelect, onHover }} />
      {why && (
        <Suspense>
          <WhyArrows {...{ run, plan, camera, store, hovered }} question={why} />
        </Suspense>
      )}
    </>
  );
}
