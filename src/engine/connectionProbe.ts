import type { Timer } from '../trace/event';
import type { Reason } from '../trace/reason';
import type { ConnectionSnapshot } from '../trace/snapshot';
import type { AppNotice, Connection, OutgoingSegment } from './tcp/connection';
import { explainChanges } from './tcp/explainChanges';
import type { Occasion } from './tcp/occasion';
import type { World } from './world';

type Notes = { -readonly [K in keyof Omit<Occasion, 'event'>]: Occasion[K] };

/** Looks at one connection after everything that happens to it, and writes down what has changed, and why. */
export class ConnectionProbe {
  readonly #world: World;
  readonly #connection: Connection;
  readonly #facts: { readonly place: number; readonly connection: number };
  #last: ConnectionSnapshot;
  /** What the connection did since the last look. */
  #notes: Notes = {};

  /** `facts`: the host's node and the number of the connection on it. */
  constructor(world: World, connection: Connection, facts: { place: number; connection: number }) {
    this.#world = world;
    this.#connection = connection;
    this.#facts = facts;
    this.#last = connection.snapshot();
  }

  /** The connection sent a segment that carries sequence numbers. */
  noteSent({ isRetransmission, reason }: OutgoingSegment): void {
    if (isRetransmission) this.#notes.resent ??= reason;
    else this.#notes.sent = reason;
  }

  noteTold(kind: AppNotice['kind']): void {
    this.#notes.told = kind;
  }

  noteExpired(timer: Timer): void {
    this.#notes.expired = timer;
  }

  /** Records the connection if it differs from the last look; answers the latest event about it, or `cause`. */
  look(cause: number, event: Reason): number {
    const { recorder } = this.#world;
    if (!recorder.keepsSnapshots) return cause;
    const before = this.#last;
    const after = this.#connection.snapshot(before);
    const occasion = { ...this.#notes, event };
    const changes = explainChanges({ before, after, occasion, set: this.#connection.reasonsSet });
    this.#notes = {};
    if (changes.length === 0) return cause;
    this.#last = after;
    const facts = { ...this.#facts, snapshot: recorder.addSnapshot(after, changes) };
    return this.#world.record('connectionChanged', facts, cause, event);
  }

  /** The same if the state is a new one: each is shown before the next, however short it lasts. */
  lookAtState(cause: number, event: Reason): void {
    if (this.#connection.state !== this.#last.state) this.look(cause, event);
  }
}
