import { captureOf } from '../capture/captureOf';
import { atInterface, linkCaptureOf } from '../capture/linkCaptureOf';
import { type Capture, writePcapng } from '../capture/pcapng';
import { simulateAll } from '../engine/simulate';
import { experimentToJson } from '../experiment/experimentJson';
import type { Run, RunResult } from '../trace/run';
import type { FilterExpression } from '../trace/filterExpression';
import { transcriptEntries, transcriptText } from '../trace/transcript';
import { filteredEntries } from '../trace/transcriptFilter';
import { type RunArguments, runArguments } from './arguments';
import { BadInput } from './badInput';
import { chosenExperiment } from './chosenExperiment';
import { writeWhole } from './files';
import { pageLines } from './pageLines';
import { summaryLines } from './report';
import type { Output } from './output';

const LINES_AT_ONCE = 1000;

/** `run`: simulates, writes the files that are asked for, then prints. Throws `BadInput` before anything is printed. */
export function run(args: readonly string[], print: Output): void {
  const asked = runArguments(args);
  const { experiment, isTown } = chosenExperiment(asked);
  const finished = simulateAll(experiment);
  const result = finished.result!;
  if (asked.saveFile !== null) {
    writeWhole(asked.saveFile, `${JSON.stringify(experimentToJson(experiment), null, 2)}\n`);
  }
  if (asked.pcapngFile !== null) {
    writeWhole(asked.pcapngFile, writePcapng(captureAt(finished, asked.at, isTown)));
  }
  switch (asked.output) {
    case 'json':
      return printJson(result, print);
    case 'transcript':
      return printTranscript(finished, asked.filter, print);
    case 'summary':
      return print([...summaryLines(experiment, result), ...pageLines(finished)]);
  }
}

/** Two hosts on a street are captured at the client, so that Wireshark sees each packet once; a town at all its links. */
function captureAt(finished: Run, asked: RunArguments['at'], isTown: boolean): Capture {
  const lanes = finished.experiment.lanes.map((_, lane) => lane);
  const at = asked ?? (isTown || finished.experiment.town.hosts.length > 2 ? 'links' : 'client');
  if (at === 'client' || at === 'server') return captureOf(finished, lanes, at);
  const everywhere = linkCaptureOf(finished, lanes);
  const capture = at === 'links' ? everywhere : atInterface(everywhere, at);
  if (capture) return capture;
  const names = everywhere.interfaces.map(({ name }) => name).join(', ');
  throw new BadInput(`--at: must be client, server, links or one of the links ${names}, not "${at}"`);
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
