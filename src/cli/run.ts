import { captureOf } from '../capture/captureOf';
import { writePcapng } from '../capture/pcapng';
import { simulateAll } from '../engine/simulate';
import { experimentToJson } from '../experiment/experimentJson';
import type { Run, RunResult } from '../trace/run';
import type { FilterExpression } from '../trace/filterExpression';
import { transcriptEntries, transcriptText } from '../trace/transcript';
import { filteredEntries } from '../trace/transcriptFilter';
import { runArguments } from './arguments';
import { chosenExperiment } from './chosenExperiment';
import { writeWhole } from './files';
import { summaryLines } from './report';
import type { Output } from './output';

const LINES_AT_ONCE = 1000;

/** `run`: simulates, writes the files that are asked for, then prints. Throws `BadInput` before anything is printed. */
export function run(args: readonly string[], print: Output): void {
  const asked = runArguments(args);
  const experiment = chosenExperiment(asked);
  const finished = simulateAll(experiment);
  const result = finished.result!;
  if (asked.saveFile !== null) {
    writeWhole(asked.saveFile, `${JSON.stringify(experimentToJson(experiment), null, 2)}\n`);
  }
  if (asked.pcapngFile !== null) {
    const lanes = experiment.lanes.map((_, lane) => lane);
    writeWhole(asked.pcapngFile, writePcapng(captureOf(finished, lanes, asked.at)));
  }
  switch (asked.output) {
    case 'json':
      return printJson(result, print);
    case 'transcript':
      return printTranscript(finished, asked.filter, print);
    case 'summary':
      return print(summaryLines(experiment, result));
  }
}

function printJson(result: RunResult, print: Output): void {
  print([JSON.stringify(result, null, 2)]);
}

function printTranscript(finished: Run, filter: FilterExpression, print: Output): void {
  const entries = filteredEntries(finished, transcriptEntries(finished), filter);
  for (let at = 0; at < entries.length; at += LINES_AT_ONCE) {
    print(entries.slice(at, at + LINES_AT_ONCE).map((entry) => transcriptText(finished, entry)));
  }
}
