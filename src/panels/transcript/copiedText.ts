import type { Run } from '../../trace/run';
import { type TranscriptEntry, transcriptText } from '../../trace/transcript';
import type { ChosenLines } from './useChosenLines';

/** The chosen lines as text, or all that are shown where none are chosen; each ends with a line break. */
export function copiedText(
  run: Run,
  entries: readonly TranscriptEntry[],
  chosen: ChosenLines | null,
): string {
  const lines = chosen ? entries.slice(chosen.from, chosen.to + 1) : entries;
  return lines.map((entry) => `${transcriptText(run, entry)}\n`).join('');
}
