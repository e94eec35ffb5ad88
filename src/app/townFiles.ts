import { LIMITS } from '../experiment/limits';
import type { TownFile } from '../experiment/townFile';
import { parseTownText, townFileToJson } from '../experiment/townText';
import { saveFile } from '../ui/saveFile';
import { closeLesson } from './closeLesson';
import { notice } from './notice';
import { noteOpenedHere } from './openPreset';
import type { Session } from './session';

/** Opens the town of a file; one that holds none leaves everything as it is and says why. */
export async function openTownFile(session: Session, file: File): Promise<void> {
  // UTF-8 needs at most three bytes for each UTF-16 unit of the text.
  if (file.size > LIMITS.experimentCharacters * 3) return session.notify(notice('townFile.tooBig'));
  let text: string;
  try {
    text = await file.text();
  } catch {
    return session.notify(notice('fileUnreadable'));
  }
  const parsed = parseTownText(text, file.name.replace(/\.json$/i, ''));
  if (parsed.ok) {
    await closeLesson(session);
    noteOpenedHere(session);
    return session.open(parsed.town, { atNs: 0, isPlaying: true });
  }
  const { kind, where } = parsed.problem;
  if (kind === 'notJson' || kind === 'unknownVersion' || kind === 'tooBig') {
    return session.notify(notice(`townFile.${kind}`));
  }
  session.notify(notice('townFile.noTown', { where }));
}

/** Hands the town to the browser as a JSON file named after it. */
export function saveTownFile(town: TownFile, name: string): void {
  const json = `${JSON.stringify(townFileToJson(town), null, 2)}\n`;
  saveFile(`${fileName(name)}.json`, new Blob([json], { type: 'application/json' }));
}

/** What every file system takes. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'town';
}
