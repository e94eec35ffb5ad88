import { useTranslation } from 'react-i18next';
import { EMPTY_DESK } from '../deskView';
import type { RoomPlan, TownPlan } from '../plan';
import { roomInside } from '../roomPlan';
import type { DeskView, Scene } from '../sceneTypes';
import { sameFields, type SceneStore, useSceneFact } from '../sceneStore';
import { Note } from './Note';
import { StatePlate, statePlateWidth } from './StatePlate';
import { Timers } from './Timers';

interface DeskProps {
  readonly store: SceneStore;
  readonly room: RoomPlan;
  readonly plan: TownPlan;
  readonly side: 'client' | 'server';
}

/** What of a desk changes seldom enough for a render. */
interface SlowDesk {
  readonly state: DeskView['state'];
  readonly told: DeskView['told'];
  /** Which timers run. */
  readonly running: readonly DeskView['timers'][number]['timer'][];
}

/** The desk: TCP's name plate, timers and duplicate ACKs, or what the app was told. */
export function Desk({ store, room, plan, side }: DeskProps) {
  const { t } = useTranslation();
  const pick = ({ lanes }: Scene): DeskView =>
    lanes[room.lane]?.[side === 'client' ? 'clientDesk' : 'serverDesk'] ?? EMPTY_DESK;
  const desk = useSceneFact<SlowDesk>(
    store,
    (scene) => {
      const { state, told, timers } = pick(scene);
      return { state, told, running: timers.map(({ timer }) => timer) };
    },
    sameFields,
  );
  const { desk: box, deskRows } = roomInside(room, plan);
  const { font, unit } = plan;
  const row = font.small * 1.68;
  const told = desk.told === null ? '' : toldWord(desk.told);
  const word = told === '' ? null : t(`stage.told.${told}`);
  const y = box.y + box.height - row * deskRows;
  if (room.transport !== 'tcp') {
    return word === null || box.height < row ? null : (
      <Note x={box.x} y={y} width={box.width} height={row} text={word} plan={plan} />
    );
  }
  const beside = statePlateWidth(desk.state ?? '', plan) + 8 * unit;
  const place = deskRows > 1 ? { x: box.x, y: y + row } : { x: box.x + beside, y };
  const width = box.x + box.width - place.x;
  return (
    <g>
      {desk.state !== null && <StatePlate x={box.x} y={y} height={row} text={desk.state} plan={plan} />}
      {desk.running.length > 0 && width > row && (
        <Timers
          store={store}
          pick={pick}
          running={desk.running}
          box={{ ...place, width, height: row }}
          plan={plan}
          countsDuplicates={side === 'client'}
        />
      )}
      {desk.running.length === 0 && word !== null && width > font.small * 3 && (
        <Note {...place} width={width} height={row} text={word} plan={plan} />
      )}
    </g>
  );
}

const TOLD_WORDS = [
  'connectionRefused',
  'connectionReset',
  'gaveUp',
  'appGaveUp',
  'portUnreachable',
  'hostUnreachable',
  'closed',
] as const;

/** The notices worth a note on the desk; the name plate says the rest. */
function toldWord(told: string): (typeof TOLD_WORDS)[number] | '' {
  return TOLD_WORDS.find((word) => word === told) ?? '';
}
