/** What can be wrong with input, for machines; each kind has its sentence in i18n and in the command line. */
export const PROBLEM_KINDS = [
  /** The text is not JSON. */
  'notJson',
  /** A link that was cut off or mistyped: it cannot be unpacked. */
  'damagedLink',
  /** Made by a version of the town that this one does not know. */
  'unknownVersion',
  'wrongType',
  'missingField',
  'unknownField',
  /** A word that is none of those allowed here. */
  'unknownChoice',
  /** More bytes, characters or entries than `limit`. */
  'tooBig',
  /** A number (or a count of entries) below or above `limit`. */
  'outOfRange',
  'badAddress',
  /** No URL of a page that the town knows how to open. */
  'badUrl',
  'badBase64',
  /** No domain name (RFC 1035 §2.3). */
  'badName',
  /** No data of a record of that type. */
  'badRecordData',
  /** A record of a name that is not below its zone's. */
  'outsideZone',
  /** A CNAME record where other records are, or as the name of a name server (RFC 1034 §3.6.2, RFC 2181 §10.3). */
  'aliasNotAlone',
  /** An id, an address or a port that is taken already. */
  'duplicate',
  /** Names a host, router or link that the town does not have. */
  'unknownPlace',
  /** Names a link that does not end at this host or router. */
  'notAttached',
  /** Asks something of an app that is not there: none uses this port, or none reads on this host. */
  'noApp',
  /** Commands must be in order of time. */
  'outOfOrder',
] as const;

export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface Problem {
  readonly kind: ProblemKind;
  /** Path to the offending value such as `town.links[2].rateBps`; empty for the whole. */
  readonly where: string;
  /** The limit that was passed, for `tooBig` and `outOfRange`. */
  readonly limit?: number;
}
