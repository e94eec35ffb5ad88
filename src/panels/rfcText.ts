import type { TFunction } from 'i18next';
import type { RfcSection } from '../trace/rfcSection';

/** `RFC 9293 §3.4`; old RFCs have named sections: `RFC 768 “Fields”`. */
export function rfcText(t: TFunction, { rfc, section }: RfcSection): string {
  const where = /^\d/u.test(section) ? `§${section}` : `“${section}”`;
  return t('panels.inspector.source', { rfc, where });
}
