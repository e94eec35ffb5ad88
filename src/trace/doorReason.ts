import type { Transport } from '../experiment/experiment';

/** A door at which somebody knocked: a port of one transport at an address. */
interface Door {
  readonly transport: Transport;
  readonly port: number;
  readonly address: string;
}

/** What a knock at a door can find. */
export type DoorFinding = 'doorOpen' | 'doorClosed' | 'doorFiltered' | 'doorSilent';

/** What happens at doors, and to packets that pass an address translation. */
export type DoorReason =
  /** A firewall drops it in silence. */
  | { readonly kind: 'filtered' }
  | { readonly kind: 'echoed' }
  // Knocking
  | ({ readonly kind: 'doorProbed' } & Door)
  | ({ readonly kind: 'doorOpen' } & Door)
  | ({ readonly kind: 'doorClosed' } & Door)
  /** Nobody answered, or somebody on the way said no. */
  | ({ readonly kind: 'doorFiltered' } & Door)
  /** Over UDP silence says nothing: an app may have read it and kept quiet. */
  | ({ readonly kind: 'doorSilent' } & Door)
  // Address translation
  | { readonly kind: 'natOutbound' }
  | { readonly kind: 'natInbound' }
  | { readonly kind: 'natNoMapping' }
  | { readonly kind: 'natNoPorts' }
  | { readonly kind: 'natFragmentAlone' }
  | { readonly kind: 'natFragmentHeld' }
  | {
      readonly kind: 'natMapped';
      /** Of the IP header: 1 (by the identifier of an echo), 6 or 17. */
      readonly protocol: number;
      /** Sockets, as `192.168.0.10:50000`; an ICMP echo has its identifier for a port (RFC 3022 §4.1). */
      readonly inside: string;
      readonly outside: string;
    }
  | {
      readonly kind: 'natForward';
      readonly protocol: number;
      readonly inside: string;
      readonly outside: string;
    }
  | { readonly kind: 'natIdle' };
