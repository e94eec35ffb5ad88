import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '../../experiment/experiment';
import type { Spot } from '../../experiment/spot';
import type { Camera } from '../cameraStore';
import { isIn, type Point } from '../plan';
import { createDrag, type PointerHandlers } from './drag';
import { arrowOf, spotAt, stepFrom } from './mapSpots';
import type { MapPlan, NodePlan } from './mapTypes';

/** What the map does while somebody builds on it. */
export interface MapBuilding {
  readonly onMove: (id: NodeId, spot: Spot) => void;
  /** Whether there is a road between them now that was not there before. */
  readonly onConnect: (from: NodeId, to: NodeId) => boolean;
}

/** Moving and joining buildings, by pointer and by keys. */
export interface BuildingHands {
  /** The house that is being moved, and to where. */
  readonly move: { readonly node: NodePlan; readonly spot: Spot } | null;
  /** The road that is being drawn. */
  readonly line: { readonly from: NodePlan; readonly to: Point; readonly over: NodePlan | null } | null;
  /** Where a road was begun by key, or null. */
  readonly joining: NodeId | null;
  /** Ends that road here; false where none was begun. */
  readonly finishJoining: (id: NodeId) => boolean;
  readonly dragging: (node: NodePlan) => PointerHandlers;
  readonly joiningFrom: (node: NodePlan) => PointerHandlers;
  /** Whether the press that ends now moved a house. */
  readonly wasDragged: () => boolean;
  /** Whether the key was for moving or joining. */
  readonly keyed: (event: KeyboardEvent<SVGElement>, node: NodePlan) => boolean;
}

interface HandsOptions {
  readonly plan: MapPlan;
  readonly camera: Camera;
  readonly building: MapBuilding | undefined;
  readonly say: (sentence: string) => void;
}

/** Hands that build: what is dragged is told once, when it is let go. */
export function useBuildingHands(options: HandsOptions): BuildingHands {
  const { plan, camera, building } = options;
  const [move, setMove] = useState<BuildingHands['move']>(null);
  const [line, setLine] = useState<BuildingHands['line']>(null);
  const drag = useMemo(() => createDrag(plan, camera), [plan, camera]);
  const keys = useBuildingKeys(options);
  return {
    ...keys,
    move,
    line,
    wasDragged: () => drag.wasDrag(),
    dragging: (node) =>
      drag.of({
        from: node.at,
        draw: (to) => setMove({ node, spot: spotAt(plan, to) }),
        drop: (to) => building?.onMove(node.id, spotAt(plan, to)),
        end: () => setMove(null),
      }),
    joiningFrom: (node) =>
      drag.of({
        draw: (to) => setLine({ from: node, to, over: nodeAt(plan, to, node) }),
        drop(to) {
          const over = nodeAt(plan, to, node);
          if (over) keys.connect(node.id, over.id);
        },
        end: () => setLine(null),
      }),
  };
}

/** With Shift an arrow goes so many steps of the grid. */
const LEAP = 5;

function useBuildingKeys({ plan, building, say }: HandsOptions) {
  const { t } = useTranslation();
  const [joining, setJoining] = useState<NodeId | null>(null);
  const connect = (from: NodeId, to: NodeId): void => {
    const isJoined = building?.onConnect(from, to) ?? false;
    say(isJoined ? t('map.joined', { from, to }) : t('map.joinEnds'));
  };
  const leave = (): void => {
    setJoining(null);
    say(t('map.joinEnds'));
  };
  const step = (node: NodePlan, arrow: Point, steps: number): void => {
    const spot = stepFrom(plan, node.at, arrow, steps);
    building?.onMove(node.id, spot);
    say(t('map.moved', { id: node.id, x: spot.x, y: spot.y }));
  };
  return {
    joining,
    connect,
    finishJoining(id: NodeId): boolean {
      if (joining === null || !building) return false;
      if (joining === id) leave();
      else {
        setJoining(null);
        connect(joining, id);
      }
      return true;
    },
    keyed({ key, code, shiftKey, ctrlKey, metaKey }: KeyboardEvent<SVGElement>, node: NodePlan): boolean {
      if (ctrlKey || metaKey) return false;
      const arrow = arrowOf(key);
      if (arrow) step(node, arrow, shiftKey ? LEAP : 1);
      else if (code === 'KeyJ') {
        setJoining(node.id);
        say(t('map.joinBegins', { id: node.id }));
      } else if (key === 'Escape' && joining !== null) leave();
      else return false;
      return true;
    },
  };
}

function nodeAt({ nodes }: MapPlan, point: Point, but: NodePlan): NodePlan | null {
  return nodes.find((node) => node.id !== but.id && isIn(node.box, point)) ?? null;
}
