import {
  FILTER_WORDS,
  type FilterExpression,
  type FilterProblem,
  LONGEST_FILTER,
  parseFilter,
} from '../trace/filterExpression';
import { BadInput } from './badInput';

/** What `--filter EXPRESSION` asks for. Throws `BadInput`. */
export function filterFrom(text: string): FilterExpression {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new BadInput(`--filter: ${problemWords(parsed.problem)}; it is made of ${GRAMMAR}`);
  return parsed.filter;
}

const GRAMMAR = `host, port, src, dst, and, or, not, ( ), "text" and ${FILTER_WORDS.join(', ')}`;

function problemWords({ kind, word }: FilterProblem): string {
  switch (kind) {
    case 'tooLong':
      return `longer than ${LONGEST_FILTER} characters`;
    case 'openQuote':
      return `the quote at ${word} is never closed`;
    case 'openParenthesis':
      return 'a parenthesis is never closed';
    case 'nothingBefore':
      return `something is missing before "${word}"`;
    case 'nothingAfter':
      return `something is missing after "${word}"`;
    case 'badPort':
      return `"${word}" is no port number`;
    case 'badHost':
      return `"${word}" is no address`;
  }
}
