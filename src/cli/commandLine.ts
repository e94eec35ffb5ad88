import { BadInput } from './badInput';
import { bench } from './bench';
import { HELP } from './help';
import { lesson } from './lesson';
import { lessons } from './lessons';
import { harmless, type Output } from './output';
import { packetdrill } from './packetdrill';
import { run } from './run';
import { towns } from './towns';

/** Answers the exit status. */
type Verb = (args: readonly string[], print: Output) => number | Promise<number>;

const VERBS: Readonly<Record<string, Verb>> = {
  run: ended(run),
  bench,
  lessons: ended(lessons),
  lesson,
  packetdrill,
  towns: ended(towns),
};

/** Exit status for input that cannot be used. */
const BAD_INPUT_STATUS = 2;

/** Does what the arguments say and returns the exit status; complaints are one line on `complain`. */
export async function commandLine(args: readonly string[], print: Output, complain: Output): Promise<number> {
  if (args[0] === 'help' || args.includes('--help') || args.includes('-h')) {
    print(HELP);
    return 0;
  }
  try {
    return await verbFrom(args[0])(args.slice(1), harmless(print));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    harmless(complain)([error.message]);
    return BAD_INPUT_STATUS;
  }
}

/** A verb whose end is its success. */
function ended(verb: (args: readonly string[], print: Output) => void): Verb {
  return (args, print) => {
    verb(args, print);
    return 0;
  };
}

function verbFrom(word: string | undefined): Verb {
  const known = `one of: ${Object.keys(VERBS).join(', ')} (--help tells more)`;
  if (word === undefined) throw new BadInput(`a verb is missing, ${known}`);
  const verb = Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
  if (!verb) throw new BadInput(`"${word}" is no verb, ${known}`);
  return verb;
}
