import type { Nanoseconds } from '../experiment/experiment';
import type { Packet } from './packet';
import type { World } from './world';

/** Where a packet is to be when, as decided when it enters the way. */
export interface FlightPlan {
  readonly departNs: Nanoseconds;
  readonly arriveNs: Nanoseconds;
  /** It will not arrive: its loss is already decided. */
  readonly isDoomed: boolean;
}

interface Plan {
  readonly plannedNs: Nanoseconds;
  readonly action: () => void;
}

/** A packet on a link way that hands can reach: all that is planned for it comes later if it is made to rest. */
export class Flight {
  readonly packet: Packet;
  readonly isDoomed: boolean;
  readonly halfWayNs: Nanoseconds;
  readonly #world: World;
  readonly #departNs: Nanoseconds;
  readonly #arriveNs: Nanoseconds;
  #isOver = false;
  /** The rest it makes or last made; its end is Infinity while nobody knows it. */
  #rest = { fromNs: 0, untilNs: 0 };
  /** How long it rested before that. */
  #restedNs = 0;
  /** What waits for a rest without an end. */
  #waiting: Plan[] = [];

  constructor(world: World, packet: Packet, { departNs, arriveNs, isDoomed }: FlightPlan) {
    this.#world = world;
    this.packet = packet;
    this.isDoomed = isDoomed;
    this.halfWayNs = departNs + Math.floor((arriveNs - departNs) / 2);
    this.#departNs = departNs;
    this.#arriveNs = arriveNs;
  }

  /** It arrived or was lost: nothing more that was planned for it happens. */
  end(): void {
    this.#isOver = true;
  }

  /** When its last bit gets to the far end as things are; Infinity in a rest without an end. */
  get arriveNs(): Nanoseconds {
    return this.#arriveNs + this.#lateNs;
  }

  /** How long it still has to go, rests not counted. */
  get remainingNs(): Nanoseconds {
    return this.#arriveNs - this.#ownNs;
  }

  /** Share of its way, 0 to 1, that it has covered by now. */
  get fraction(): number {
    const wayNs = this.#arriveNs - this.#departNs;
    return wayNs === 0 ? 1 : Math.min(1, Math.max(0, (this.#ownNs - this.#departNs) / wayNs));
  }

  /** End of the rest it makes now, Infinity if nobody knows it; now if it makes none. */
  get restEndsNs(): Nanoseconds {
    return Math.max(this.#world.now, this.#rest.untilNs);
  }

  /** Does something at `plannedNs`, or as much later as the packet will have rested by then. */
  at(plannedNs: Nanoseconds, action: () => void): void {
    this.#schedule({ plannedNs, action });
  }

  /** Stays where it is until `untilNs`; Infinity: until it is told again. */
  restUntil(untilNs: Nanoseconds): void {
    const { now } = this.#world;
    if (now < this.#rest.untilNs) this.#rest.untilNs = untilNs;
    else {
      this.#restedNs = this.#lateNs;
      this.#rest = { fromNs: now, untilNs };
    }
    if (untilNs === Infinity) return;
    for (const plan of this.#waiting.splice(0)) this.#schedule(plan);
  }

  /** The time of one that never rested and is at the same place. */
  get #ownNs(): Nanoseconds {
    const { now } = this.#world;
    const { fromNs, untilNs } = this.#rest;
    return (now < untilNs ? fromNs : now - (untilNs - fromNs)) - this.#restedNs;
  }

  get #lateNs(): Nanoseconds {
    return this.#restedNs + this.#rest.untilNs - this.#rest.fromNs;
  }

  #schedule(plan: Plan): void {
    const lateNs = this.#lateNs;
    if (lateNs === Infinity) return void this.#waiting.push(plan);
    this.#world.at(Math.max(this.#world.now, plan.plannedNs + lateNs), () => {
      if (this.#isOver) return;
      if (this.#lateNs === lateNs) plan.action();
      else this.#schedule(plan);
    });
  }
}
