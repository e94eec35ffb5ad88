import type { Problem, ProblemKind } from '../experiment/problem';

const SENTENCES: Record<ProblemKind, string> = {
  notJson: 'is not JSON',
  damagedLink: 'is not a whole link',
  unknownVersion: 'was made for another version of the town; this one knows version 1',
  wrongType: 'has the wrong type of value',
  missingField: 'is missing',
  unknownField: 'is not known here',
  unknownChoice: 'is none of the words allowed here',
  tooBig: 'is too big, the limit is',
  outOfRange: 'is out of range, the limit is',
  badUrl: 'is not a URL such as http://name/path',
  badAddress: 'is not an IPv4 address (or prefix)',
  badBase64: 'is not base64',
  badName: 'is not a domain name',
  badRecordData: 'is not what a record of that type holds',
  outsideZone: 'is not a name of that zone',
  aliasNotAlone: 'is an alias (CNAME) where there must be none',
  duplicate: 'is taken already',
  unknownPlace: 'names a place that the town does not have',
  notAttached: 'names a link that does not end here',
  noApp: 'asks something of an app that is not there',
  outOfOrder: 'comes before the command in front of it; commands must be in order of time',
};

/** One English line on what is wrong with `source` (a file name, say) and where. */
export function problemLine(source: string, { kind, where, limit }: Problem): string {
  const place = where === '' ? source : `${source}: ${where}`;
  return `${place} ${SENTENCES[kind]}${limit === undefined ? '' : ` ${limit}`}`;
}
