import type { MotionValue } from 'framer-motion';
import {
  lazy,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useMemo,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { laterWords } from '../i18n/speak';
import { senderOf } from '../experiment/pieces';
import { useKeys } from '../playback/useKeys';
import type { PacketRef, Run } from '../trace/run';
import type { WhyQuestion } from '../trace/why';
import { stagePoint, zoomOf } from './camera';
import { CameraLayer } from './CameraLayer';
import { cameraMoves, useCameraKeys } from './cameraMoves';
import { type Camera, useCamera, useCameraFact } from './cameraStore';
import { followed, isCrowd } from './crowd';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { LookTools, type LookProps } from './LookTools';
import { type Lens, LENSES } from './lens';
import { LensSentence } from './LensSentence';
import { messageOf } from './message';
import { PacketLayer } from './PacketLayer';
import { CROWD_PAINTER, SWARM_PAINTER } from './packetPainters';
import { PacketPicture } from './PacketPicture';
import { placeOf, usePacketFocus } from './packetFocus';
import type { TownPlan } from './plan';
import { ProtocolTown } from './protocol/ProtocolTown';
import { type SceneStore, useSceneFact, useSceneStore } from './sceneStore';
import type { Scene } from './sceneTypes';
import { stageSpots, type StageSpots } from './spots';
import styles from './Stage.module.css';
import { StageTools } from './StageTools';
import toolStyles from './StageTools.module.css';
import { chosenInSwarm } from './swarm';
import { Town } from './Town';
import { type Touchable, touchableAt } from './touchable';
import { TownLife } from './TownLife';
import { useCameraGestures } from './useCameraGestures';
import { usePicture } from './usePicture';
import { useSize } from '../ui/useSize';

/** Asked for later, if ever: the town is to be there first. */
const InsidePacket = lazy(async () => {
  const [{ InsidePacket: inside }] = await Promise.all([import('./InsidePacket'), laterWords]);
  return { default: inside };
});
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
  readonly over?: (spots: StageSpots) => ReactNode;
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
  const store = useSceneStore(run, plan, playhead);
  useKeys(
    useMemo(
      () => ({ nextLens: () => onLens(LENSES[(LENSES.indexOf(lens) + 1) % LENSES.length]!) }),
      [lens, onLens],
    ),
  );
  const ground = useRef<HTMLDivElement>(null);
  const camera = useCamera(plan);
  const spots = useMemo(() => stageSpots(run, plan, camera), [run, plan, camera]);
  const key = selected && `${selected.lane}:${selected.packet}`;
  const moves = useMemo(
    () => cameraMoves(camera, plan, () => placeOf(store, key)),
    [camera, plan, store, key],
  );
  const isZoomed = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) > 1);
  const isNear = useCameraFact(camera, ({ goal }) => zoomOf(goal, plan) > NEAR);
  const focus = usePacketFocus(camera, store, plan, selected, moves.outwards);
  const { toggleInside } = focus;
  useKeys(useMemo(() => (selected ? { insidePacket: toggleInside } : {}), [selected, toggleInside]));
  useCameraKeys(
    camera,
    moves,
    plan,
    useCallback(() => takeFocus(ground.current), []),
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
      <Ground {...{ root: ground, camera, plan, isZoomed, isNear }} onContextMenu={touch}>
        <Layers {...props} camera={camera} store={store} />
      </Ground>
      <StageTools {...{ camera, moves, plan, onLens }} focus={selected ? focus : null}>
        <div className={toolStyles['more']}>
          <LookTools look={props.look} onLook={props.onLook} />
          {props.tools && <div className={toolStyles['group']}>{props.tools}</div>}
        </div>
      </StageTools>
      <LensSentence lens={selected && focus.isInside ? 'all' : lens} />
      {props.over?.(spots)}
      {selected && focus.isInside && (
        <Suspense>
          <InsidePacket run={run} store={store} selected={selected} />
        </Suspense>
      )}
    </>
  );
}

/** Who went nearer with a key goes on with keys: the arrows then move the view. */
function takeFocus(ground: HTMLElement | null): void {
  if (document.activeElement === document.body) ground?.focus({ preventScroll: true });
}

interface GroundProps {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly camera: Camera;
  readonly plan: TownPlan;
  readonly isZoomed: boolean;
  /** Details can be told apart. */
  readonly isNear: boolean;
  readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

/** What is pressed where nothing else is; while only a part of the town is seen, the keyboard can go there to move it. */
function Ground({ root, camera, plan, isZoomed, isNear, onContextMenu, children }: GroundProps) {
  const { t } = useTranslation();
  const gestures = { ...useCameraGestures(root, camera, plan), onContextMenu };
  return (
    <div
      ref={root}
      className={styles['ground']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrows move the view there, as they scroll a text
      tabIndex={isZoomed ? 0 : -1}
      data-keys={isZoomed ? 'pan' : undefined}
      data-near={isNear || undefined}
      data-lens={plan.lens}
      role="group"
      aria-label={t('camera.ground')}
      {...gestures}
    >
      {children}
    </div>
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
  const wasCrowded = useRef(false);
  const crowded = useSceneFact(store, ({ packets }) => {
    wasCrowded.current = isCrowd(packets.length, wasCrowded.current);
    return wasCrowded.current;
  });
  const isSwarm = useSceneFact(store, ({ swarm }) => swarm !== null);
  const pick = useCallback(
    (scene: Scene) => {
      const chosen = [selected, hovered];
      if (scene.swarm) return [...scene.packets, ...chosenInSwarm(run, scene, chosen)];
      return crowded ? followed(scene.packets, chosen) : scene.packets;
    },
    [run, crowded, selected, hovered],
  );
  const packetProps = { run, store, plan, camera, selected, hovered, onSelect, onHover };
  return (
    <>
      <CameraLayer camera={camera} className={styles['still']}>
        {look === 'town' ? <Town plan={plan} /> : <ProtocolTown plan={plan} />}
      </CameraLayer>
      <CameraLayer camera={camera} className={styles['layer']}>
        <TownLife look={look} store={store} plan={plan} message={message} picture={picture} />
      </CameraLayer>
      {(crowded || isSwarm) && (
        <PacketPicture
          painter={isSwarm ? SWARM_PAINTER : CROWD_PAINTER}
          {...{ store, plan, camera, onSelect, onHover }}
        />
      )}
      <PacketLayer {...packetProps} pick={pick} />
      {why && (
        <Suspense>
          <WhyArrows {...{ run, plan, camera, store, hovered }} question={why} />
        </Suspense>
      )}
    </>
  );
}
