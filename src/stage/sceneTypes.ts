import type { Nanoseconds, Transport } from '../experiment/experiment';
import type { Timer } from '../trace/event';
import type { ReasonKind } from '../trace/reason';
import type { ReceivedPiece } from '../trace/applicationView';
import type { TcpState } from '../trace/snapshot';
import type { ByteRange } from './letters';
import type { PacketFace } from './packetFace';
import type { Point } from './plan';

/** How much of a packet's face there is room for. */
export type Detail = 'full' | 'short' | 'dot';

/** A packet as it is drawn at one moment. */
export interface ScenePacket extends Point {
  /** Same packet, same key, at every moment. */
  readonly key: string;
  readonly lane: number;
  readonly packet: number;
  readonly transport: Transport;
  readonly face: PacketFace;
  readonly detail: Detail;
  /** Degrees clockwise. */
  readonly tilt: number;
  readonly scale: number;
  readonly opacity: number;
  readonly isDamaged: boolean;
  /** A queue marked it: congestion experienced (RFC 3168). */
  readonly isMarked: boolean;
  /** Routers that have passed it on: so much is gone of its TTL. */
  readonly hops: number;
  /** Envelopes around the message: 1 the transport's, 2 with IP's, 3 with the frame of this hop. */
  readonly wraps: number;
  /** Late ones take the detour; falling ones were lost just now; binned ones were thrown away at a door. */
  readonly state: 'moving' | 'waiting' | 'late' | 'falling' | 'binned';
}

/** What a loss leaves on the road for a while. */
export interface SceneScar extends Point {
  readonly key: string;
  readonly lane: number;
  readonly packet: number;
  readonly face: PacketFace;
  readonly why: ReasonKind;
  readonly opacity: number;
  /** Where its name stands, y from the top of the stage. */
  readonly nameTop: number;
  /** Only the latest of a lane says what was lost. */
  readonly isNamed: boolean;
}

/** A retransmission in flight and the place where the sending before it died. */
export interface SceneTie {
  readonly from: Point;
  readonly to: Point;
}

/** A piece on its way from the door to its place in the app's tray. */
export interface SceneDrop {
  readonly key: string;
  readonly lane: number;
  readonly piece: number;
  readonly text: string;
  /** 0 at the door, 1 in the tray. */
  readonly progress: number;
}

export interface SenderView {
  readonly sent: number;
  /** Pieces that the other side has acknowledged (TCP). */
  readonly acknowledged: number;
}

export interface ReceiverView {
  readonly received: readonly ReceivedPiece[];
  /** Different pieces among them. */
  readonly distinct: number;
  /** Pieces in order that the app has not read; ascending, from 0. */
  readonly unread: readonly number[];
  /** Pieces TCP keeps until what comes before them is there; ascending, from 0. */
  readonly held: readonly number[];
}

/** A timer that runs. */
export interface TimerView {
  readonly timer: Timer;
  readonly setNs: Nanoseconds;
  readonly deadlineNs: Nanoseconds;
}

/** The receive buffer of a connection, in bytes from its bottom: unread, a gap, what waits behind the gap, free room. */
export interface BufferView {
  /** RCV.WND: what it still offers to take. */
  readonly windowBytes: number;
  readonly readableBytes: number;
  readonly gapBytes: number;
  readonly heldBytes: number;
}

/** The desk of a host: what TCP there knows, or what the app was told. */
export interface DeskView {
  readonly state: TcpState | null;
  readonly duplicateAcks: number;
  /** The most important first. */
  readonly timers: readonly TimerView[];
  readonly told: ReasonKind | null;
  /** Packets thrown away here because a checksum did not fit. */
  readonly binned: number;
  readonly buffer: BufferView | null;
}

/** The sender's sequence space in bytes of the stream, from 0: what is drawn on the ruler at its desk. */
export interface RulerView {
  /** The part of the stream that the ruler shows. */
  readonly from: number;
  readonly to: number;
  /** SND.UNA and SND.NXT. */
  readonly acknowledged: number;
  readonly sent: number;
  /** Where the congestion window and the receive window end. */
  readonly cwndEnd: number;
  readonly rwndEnd: number;
  /** What the receiver reported beyond a gap. */
  readonly sacked: readonly ByteRange[];
}

/** The door of a room at one moment. */
export interface DoorView {
  /** A socket is bound to its port. */
  readonly isBound: boolean;
  /** How far a packet that passes has pushed it, from 0 to 1. */
  readonly swing: number;
}

export interface QueueView {
  /** Number of the router it stands at, from the client's side. */
  readonly router: number;
  readonly direction: 0 | 1;
  readonly waiting: number;
  readonly limit: number;
}

export interface LaneScene {
  readonly sender: SenderView;
  readonly receiver: ReceiverView;
  readonly clientDesk: DeskView;
  readonly serverDesk: DeskView;
  readonly clientDoor: DoorView;
  readonly serverDoor: DoorView;
  /** Null while no connection is there. */
  readonly ruler: RulerView | null;
  readonly queues: readonly QueueView[];
}

/** A link between neighbours: amounts from 0 to 1 of what its weather does, and how long and wide it is. */
export interface LinkView {
  readonly loss: number;
  readonly reorder: number;
  readonly duplicate: number;
  readonly corrupt: number;
  readonly fog: number;
  readonly delayNs: Nanoseconds;
  /** Bits per second, 0 for no limit. */
  readonly rateBps: number;
  /** A hand has cut it. */
  readonly isCut: boolean;
}

/** What a hand, or its own habits, have made of a host. */
export interface HostView {
  readonly isOff: boolean;
  /** Its receiving app does not read just now. */
  readonly isIdle: boolean;
}

/** Packets too many for anything but dots, as columns: entry i of each is one packet; the last lies on top. */
export interface Swarm {
  readonly count: number;
  /** Stage coordinates of the middle. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly lane: Uint8Array;
  readonly packet: Int32Array;
  /** See `swarmLook`. */
  readonly look: Uint8Array;
  /** 0 to 255. */
  readonly opacity: Uint8Array;
}

/** The packets of a picture at one moment. */
export interface PacketScene {
  readonly timeNs: Nanoseconds;
  /** Back to front. Beside a swarm only those to which something happened. */
  readonly packets: readonly ScenePacket[];
  /** All that are on their way, where they are too many to be drawn one by one. */
  readonly swarm: Swarm | null;
  readonly scars: readonly SceneScar[];
}

/** Everything on the street that moves or changes, at one moment. */
export interface Scene extends PacketScene {
  readonly ties: readonly SceneTie[];
  readonly drops: readonly SceneDrop[];
  readonly lanes: readonly LaneScene[];
  /** From the client's side. */
  readonly links: readonly LinkView[];
  readonly hosts: Readonly<Record<'client' | 'server', HostView>>;
}
