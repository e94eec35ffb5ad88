import { parseArgs } from 'node:util';
import { BadInput } from './badInput';

/** Whether a verb that only lists things is asked for JSON. Throws `BadInput` for any other argument. */
export function asksForJson(verb: string, args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }).values.json ?? false;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BadInput(`${verb}: ${error.message.split('\n')[0]!}`, { cause: error });
  }
}
