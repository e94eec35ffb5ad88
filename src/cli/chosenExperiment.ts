import { basename, extname } from 'node:path';
import type { Experiment, LinkSettings, Payload, Weather } from '../experiment/experiment';
import { inconsistencyOf } from '../experiment/consistency';
import { LIMITS } from '../experiment/limits';
import { presetOf } from '../experiment/presets/inOrder';
import type { Problem } from '../experiment/problem';
import { defaultStreet, filePayload, type Street, streetExperiment, textPayload } from '../experiment/street';
import { TCP_PRESETS, type TcpPreset } from '../experiment/tcpPresets';
import { CLEAR_WEATHER, WEATHER_LINK } from '../experiment/town';
import { townExperiment } from '../experiment/townFile';
import { parseTownText } from '../experiment/townText';
import { streetProblem } from '../experiment/validate';
import { sceneStreet } from '../lessons/course';
import { lessonOf } from '../lessons/lessons';
import type { RunArguments, StreetFlags } from './arguments';
import { BadInput } from './badInput';
import { readWhole } from './files';
import { choiceFrom, millisecondsFrom, numberFrom, rateFrom, wholeFrom } from './numbers';
import { problemLine } from './problemLine';

const PRESETS = Object.keys(TCP_PRESETS) as readonly TcpPreset[];
const PICTURE_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/** What `run` is asked for. */
export interface Chosen {
  readonly experiment: Experiment;
  /** A preset town or a town's file: looked at as a whole, not from one end. */
  readonly isTown: boolean;
}

/** The experiment that `run` is asked for: from a file, or the first screen's changed by flags. Throws `BadInput`. */
export function chosenExperiment(asked: RunArguments): Chosen {
  const { experimentFile, choices, lanes, seed, settings } = asked;
  const { experiment, isTown } =
    experimentFile === null ? onStreet(fromFlags(choices)) : fromName(experimentFile);
  const chosen = {
    ...experiment,
    seed: seed ?? experiment.seed,
    lanes: lanes ?? experiment.lanes,
    tcp: { ...experiment.tcp, ...settings },
  };
  // Ports that are free in the file's lanes may be taken in others.
  const problem = inconsistencyOf(chosen);
  if (problem) throw new BadInput(problemLine(experimentFile ?? 'run', problem));
  return { experiment: chosen, isTown };
}

function onStreet(experiment: Experiment): Chosen {
  return { experiment, isTown: false };
}

/** A lesson's scene or a preset town by its name, or an experiment or a town from a file. */
function fromName(name: string): Chosen {
  const lesson = lessonOf(name);
  if (lesson) return onStreet(streetExperiment(sceneStreet(lesson, undefined)));
  const preset = presetOf(name);
  return preset ? { experiment: townExperiment(preset.town), isTown: true } : fromFile(name);
}

function fromFile(file: string): Chosen {
  // UTF-8 needs at most three bytes for each UTF-16 unit of the text.
  const bytes = readWhole(file, LIMITS.experimentCharacters * 3);
  const parsed = parseTownText(new TextDecoder().decode(bytes), basename(file));
  if (!parsed.ok) throw new BadInput(problemLine(file, parsed.problem));
  return { experiment: townExperiment(parsed.town), isTown: !parsed.isBare };
}

function fromFlags(flags: StreetFlags): Experiment {
  const first = defaultStreet('en');
  const port = flags.port === undefined ? null : wholeFrom('port', flags.port, 1, LIMITS.port);
  const street: Street = {
    ...first,
    payload: flags.message === undefined ? first.payload : messageFrom(flags.message),
    pieceBytes: flags.piece === undefined ? null : wholeFrom('piece', flags.piece, 1, LIMITS.pieceBytes),
    weather: weatherFrom(flags, first.weather),
    link: linkFrom(flags, first.link),
    ports: port === null ? first.ports : { tcp: port, udp: port },
    tcp: flags.preset === undefined ? first.tcp : choiceFrom('preset', flags.preset, PRESETS),
  };
  const problem = streetProblem(street);
  if (problem) throw new BadInput(streetLine(problem));
  return withMarks(streetExperiment(street), flags.mark);
}

/** The queues of the road with the weather mark packets, if asked to (RFC 3168 §5). */
function withMarks(experiment: Experiment, mark: string | undefined): Experiment {
  if (mark === undefined) return experiment;
  const markThresholdPackets = wholeFrom('mark', mark, 0, LIMITS.queuePackets);
  const links = experiment.town.links.map((link) =>
    link.id === WEATHER_LINK ? { ...link, markThresholdPackets } : link,
  );
  return { ...experiment, town: { ...experiment.town, links } };
}

/** Without any weather flag the first screen's weather; otherwise only what the flags say. */
function weatherFrom(flags: StreetFlags, first: Weather): Weather {
  const { loss, reorder, dup, corrupt, 'reorder-ms': reorderMs } = flags;
  const isSaid = [loss, reorder, dup, corrupt, reorderMs].some((flag) => flag !== undefined);
  if (!isSaid) return first;
  const share = (flag: string, text: string | undefined): number =>
    text === undefined ? 0 : numberFrom(flag, text, 0, 1);
  return {
    loss: share('loss', loss),
    reorder: share('reorder', reorder),
    reorderDelayNs:
      reorderMs === undefined
        ? CLEAR_WEATHER.reorderDelayNs
        : millisecondsFrom('reorder-ms', reorderMs, LIMITS.delayNs),
    duplicate: share('dup', dup),
    corrupt: share('corrupt', corrupt),
  };
}

function linkFrom(flags: StreetFlags, first: LinkSettings): LinkSettings {
  const { rate, queue, 'delay-ms': delayMs } = flags;
  return {
    delayNs: delayMs === undefined ? first.delayNs : millisecondsFrom('delay-ms', delayMs, LIMITS.delayNs),
    rateBps:
      rate === undefined ? first.rateBps : rateFrom('rate', rate, LIMITS.slowestRateBps, LIMITS.rateBps),
    queuePackets:
      queue === undefined ? first.queuePackets : wholeFrom('queue', queue, 0, LIMITS.queuePackets),
  };
}

/** `@FILE` is a file's bytes, `@@…` a text that begins with @, anything else itself. */
function messageFrom(text: string): Payload {
  if (text.startsWith('@@')) return textPayload(text.slice(1));
  if (!text.startsWith('@')) return textPayload(text);
  const file = text.slice(1);
  if (file === '') throw new BadInput('--message: @ needs a file name behind it');
  const mediaType = PICTURE_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  return filePayload(basename(file), mediaType, readWhole(file, LIMITS.payloadBytes));
}

/** Says a problem of the whole in terms of the flag that makes it. */
function streetLine(problem: Problem): string {
  const { where } = problem;
  if (where.endsWith('.payload')) return problemLine('--message', { ...problem, where: '' });
  if (where.endsWith('.pieceBytes')) return problemLine('--piece', { ...problem, where: '' });
  return problemLine('run', problem);
}
