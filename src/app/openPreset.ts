import { type PresetId, presetOf } from '../experiment/presets/inOrder';
import { RFC_TCP } from '../experiment/tcpPresets';
import { emptyTown } from '../experiment/townEdits';
import { closeLesson } from './closeLesson';
import type { Session } from './session';

/** Opens a preset town at its beginning. */
export async function openPreset(session: Session, id: PresetId): Promise<void> {
  await closeLesson(session);
  noteOpenedHere(session);
  session.open(presetOf(id)!.town, { atNs: 0, isPlaying: true });
  session.view.setState({ chosen: null });
}

/** The town about to be opened takes the street's place: Back leads to the street. One behind another town changes nothing. */
export function noteOpenedHere({ experiment, view }: Session): void {
  if (!experiment.getState().town) view.setState({ isTownOpenedHere: true });
}

/** Opens a town in which nothing stands yet, with the builder beside it. */
export async function openNewTown(session: Session, name: string): Promise<void> {
  await closeLesson(session);
  noteOpenedHere(session);
  const settings = { version: 1, seed: 1, lanes: ['tcp'], tcp: RFC_TCP, rules: [], commands: [] } as const;
  session.open(emptyTown(name, settings), { atNs: 0, isPlaying: false });
  session.view.setState({ chosen: null });
  session.showTab('build');
}
