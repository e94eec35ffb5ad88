import type { Timer } from '../trace/event';
import type { Reason } from '../trace/reason';
import type { ConnectionSnapshot } from '../trace/snapshot';
import type { AppNotice, Connection, OutgoingSegment } from './tcp/connection';
import { explainChanges } from './tcp/explainChanges';
import type { Occasion } from './tcp/occasion';
import type { World } from './world';

/** Looks at one connection after everything that happens to it, and writes down what has changed, and why. */
export class ConnectionProbe {
  readonly #world: World;
  readonly #connection: Connection;
  readonly #facts: { readonly place: number; readonly connection: number };
  #last: ConnectionSnapshot;
  #lastNumber = -1;
  // What the connection did since the last look.
  #expired: Occasion['expired'];
  #sent: Occasion['sent'];
  #resent: Occasion['resent'];
  #told: Occasion['told'];

  /** `facts`: the host's node and the number of the connection on it. */
  constructor(world: World, connection: Connection, facts: { place: number; connection: number }) {
    this.#world = world;
    this.#connection = connection;
    this.#facts = facts;
    this.#last = connection.snapshot();
  }

  /** The connection sent a segment that carries sequence numbers. */
  noteSent({ isRetransmission, reason }: OutgoingSegment): void {
    if (isRetransmission) this.#resent ??= reason;
    else this.#sent = reason;
  }

  noteTold(kind: AppNotice['kind']): void {
    this.#told = kind;
  }

  noteExpired(timer: Timer): void {
    this.#expired = timer;
  }

  /** Records the connection if it differs from the last look; answers the latest event about it, or `cause`. */
  look(cause: number, event: Reason): number {
    const { recorder } = this.#world;
    if (!recorder.keepsSnapshots) return cause;
    const before = this.#last;
    const after = this.#connection.snapshot(before);
    const occasion = this.#takeOccasion(event);
    const changes = explainChanges({ before, after, occasion, set: this.#connection.reasonsSet });
    if (changes.length === 0) return cause;
    this.#last = after;
    const snapshot = recorder.addSnapshot(after, { previous: this.#lastNumber, changes });
    this.#lastNumber = snapshot;
    const { place, connection } = this.#facts;
    return this.#world.record('connectionChanged', { place, connection, snapshot }, cause, event);
  }

  /** The same if the state is a new one: each is shown before the next, however short it lasts. */
  lookAtState(cause: number, event: Reason): void {
    if (this.#connection.state !== this.#last.state) this.look(cause, event);
  }

  #takeOccasion(event: Reason): Occasion {
    const occasion = {
      event,
      expired: this.#expired,
      sent: this.#sent,
      resent: this.#resent,
      told: this.#told,
    };
    this.#expired = undefined;
    this.#sent = undefined;
    this.#resent = undefined;
    this.#told = undefined;
    return occasion;
  }
}
