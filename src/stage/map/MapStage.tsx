import type { MotionValue } from 'framer-motion';
import {
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Experiment } from '../../experiment/experiment';
import type { PacketRef, Run } from '../../trace/run';
import type { WhyQuestion } from '../../trace/why';
import { useSize } from '../../ui/useSize';
import { wholeTown } from '../camera';
import { CameraLayer } from '../CameraLayer';
import { Ground } from '../Ground';
import type { Lens } from '../lens';
import { LensSentence } from '../LensSentence';
import { LookTools, type LookProps } from '../LookTools';
import { Packets } from '../Packets';
import { useSceneStore } from '../sceneStore';
import styles from '../Stage.module.css';
import { StageTools } from '../StageTools';
import type { Touchable } from '../touchable';
import { useStageView } from '../useStageView';
import toolStyles from '../StageTools.module.css';
import { MapLife } from './MapLife';
import { mapPlan, type Spots } from './mapPlan';
import { mapSceneAt } from './mapScene';
import { MapTargets } from './MapTargets';
import { MapTown } from './MapTown';
import { ProtocolMap } from './ProtocolMap';
import { pressedPlace } from './pressedPlace';
import { NearerHint } from './NearerHint';
import { runIn } from './runIn';
import { toolStrip } from './toolStrip';
import type { Chosen, MapPlan } from './mapTypes';
import { NEAR_MARK } from './measureNode';
import type { MapBuilding } from './useBuildingHands';
import { LitPath } from './LitPath';

const InsidePacket = lazy(async () => ({ default: (await import('../InsidePacket')).InsidePacket }));
const MapWhy = lazy(async () => ({ default: (await import('./MapWhy')).MapWhy }));

export interface MapStageProps extends LookProps {
  /** The town that is drawn; that of the run, or what a builder makes of it. */
  readonly town: Experiment;
  /** Left out for places that are found by themselves. */
  readonly spots: Spots | null;
  readonly run: Run;
  /** Virtual nanoseconds. */
  readonly playhead: MotionValue<number>;
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  /** What is asked and answered by arrows over the map. */
  readonly why?: WhyQuestion | null;
  /** A road or a house was pressed with the other button, at a point of the window. */
  readonly onTouch?: (touched: Touchable, x: number, y: number) => void;
  /** Only while somebody builds. */
  readonly building?: MapBuilding;
  readonly lens: Lens;
  readonly onLens: (lens: Lens) => void;
  /** Writing is at least so many px tall; 0 leaves it to the size of the stage. */
  readonly leastText?: number;
  /** Further tools beside the camera's. */
  readonly tools?: ReactNode;
}

/** Any town as a map, at the playhead. */
export function MapStage(props: MapStageProps) {
  const { town, spots, lens, leastText = 0, building } = props;
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const size = useSize(root);
  const keepsFrame = building !== undefined;
  const plan = useMemo(
    () => size && mapPlan(town, spots, size, { leastText, lens, keepsFrame, toolStrip: toolStrip() }),
    [town, spots, size, leastText, lens, keepsFrame],
  );
  return (
    <section
      ref={root}
      className={styles['stage']}
      aria-label={t('map.name')}
      data-look={props.look}
      data-map
    >
      {plan && <SeenMap {...props} plan={plan} />}
    </section>
  );
}

/** From here on the envelopes around a packet can be told apart. */
const NEAR = 1.4;

/** The map through the camera, and what moves that. */
function SeenMap(props: MapStageProps & { readonly plan: MapPlan }) {
  const { town, playhead, plan, selected, hovered, onSelect, onHover, lens, onLens, look } = props;
  const { chosen, onChoose, building, why } = props;
  const run = useMemo(() => runIn(town, props.run), [town, props.run]);
  const [said, setSaid] = useState('');
  const store = useSceneStore(
    useCallback((timeNs: number) => mapSceneAt(run, plan, timeNs), [run, plan]),
    playhead,
  );
  const { ground, camera, moves, isZoomed, isNear, focus } = useStageView({
    store,
    plan,
    selected,
    lens,
    onLens,
    near: plan.hasSigns ? NEAR : NEAR_MARK * 0.98,
    outer: useCallback(() => [wholeTown(plan)], [plan]),
  });
  const touch = (event: MouseEvent<HTMLElement>): void => {
    // A packet that is pointed at lies over everything.
    const touched = hovered ? null : pressedPlace(plan, event.target);
    if (!touched || !props.onTouch) return;
    event.preventDefault();
    props.onTouch(touched, event.clientX, event.clientY);
  };
  return (
    <>
      <Ground {...{ root: ground, camera, plan, isZoomed, isNear }} nearer={nowhere} onContextMenu={touch}>
        <CameraLayer camera={camera} className={styles['still']}>
          {look === 'town' ? <MapTown plan={plan} /> : <ProtocolMap plan={plan} />}
        </CameraLayer>
        <CameraLayer camera={camera} className={styles['layer']}>
          {selected && <LitPath run={run} plan={plan} selected={selected} />}
          <MapLife {...{ look, store, plan, chosen }} />
        </CameraLayer>
        <CameraLayer camera={camera} className={styles['layer']} isForAll>
          <MapTargets {...{ plan, camera, chosen, onChoose, building }} say={setSaid} />
        </CameraLayer>
        <Packets {...{ run, store, plan, camera, selected, hovered, onSelect, onHover }} />
        {why && (
          <Suspense>
            <MapWhy {...{ run, plan, camera, store, hovered }} question={why} />
          </Suspense>
        )}
      </Ground>
      <StageTools {...{ camera, moves, plan, onLens }} focus={selected ? focus : null}>
        <div className={toolStyles['more']}>
          <LookTools look={look} onLook={props.onLook} />
          {props.tools && <div className={toolStyles['group']}>{props.tools}</div>}
        </div>
      </StageTools>
      <p className="visuallyHidden" aria-live="polite">
        {said}
      </p>
      {lens === 'all' && !selected && !chosen && <NearerHint camera={camera} plan={plan} />}
      <LensSentence lens={selected && focus.isInside ? 'all' : lens} />
      {selected && focus.isInside && (
        <Suspense>
          <InsidePacket run={run} store={store} selected={selected} />
        </Suspense>
      )}
    </>
  );
}

/** A click on the grass leads nowhere. */
function nowhere(): null {
  return null;
}
