import { parseArgs } from 'node:util';
import type { Transport } from '../experiment/experiment';
import { LIMITS } from '../experiment/limits';
import type { TcpOptions } from '../experiment/tcpOptions';
import type { FilterExpression } from '../trace/filterExpression';
import { BadInput } from './badInput';
import { filterFrom } from './filterFrom';
import { choiceFrom, wholeFrom } from './numbers';
import { settingsFrom } from './settings';

/** What `run` is asked for. */
export interface RunArguments {
  /** `null`: the first screen's experiment, changed by `choices`. */
  readonly experimentFile: string | null;
  readonly choices: StreetFlags;
  readonly lanes: readonly Transport[] | null;
  readonly seed: number | null;
  /** Settings of TCP that hold over those of the experiment. */
  readonly settings: Partial<TcpOptions>;
  readonly pcapngFile: string | null;
  /** `client`, `server`, `links` or the name of a link; `null`: at every link of a town, at the client of two hosts alone. */
  readonly at: string | null;
  readonly saveFile: string | null;
  readonly output: 'summary' | 'transcript' | 'json';
  /** Which lines of the transcript are printed. */
  readonly filter: FilterExpression;
}

const text = { type: 'string' } as const;
const yes = { type: 'boolean' } as const;

/** Flags that shape the first screen's experiment, as typed. */
const STREET_OPTIONS = {
  message: text,
  piece: text,
  loss: text,
  reorder: text,
  'reorder-ms': text,
  dup: text,
  corrupt: text,
  'delay-ms': text,
  rate: text,
  queue: text,
  mark: text,
  port: text,
  preset: text,
} as const;

const RUN_OPTIONS = {
  ...STREET_OPTIONS,
  transport: text,
  seed: text,
  set: { type: 'string', multiple: true },
  without: text,
  pcapng: text,
  at: text,
  save: text,
  transcript: yes,
  filter: text,
  json: yes,
} as const;

export type StreetFlags = { readonly [K in keyof typeof STREET_OPTIONS]?: string };

const LANES = { tcp: ['tcp'], udp: ['udp'], both: ['tcp', 'udp'] } as const;

/** Reads the arguments after `run`; throws `BadInput`. */
export function runArguments(args: readonly string[]): RunArguments {
  const { values, positionals } = parsed(args);
  const [experimentFile = null, ...more] = positionals;
  if (more.length > 0) throw new BadInput(`run: one experiment at a time, not also "${more[0]}"`);
  const { transport, seed, set, without, pcapng, at, save, transcript, filter, json, ...choices } = values;
  const [choice] = Object.keys(choices);
  if (experimentFile !== null && choice !== undefined) {
    throw new BadInput(`--${choice}: changes the first screen's experiment, not one from a file`);
  }
  if (transcript && json) throw new BadInput('--transcript, --json: only one of them can have the output');
  if (filter !== undefined && !transcript) throw new BadInput('--filter: chooses lines of a --transcript');
  if (at !== undefined && pcapng === undefined) throw new BadInput('--at: says where --pcapng FILE captures');
  return {
    experimentFile,
    choices,
    lanes: transport === undefined ? null : LANES[choiceFrom('transport', transport, ['tcp', 'udp', 'both'])],
    seed: seed === undefined ? null : wholeFrom('seed', seed, 0, LIMITS.seed),
    settings: settingsFrom(set ?? [], without),
    pcapngFile: pcapng ?? null,
    at: at ?? null,
    saveFile: save ?? null,
    output: transcript ? 'transcript' : json ? 'json' : 'summary',
    filter: filterFrom(filter ?? ''),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: RUN_OPTIONS, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BadInput(`run: ${error.message.split('\n')[0]!.replace(/\.( To specify.*)?$/, '')}`, {
      cause: error,
    });
  }
}
