import { type PresetId, presetOf } from '../experiment/presets/inOrder';
import type { Session } from './session';

/** Opens a preset town at its beginning. */
export function openPreset(session: Session, id: PresetId): void {
  session.open(presetOf(id)!.town, { atNs: 0, isPlaying: true });
}
