/**
 * The whole input of a run as one plain value. `simulate(experiment)` reads nothing else, so the same
 * experiment gives the same trace everywhere.
 */

import type { AppSocket } from './appSockets';
import type { Command } from './command';
import type { NameApp } from './nameApps';
import type { DoorApp } from './doorApps';
import type { TcpOptions } from './tcpOptions';
import type { RawApp } from './rawApps';
import type { WebApp } from './webApps';

/** Virtual time in integer nanoseconds since the start of the run (a double holds 104 days exactly). */
export type Nanoseconds = number;

export type Transport = 'tcp' | 'udp';
export type NodeId = string;
export type LinkId = string;

export interface Experiment {
  readonly version: 1;
  /** Unsigned 32-bit; every fate and every initial sequence number is a hash of it. */
  readonly seed: number;
  readonly town: Town;
  /** Each lane is its own run of this experiment with that one transport. */
  readonly lanes: readonly Transport[];
  readonly apps: readonly App[];
  readonly tcp: TcpOptions;
  /** Authored fates, asked before the dice; the first that matches decides. */
  readonly rules: readonly Rule[];
  /** What a person did while it ran, in order of time. */
  readonly commands: readonly Command[];
}

export interface Town {
  readonly hosts: readonly Host[];
  readonly routers: readonly Router[];
  readonly links: readonly Link[];
}

export interface Host {
  readonly id: NodeId;
  /** Dotted IPv4 address. */
  readonly address: string;
  /** The one link the host hangs on: everything it sends leaves there. */
  readonly link: LinkId;
  /** Ports that a firewall before the host lets nothing through to, in silence; left out: none. */
  readonly filters?: readonly AppSocket[];
}

export interface Router {
  readonly id: NodeId;
  /** Source address of the ICMP errors it sends. */
  readonly address: string;
  /** Longest prefix wins (RFC 1812 §5.2.4.3). */
  readonly routes: readonly Route[];
  /** It makes no ICMP errors, as some administrators wish; left out: it does. */
  readonly silent?: true;
  /** It translates addresses; left out: it does not. */
  readonly nat?: NatSettings;
}

export interface Route {
  /** `198.51.100.0/24`; `0.0.0.0/0` is the default route. */
  readonly prefix: string;
  readonly link: LinkId;
}

/** A full-duplex link; each direction has its own transmitter and its own drop-tail FIFO queue. */
export interface Link extends LinkSettings {
  readonly id: LinkId;
  /** Direction 0 runs from `from` to `to`, direction 1 back. */
  readonly from: NodeId;
  readonly to: NodeId;
  /** Bytes added to each IP packet when its serialisation time is computed (18 for Ethernet). */
  readonly framingBytes: number;
  /** So many packets waiting make the queue mark the next one that allows it (RFC 3168 §5); without it none is marked. */
  readonly markThresholdPackets?: number;
  /** Longest IP packet that it carries, in bytes; without it any. */
  readonly mtuBytes?: number;
  /** Its neighbours ask for each other's hardware addresses (ARP, RFC 826); left out: they know them. */
  readonly resolves?: true;
  /** What reordering weather hits takes this link instead, where it begins at the same node; left out: it comes late. */
  readonly detour?: LinkId;
  readonly weather: Weather;
}

export interface LinkSettings {
  /** One-way propagation delay. */
  readonly delayNs: Nanoseconds;
  /** Bits per second; 0 means serialisation takes no time. */
  readonly rateBps: number;
  /** Packets that may wait behind the one being sent; one more is dropped. */
  readonly queuePackets: number;
}

/** Probabilities are 0 to 1 and hold for each packet on the link, in both directions. */
export interface Weather {
  readonly loss: number;
  readonly reorder: number;
  /** Extra one-way delay of a packet that reordering hits. */
  readonly reorderDelayNs: Nanoseconds;
  readonly duplicate: number;
  readonly corrupt: number;
}

/**
 * Many hosts behind the one address of a router (NAPT, RFC 3022 §2.2): what goes out by `outside` gets that address and a
 * port of the router's. Mappings do not depend on where a packet goes, and let in whoever answers (RFC 4787 §4.1, §5).
 */
export interface NatSettings {
  readonly outside: LinkId;
  /** A mapping ends when nothing went out by it for so long; an open TCP connection keeps it (RFC 4787 §4.3, RFC 5382 §5). */
  readonly idleNs: Nanoseconds;
  /** Mappings that are there from the beginning and stay. */
  readonly forwards: readonly PortForward[];
}

/** What comes to this port of the router goes to a host inside. */
export interface PortForward extends AppSocket {
  /** Address of the host inside. */
  readonly to: string;
  readonly toPort: number;
}

export type App = SendApp | ReceiveApp | PingApp | TracerouteApp | DoorApp | NameApp | RawApp | WebApp;

/** A port for each transport: the lane decides which one is used. */
export type PortPerTransport = Readonly<Record<Transport, number>>;

/** Writes `payload` piece by piece: piece i at `startNs + leadNs + i * everyNs` (its due time) or once connected. */
export interface SendApp {
  readonly kind: 'send';
  readonly host: NodeId;
  /** The one it uses in every lane; left out: the lane's. */
  readonly transport?: Transport;
  readonly port: number;
  readonly to: { readonly address: string; readonly port: PortPerTransport };
  readonly payload: Payload;
  /** Bytes handed to the transport at once, block number included; also TCP's effective MSS. */
  readonly pieceBytes: number;
  /** When it begins; over TCP it connects then. */
  readonly startNs: Nanoseconds;
  /** From its start to the first piece; left out: none. */
  readonly leadNs?: Nanoseconds;
  readonly everyNs: Nanoseconds;
  /** Over TCP it does not close when all is written; left out: it does. */
  readonly keepsOpen?: true;
  /** Over UDP: routers may cut its datagrams (DF is not set, RFC 791 §3.1); left out: they may not. */
  readonly mayFragment?: true;
  /** Over TCP, at its own end of the connection: what is set otherwise than in the experiment. */
  readonly tcpChanges?: Partial<TcpOptions>;
  /** Over UDP: what the app does itself so that everything arrives; left out: nothing. Needs a numbered payload. */
  readonly reliability?: Reliability;
}

/** One piece at a time: it goes again whenever its acknowledgment has not come for `timerNs`. */
export interface Reliability {
  readonly kind: 'stopAndWait';
  readonly timerNs: Nanoseconds;
}

/** Listens on the port of its transport, reads whatever comes at once, closes when the other side has closed. */
export interface ReceiveApp {
  readonly kind: 'receive';
  readonly host: NodeId;
  /** The one it uses in every lane; left out: the lane's. */
  readonly transport?: Transport;
  readonly port: PortPerTransport;
  /** When it does not read over TCP, in order of time; left out: never. Over UDP it reads all the same. */
  readonly pauses?: readonly Pause[];
  /** Over UDP: answers each datagram with the block number it begins with, and reads each block once. */
  readonly acknowledges?: true;
}

/** Asks another host for echoes (RFC 792): request i from 0 leaves at `startNs + i * everyNs`. In every lane. */
export interface PingApp {
  readonly kind: 'ping';
  readonly host: NodeId;
  readonly to: string;
  /** 16 bits that tell its replies from those to other pings of its host. */
  readonly identifier: number;
  readonly count: number;
  /** Bytes that the reply is to bring back. */
  readonly dataBytes: number;
  readonly startNs: Nanoseconds;
  readonly everyNs: Nanoseconds;
}

/** Finds the routers between two hosts with UDP datagrams of growing TTL (RFC 2151 §3.4). In every lane. */
export interface TracerouteApp {
  readonly kind: 'traceroute';
  readonly host: NodeId;
  /** Its own; the probes go to ports from 33434 on. */
  readonly port: number;
  readonly to: string;
  readonly maxHops: number;
  readonly startNs: Nanoseconds;
  /** So long it waits for the answer to each probe. */
  readonly waitNs: Nanoseconds;
}

/** The app does something else from `fromNs` until just before `toNs`. */
export interface Pause {
  readonly fromNs: Nanoseconds;
  readonly toNs: Nanoseconds;
}

export interface Payload {
  readonly kind: 'text' | 'picture' | 'file' | 'call';
  /** File name, empty for text. */
  readonly name: string;
  /** Media type such as `image/png`; `text/plain` for text. */
  readonly mediaType: string;
  /** UTF-8 for text. In JSON these are base64. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Each piece starts with a 4-byte big-endian block number (all but text). */
  readonly numbered: boolean;
  /** Of a call: a frame that is not there so long after it was due is skipped. */
  readonly deadlineNs?: Nanoseconds;
}

/** `arp`: no packet of IP, but a message between two neighbours on a link (RFC 826). */
export type PacketRole = 'piece' | 'control' | 'retransmission' | 'arp';

/**
 * Hits a maker's nth (from 1) original packet of that role where it passes the link in that direction: pieces by their
 * place in the message, control packets by how many their maker has made, wherever those went. A retransmission is never
 * hit, and of one that was cut only the first fragment.
 */
export interface Rule {
  readonly link: LinkId;
  /** 0 from `from` to `to` of the link, 1 back. */
  readonly direction: 0 | 1;
  readonly role: 'piece' | 'control';
  /** Whose piece (`PacketIdentity.flow`); left out: the first send app's. A control packet is of none. */
  readonly flow?: number;
  readonly nth: number;
  readonly verdict: RuleVerdict;
}

export type RuleVerdict =
  | { readonly kind: 'drop' }
  | { readonly kind: 'delay'; readonly delayNs: Nanoseconds }
  | { readonly kind: 'dup' }
  /** It turns off before the link and takes this one, which begins at the same node. */
  | { readonly kind: 'via'; readonly link: LinkId }
  /** Bit index counted from the first bit of the IP packet. */
  | { readonly kind: 'flip'; readonly bit: number };
