import type { Reason } from '../trace/reason';
import { type ConnectionSnapshot, VARIABLES } from '../trace/snapshot';
import type { Connection } from './tcp/connection';
import type { World } from './world';

/** Looks at one connection after everything that happens to it, and writes down what has changed. */
export class ConnectionProbe {
  readonly #world: World;
  readonly #connection: Connection;
  readonly #facts: { readonly place: number; readonly connection: number };
  #last: ConnectionSnapshot | undefined;

  /** `facts`: the host's node and the number of the connection on it. */
  constructor(world: World, connection: Connection, facts: { place: number; connection: number }) {
    this.#world = world;
    this.#connection = connection;
    this.#facts = facts;
  }

  /** Records the connection's state if it differs from the last one; answers the latest event about it, or `cause`. */
  look(cause: number, reason: Reason): number {
    const { recorder } = this.#world;
    if (!recorder.keepsSnapshots) return cause;
    const last = this.#last;
    const snapshot = this.#connection.snapshot(last);
    if (last && VARIABLES.every((variable) => last[variable] === snapshot[variable])) return cause;
    this.#last = snapshot;
    const facts = { ...this.#facts, snapshot: recorder.addSnapshot(snapshot) };
    return this.#world.record('connectionChanged', facts, cause, reason);
  }
}
