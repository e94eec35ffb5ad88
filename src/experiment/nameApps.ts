import type { RecordType } from '../wire/dnsText';
import type { Nanoseconds, NodeId } from './experiment';

/** Answers what it has the zones of, and refers to whom it has delegated to: UDP 53 and TCP 53. In every lane. */
export interface NameServerApp {
  readonly kind: 'nameServer';
  readonly host: NodeId;
  readonly zones: readonly Zone[];
}

/** A part of the tree of names that one server is in charge of (RFC 1034 §4.2). Its SOA record is made of what is here. */
export interface Zone {
  /** The name at its top: `example.com`, or `.` for the root. */
  readonly origin: string;
  /** How long its SOA record, and so an absence, may be remembered … */
  readonly soaTtlSeconds: number;
  /** … and the longest that an absence may be: the lesser of both holds (RFC 2308 §5). */
  readonly soaMinimumSeconds: number;
  readonly records: readonly ZoneRecord[];
}

export interface ZoneRecord {
  /** Whole, as `www.example.com`. */
  readonly name: string;
  readonly type: RecordType;
  readonly ttlSeconds: number;
  /** As a zone file has them: `203.0.113.9`, `10 mail.example.com`; a text of TXT is cut into parts by itself. */
  readonly data: string;
}

/** Looks names up for others, from the root down, and remembers what it hears: UDP 53 and TCP 53. In every lane. */
export interface ResolverApp {
  readonly kind: 'resolver';
  readonly host: NodeId;
  /** Addresses of root servers. */
  readonly rootHints: readonly string[];
  /** The longest answer over UDP that it takes, said with EDNS; 0 says nothing, which means 512. Left out: 1232. */
  readonly ednsBytes?: number;
}

/** Asks a resolver for a name, as an app does by way of its operating system. In every lane. */
export interface LookupApp {
  readonly kind: 'lookup';
  readonly host: NodeId;
  /** Address of the resolver. */
  readonly resolver: string;
  readonly name: string;
  readonly type: RecordType;
  readonly startNs: Nanoseconds;
  /** How often it asks; left out: once. */
  readonly times?: number;
  /** From one time to the next; left out: a second. */
  readonly everyNs?: Nanoseconds;
  /** As of a resolver; left out: 0. */
  readonly ednsBytes?: number;
}

export type NameApp = NameServerApp | ResolverApp | LookupApp;
