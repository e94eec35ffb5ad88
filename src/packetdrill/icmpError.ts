import type { ScriptIcmp } from './script';
import { OutOfScope } from './verdict';

/** What an ICMP error means to a connection (RFC 9293 §3.9.2.2). */
export type IcmpError =
  | { readonly kind: 'hard' | 'soft' }
  | { readonly kind: 'tooBig'; readonly nextHopMtu: number; readonly quotedSequence: number | undefined };

const UNREACHABLE = 3;
const TIME_EXCEEDED = 11;
const PROTOCOL_UNREACHABLE = 2;
const PORT_UNREACHABLE = 3;
const FRAGMENTATION_NEEDED = 4;

/** Reads what the script's router says. */
export function icmpErrorOf({ type, code, nextHopMtu, quotedSequence }: ScriptIcmp): IcmpError {
  if (type === TIME_EXCEEDED) return { kind: 'soft' };
  if (type !== UNREACHABLE) throw new OutOfScope(`ICMP type ${type}`);
  if (code === FRAGMENTATION_NEEDED) return { kind: 'tooBig', nextHopMtu, quotedSequence };
  return { kind: code === PROTOCOL_UNREACHABLE || code === PORT_UNREACHABLE ? 'hard' : 'soft' };
}
