import type { PageFailure } from '../../trace/webReason';
import type { HttpResponse } from '../../wire/http';

/** One GET, and who waits for its answer; `cause` is the event that brought it. */
export interface Fetch {
  readonly load: number;
  readonly target: string;
  done(outcome: FetchOutcome, cause: number): void;
}

export type FetchOutcome = { readonly response: HttpResponse } | { readonly failure: PageFailure };

/** A connection to one server on which pages can be asked for. */
export interface Fetcher {
  /** Another page can be asked for on it just now. */
  readonly canTakeMore: boolean;
  /** Asks for all of these, in their order. */
  fetch(fetches: readonly Fetch[], cause: number): void;
  /** The program needs it no more. */
  close(cause: number): void;
}
