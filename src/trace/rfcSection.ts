/** Where a rule is written down. */
export interface RfcSection {
  readonly rfc: number;
  readonly section: string;
}

export const at = (rfc: number, section: string): RfcSection => ({ rfc, section });
