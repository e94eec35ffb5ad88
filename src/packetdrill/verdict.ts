/** How a script ended. */
export type Verdict =
  | { readonly kind: 'ok' }
  | { readonly kind: 'fail'; readonly line: number; readonly expected: string; readonly got: string }
  | { readonly kind: 'skip'; readonly reason: string };

/** The stack did something other than the script says, or the script is not in the language. */
export class ScriptFailure extends Error {
  override readonly name = 'ScriptFailure';
  readonly line: number;
  readonly expected: string;
  readonly got: string;

  constructor(line: number, expected: string, got: string) {
    super(`line ${line}: expected ${expected}, got ${got}`);
    this.line = line;
    this.expected = expected;
    this.got = got;
  }
}

/** The script asks for something that is not modelled; the message says what. */
export class OutOfScope extends Error {
  override readonly name = 'OutOfScope';
}
