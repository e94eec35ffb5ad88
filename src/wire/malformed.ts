/** Why bytes are not the header they were taken for. */
export interface Malformed {
  readonly malformed: 'truncated' | 'badVersion' | 'badHeaderLength' | 'badLength' | 'badOption' | 'badName';
}

/** Tells a refusal of any `decode…` in this folder from the value it returns otherwise. */
export function isMalformed(decoded: object): decoded is Malformed {
  return 'malformed' in decoded;
}
