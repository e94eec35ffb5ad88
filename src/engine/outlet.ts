import type { Packet } from './packet';

/** What a node sees of a link: where it puts packets to have them carried. */
export interface Outlet {
  /** Longest packet that the link carries, in bytes. */
  readonly mtuBytes: number;
  /** Takes a packet from the node: it goes at once, or waits until it can. */
  send(packet: Packet): void;
  /** What waits is gone: the node has lost its power; `cause` is the event of the command. */
  forgetWaiting(cause: number): void;
}
