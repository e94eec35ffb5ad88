import { Cursor } from './cursor';
import { OutOfScope } from './verdict';

/** An expression in the part of Python that scripts use. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negative' | 'not'; readonly operand: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  /** `a < b <= c`: each neighbour compared, as Python does. */
  | {
      readonly kind: 'comparison';
      readonly operands: readonly Expression[];
      readonly operators: readonly string[];
    };

/** One `assert` of a block between `%{` and `}%`. */
export interface AssertStatement {
  readonly line: number;
  /** As the script writes it. */
  readonly text: string;
  readonly condition: Expression;
}

/** Reads the statements between `%{` and `}%`, whose first line is `line`. */
export function parseAssertion(text: string, line: number): readonly AssertStatement[] {
  const statements: AssertStatement[] = [];
  joinedLines(text).forEach((joined, index) => {
    for (const part of statementsIn(joined)) {
      const statement = part.trim();
      if (statement === '' || /^print\b/.test(statement)) continue;
      if (!/^assert\b/.test(statement)) throw new OutOfScope(`Python other than assert: ${statement}`);
      const cursor = new Cursor(statement.slice('assert'.length), /\s*/y);
      const condition = parseOr(cursor);
      if (!cursor.isAtEnd && !cursor.take(/,[\s\S]*/y)) {
        throw new OutOfScope(`Python expression: ${statement}`);
      }
      statements.push({ line: line + index, text: statement, condition });
    }
  });
  return statements;
}

/** What stands between semicolons, up to a comment; in strings neither counts. */
function statementsIn(line: string): readonly string[] {
  const words = line.match(/"[^"]*"|'[^']*'|#.*|[\s\S]/g) ?? [];
  const parts = [''];
  for (const word of words) {
    if (word === ';') parts.push('');
    else if (!word.startsWith('#')) parts.push(parts.pop()! + word);
  }
  return parts;
}

/** Lines, where one that leaves a bracket open or ends in `\` takes in the next; empty ones keep the count. */
function joinedLines(text: string): readonly string[] {
  const lines: string[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    const joined = open + line.replace(/\\\s*$/, '');
    const isOpen = /\\\s*$/.test(line) || count(joined, '(') > count(joined, ')');
    lines.push(isOpen ? '' : joined);
    open = isOpen ? `${joined} ` : '';
  }
  if (open !== '') lines.push(open);
  return lines;
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}

function parseOr(cursor: Cursor): Expression {
  let left = parseAnd(cursor);
  while (cursor.take(/or\b/y)) left = { kind: 'or', left, right: parseAnd(cursor) };
  return left;
}

function parseAnd(cursor: Cursor): Expression {
  let left = parseNot(cursor);
  while (cursor.take(/and\b/y)) left = { kind: 'and', left, right: parseNot(cursor) };
  return left;
}

function parseNot(cursor: Cursor): Expression {
  if (cursor.take(/not\b/y)) return { kind: 'not', operand: parseNot(cursor) };
  const operands = [parseSum(cursor)];
  const operators: string[] = [];
  for (;;) {
    const operator = cursor.take(/==|!=|<=|>=|<|>/y);
    if (!operator) break;
    operators.push(operator[0]);
    operands.push(parseSum(cursor));
  }
  return operators.length === 0 ? operands[0]! : { kind: 'comparison', operands, operators };
}

function parseSum(cursor: Cursor): Expression {
  let left = parseProduct(cursor);
  for (;;) {
    const operator = cursor.take(/[+-]/y);
    if (!operator) return left;
    left = { kind: 'arithmetic', operator: operator[0], left, right: parseProduct(cursor) };
  }
}

function parseProduct(cursor: Cursor): Expression {
  let left = parseAtom(cursor);
  for (;;) {
    const operator = cursor.take(/\*(?!\*)|\/\/?|%/y);
    if (!operator) return left;
    left = { kind: 'arithmetic', operator: operator[0], left, right: parseAtom(cursor) };
  }
}

function parseAtom(cursor: Cursor): Expression {
  if (cursor.take(/-/y)) return { kind: 'negative', operand: parseAtom(cursor) };
  if (cursor.take(/\(/y)) {
    const inner = parseOr(cursor);
    cursor.expect(/\)/y, "')'");
    return inner;
  }
  const number = cursor.take(/0x[0-9a-fA-F]+|\d+(?:\.\d+)?/y);
  if (number) return { kind: 'number', value: Number(number[0]) };
  const text = cursor.take(/"([^"]*)"|'([^']*)'/y);
  if (text) return { kind: 'text', value: text[1] ?? text[2] ?? '' };
  const name = cursor.take(/[A-Za-z_]\w*(?!\w*\s*[([.])/y);
  if (!name) throw new OutOfScope('a Python expression of an unknown form');
  return { kind: 'name', name: name[0] };
}
