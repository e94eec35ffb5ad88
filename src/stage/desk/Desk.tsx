import { EMPTY_DESK } from '../deskView';
import type { Box, RoomPlan, TownPlan } from '../plan';
import { roomInside } from '../roomPlan';
import type { SceneStore } from '../sceneStore';
import type { DeskView, Scene } from '../sceneTypes';
import { Note, NOTICES, type NoteView } from './Note';
import { StatePlate, statePlateWidth } from './StatePlate';
import { Timers } from './Timers';

interface DeskProps {
  readonly store: SceneStore;
  readonly room: RoomPlan;
  readonly plan: TownPlan;
  readonly side: 'client' | 'server';
}

/** The desk: TCP's name plate, timers and duplicate ACKs, or what the app was told. The loop writes all of it. */
export function Desk({ store, room, plan, side }: DeskProps) {
  const pick = ({ lanes }: Scene): DeskView =>
    lanes[room.lane]?.[side === 'client' ? 'clientDesk' : 'serverDesk'] ?? EMPTY_DESK;
  const { desk: box, deskRows } = roomInside(room, plan);
  const row = plan.font.small * 1.68;
  const y = box.y + box.height - row * deskRows;
  const isTcp = room.transport === 'tcp';
  /** What the plate leaves free: the second row where there is one. */
  const besidePlate = ({ state }: DeskView): Box => {
    const beside = statePlateWidth(state ?? '', plan) + 8 * plan.unit;
    const x = deskRows > 1 ? box.x : box.x + beside;
    return { x, y: deskRows > 1 ? y + row : y, width: box.x + box.width - x, height: row };
  };
  const readNote = (scene: Scene): NoteView | null => {
    const desk = pick(scene);
    const told = NOTICES.find((notice) => notice === desk.told);
    if (!told) return null;
    if (!isTcp) return box.height < row ? null : { x: box.x, y, width: box.width, height: row, told };
    const free = besidePlate(desk);
    return desk.timers.length === 0 && free.width > plan.font.small * 3 ? { ...free, told } : null;
  };
  return (
    <g>
      {isTcp && <StatePlate {...{ store, pick, plan, y }} x={box.x} height={row} most={box.width} />}
      {isTcp && (
        <Timers
          {...{ store, pick, plan }}
          boxOf={besidePlate}
          widest={box.width}
          height={row}
          countsDuplicates={side === 'client'}
        />
      )}
      <Note store={store} read={readNote} plan={plan} />
    </g>
  );
}
