import type { LinkId, LinkSettings, Nanoseconds, NodeId, PacketRole, Transport, Weather } from './experiment';

/** What a person did at `atNs`. The trace before that moment is the same without it. */
export type Command =
  | SetWeather
  | SetLink
  | TouchPacket
  | CutLink
  | RestoreLink
  | ClosePort
  | PowerOff
  | StopReading
  | ResumeReading;

export interface SetWeather {
  readonly kind: 'setWeather';
  readonly atNs: Nanoseconds;
  readonly link: LinkId;
  readonly weather: Weather;
}

export interface SetLink {
  readonly kind: 'setLink';
  readonly atNs: Nanoseconds;
  readonly link: LinkId;
  readonly settings: LinkSettings;
}

/**
 * A hand on one packet, on one way of one link: there and then if the packet is on it or waits before it, as soon as it
 * enters if it is still to come, never if it is past. Only the lane of the packet's transport knows of it.
 */
export interface TouchPacket {
  readonly kind: 'touchPacket';
  readonly atNs: Nanoseconds;
  readonly packet: PacketName;
  readonly link: LinkId;
  /** 0 from `from` to `to` of the link, 1 back. */
  readonly direction: 0 | 1;
  readonly act: PacketAct;
}

/** Which packet a hand meant, in any future: by who it is, never by its number in a trace. */
export interface PacketName {
  readonly transport: Transport;
  /** The host or router that made it (for a double, that made its original). */
  readonly from: NodeId;
  /** A control packet that is sent again stays a `control` one; `copy` tells them apart. */
  readonly role: PacketRole;
  /** Whose piece (`PacketIdentity.flow`); left out: the first send app's, or none. */
  readonly flow?: number;
  /** Nth of its role from its maker, from 0: the piece for pieces and retransmissions, a count for control packets. */
  readonly number: number;
  /** 0 for an original, n for the nth time that it was sent again. */
  readonly copy: number;
  /** 0 for what its maker sent, n for the nth double that the network (or a hand) made of it. */
  readonly double: number;
}

export type PacketAct =
  /** It is lost at its present place. */
  | { readonly kind: 'drop' }
  /** It stays where it is for so long, then goes on. */
  | { readonly kind: 'hold'; readonly delayNs: Nanoseconds }
  /** A twin follows it. */
  | { readonly kind: 'dup' }
  /** Bit index counted from the first bit of the IP packet. */
  | { readonly kind: 'flip'; readonly bit: number }
  /** It lets the next packet of that way pass. */
  | { readonly kind: 'swap' }
  /** Weather, a rule or a full queue would take or damage it there: they do not. */
  | { readonly kind: 'rescue' };

/** Both ways: what is on the link is lost, and so is what enters until it is restored. */
export interface CutLink {
  readonly kind: 'cutLink';
  readonly atNs: Nanoseconds;
  readonly link: LinkId;
}

export interface RestoreLink {
  readonly kind: 'restoreLink';
  readonly atNs: Nanoseconds;
  readonly link: LinkId;
}

/** The app on that port is gone: TCP connections are aborted (RFC 9293 §3.10.5), nobody listens any more. */
export interface ClosePort {
  readonly kind: 'closePort';
  readonly atNs: Nanoseconds;
  readonly host: NodeId;
  readonly transport: Transport;
  readonly port: number;
}

/** From then on the host neither says nor hears anything, and all that it knew is gone. */
export interface PowerOff {
  readonly kind: 'powerOff';
  readonly atNs: Nanoseconds;
  readonly host: NodeId;
}

/** The receiving apps of the host do something else until `resumeReading`; see `ReceiveApp.pauses`. */
export interface StopReading {
  readonly kind: 'stopReading';
  readonly atNs: Nanoseconds;
  readonly host: NodeId;
}

export interface ResumeReading {
  readonly kind: 'resumeReading';
  readonly atNs: Nanoseconds;
  readonly host: NodeId;
}
