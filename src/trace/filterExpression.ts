import { parseAddress } from '../wire/address';

/** What one word asks of a line, beside `host`, `port`, `and`, `or`, `not`; every other word is looked for in its text. */
export const FILTER_WORDS = [
  'tcp',
  'udp',
  'icmp',
  'arp',
  'dns',
  'cache',
  'syn',
  'fin',
  'rst',
  'ack',
  'data',
  'retransmission',
  'dupack',
  'sack',
  'loss',
  'drop',
  'corrupt',
  'duplicate',
  'delay',
  'mark',
  'zerowindow',
  'probe',
  'timer',
  'state',
  'app',
  'command',
] as const;
/** One of them. */
export type FilterWord = (typeof FILTER_WORDS)[number];

/** Which end of a packet is meant. */
export type FilterSide = 'either' | 'src' | 'dst';

/** A filter that was understood. */
export type FilterExpression =
  | { readonly kind: 'all' }
  | { readonly kind: 'word'; readonly word: FilterWord }
  | { readonly kind: 'port'; readonly side: FilterSide; readonly port: number }
  /** An address in dotted decimal, or the name of a host, in lower case. */
  | { readonly kind: 'host'; readonly side: FilterSide; readonly host: string }
  /** In lower case. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not'; readonly of: FilterExpression }
  | { readonly kind: 'and' | 'or'; readonly left: FilterExpression; readonly right: FilterExpression };

/** What is wrong with a filter; `word` is where it was noticed. */
export interface FilterProblem {
  readonly kind:
    | 'tooLong'
    | 'openQuote'
    | 'openParenthesis'
    | 'nothingBefore'
    | 'nothingAfter'
    | 'badPort'
    | 'badHost';
  readonly word: string;
}

export type ParsedFilter =
  | { readonly ok: true; readonly filter: FilterExpression }
  /** `before` is the longest beginning of the text that is a filter: what a person who still types means so far. */
  | { readonly ok: false; readonly problem: FilterProblem; readonly before: FilterExpression };

/** No filter is longer, in characters. */
export const LONGEST_FILTER = 300;

const TOKEN = /&&|\|\||[()!]|"[^"]*"?|[^\s()"!]+/gu;
const WORDS: ReadonlyMap<string, FilterWord> = new Map(FILTER_WORDS.map((word) => [word, word]));
const JOINTS: Readonly<Record<string, string>> = { '&&': 'and', '||': 'or', '!': 'not' };
const LAST_PORT = 65_535;

/**
 * Reads a filter in tcpdump's manner: `tcp and port 80`, `retransmission or dupack`, `not (loss or src host C)`.
 * Two terms beside each other must both hold; `not` binds most, `or` least. The empty filter lets everything pass.
 */
export function parseFilter(text: string): ParsedFilter {
  const tokens = text.slice(0, LONGEST_FILTER).match(TOKEN) ?? [];
  const parsed = parseTokens(tokens);
  const problem: FilterProblem | null =
    text.length > LONGEST_FILTER ? { kind: 'tooLong', word: `${text.slice(0, 12)}…` } : parsed.problem;
  if (problem) return { ok: false, problem, before: longestFilter(tokens) };
  return { ok: true, filter: parsed.filter };
}

function longestFilter(tokens: readonly string[]): FilterExpression {
  for (let count = tokens.length; count > 0; count -= 1) {
    const parsed = parseTokens(tokens.slice(0, count));
    if (!parsed.problem) return parsed.filter;
  }
  return { kind: 'all' };
}

/** Beside a problem the filter means nothing. */
function parseTokens(tokens: readonly string[]): {
  readonly filter: FilterExpression;
  readonly problem: FilterProblem | null;
} {
  try {
    return { filter: new FilterParser(tokens).whole(), problem: null };
  } catch (error) {
    if (!(error instanceof NotAFilter)) throw error;
    return { filter: { kind: 'all' }, problem: { kind: error.kind, word: error.word } };
  }
}

/** Leaves the recursion of the parser; never seen outside. */
class NotAFilter extends Error {
  readonly kind: FilterProblem['kind'];
  readonly word: string;

  constructor(kind: FilterProblem['kind'], word: string) {
    super(kind);
    this.kind = kind;
    this.word = word;
  }
}

/** One method per rule of the grammar. */
class FilterParser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  whole(): FilterExpression {
    if (this.#tokens.length === 0) return { kind: 'all' };
    const expression = this.#either();
    const rest = this.#peek();
    // Only a closing parenthesis that nothing opened is left over.
    if (rest !== undefined) throw new NotAFilter('nothingBefore', rest);
    return expression;
  }

  #either(): FilterExpression {
    let left = this.#both();
    while (this.#take('or')) left = { kind: 'or', left, right: this.#both() };
    return left;
  }

  #both(): FilterExpression {
    let left = this.#negated();
    for (;;) {
      const next = this.#peek();
      if (next === undefined || next === 'or' || next === ')') return left;
      this.#take('and');
      left = { kind: 'and', left, right: this.#negated() };
    }
  }

  #negated(): FilterExpression {
    return this.#take('not') ? { kind: 'not', of: this.#negated() } : this.#term();
  }

  #term(): FilterExpression {
    const token = this.#next();
    if (token === 'and' || token === 'or' || token === ')') throw new NotAFilter('nothingBefore', token);
    if (token === '(') return this.#inParentheses();
    if (token.startsWith('"')) return quoted(token);
    const word = WORDS.get(token);
    if (word) return { kind: 'word', word };
    switch (token) {
      case 'port':
        return this.#port('either');
      case 'host':
        return this.#host('either');
      case 'src':
      case 'dst':
        if (this.#take('port')) return this.#port(token);
        this.#take('host');
        return this.#host(token);
      default:
        return { kind: 'text', text: token };
    }
  }

  #inParentheses(): FilterExpression {
    const inner = this.#either();
    if (!this.#take(')')) throw new NotAFilter('openParenthesis', '(');
    return inner;
  }

  #port(side: FilterSide): FilterExpression {
    const token = this.#next();
    const port = /^\d{1,5}$/u.test(token) ? Number(token) : Number.POSITIVE_INFINITY;
    if (port > LAST_PORT) throw new NotAFilter('badPort', token);
    return { kind: 'port', side, port };
  }

  #host(side: FilterSide): FilterExpression {
    const host = this.#next();
    const isName = /^\p{L}[\p{L}\p{N}_-]*$/u.test(host);
    if (!isName && parseAddress(host) === undefined) throw new NotAFilter('badHost', host);
    return { kind: 'host', side, host };
  }

  #peek(): string | undefined {
    const token = this.#tokens[this.#at]?.toLowerCase();
    return token === undefined ? undefined : (JOINTS[token] ?? token);
  }

  /** The next word, which something before it asks for. */
  #next(): string {
    const token = this.#peek();
    if (token === undefined) throw new NotAFilter('nothingAfter', this.#tokens.at(-1) ?? '');
    this.#at += 1;
    return token;
  }

  #take(wanted: string): boolean {
    if (this.#peek() !== wanted) return false;
    this.#at += 1;
    return true;
  }
}

function quoted(token: string): FilterExpression {
  if (token.length < 2 || !token.endsWith('"')) throw new NotAFilter('openQuote', token);
  return { kind: 'text', text: token.slice(1, -1) };
}
