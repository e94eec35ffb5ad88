import { detourOf } from '../experiment/detour';
import type { Link, LinkId, Nanoseconds, Weather } from '../experiment/experiment';
import type { Reason } from '../trace/reason';
import { encounter } from './encounter';
import { rollFate, ruledFate } from './fate';
import type { Outlet } from './outlet';
import type { Packet } from './packet';
import { weatherOver } from './weather';
import type { World } from './world';

/** The two roads that a packet may take: the link of the routing table, and any other link of the same node. */
interface Roads {
  readonly straight: Outlet;
  /** The node's end of another link; `undefined` where it has none. */
  readonly round: (link: LinkId) => Outlet | undefined;
  readonly wayOf: (link: LinkId) => number;
}

/** A link before which some packets turn off: those that a rule names, and those that reordering weather hits. */
export class Crossroads implements Outlet {
  readonly #world: World;
  readonly #link: Link;
  readonly #direction: 0 | 1;
  readonly #roads: Roads;
  readonly #detour: LinkId | undefined;
  readonly #weatherAt: (timeNs: Nanoseconds) => Weather;

  constructor(world: World, link: Link, direction: 0 | 1, roads: Roads) {
    this.#world = world;
    this.#link = link;
    this.#direction = direction;
    this.#roads = roads;
    this.#detour = detourOf(world.experiment.town, link, direction);
    this.#weatherAt = weatherOver(world.experiment, link);
  }

  get mtuBytes(): number {
    return this.#roads.straight.mtuBytes;
  }

  send(packet: Packet): void {
    const turn = this.#turnOf(packet);
    const round = turn && this.#roads.round(turn.link);
    // What was cut to fit the one link may be too long for the other.
    if (!round || packet.bytes.length > round.mtuBytes) return this.#roads.straight.send(packet);
    const { wayOf } = this.#roads;
    const facts = { place: wayOf(this.#link.id), packet: packet.id, taken: wayOf(turn.link) };
    this.#world.recordOf(packet, 'packetDetoured', facts, turn.reason);
    round.send(packet);
  }

  /** On all roads that begin here. */
  forgetWaiting(cause: number): void {
    const { straight, round } = this.#roads;
    const turns = this.#world.experiment.rules.flatMap(({ link, direction, verdict }) => {
      const isHere = link === this.#link.id && direction === this.#direction;
      return isHere && verdict.kind === 'via' ? [verdict.link] : [];
    });
    if (this.#detour !== undefined) turns.push(this.#detour);
    const others = turns.flatMap((link) => round(link) ?? []);
    for (const road of new Set([straight, ...others])) road.forgetWaiting(cause);
  }

  #turnOf(packet: Packet): { readonly link: LinkId; readonly reason: Reason } | undefined {
    if (packet.identity.duplicateOf >= 0) return undefined;
    const who = encounter(this.#world, this.#link, this.#direction, packet);
    const ruled = ruledFate(this.#world.experiment.rules, this.#link.id, who);
    if (ruled) return ruled.via ?? undefined;
    if (this.#detour === undefined) return undefined;
    const { extraDelay } = rollFate(this.#weatherAt(packet.weatherNs ?? this.#world.now), who);
    return extraDelay ? { link: this.#detour, reason: extraDelay.reason } : undefined;
  }
}
