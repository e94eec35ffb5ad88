import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../tests/createI18n';
import { FIELD_NAMES } from '../../wire/fields';
import { rfcText } from '../rfcText';
import { fieldSource } from './fieldSource';

const HEADER_FIELDS = FIELD_NAMES.filter((name) => !name.startsWith('data.'));

describe('every field of every header', () => {
  it.each(['ko', 'en'] as const)('has a name and a sentence (%s)', (language) => {
    const { t } = createI18n(language);
    for (const name of FIELD_NAMES) {
      expect(t(`panels.fields.${name}.name`).trim()).not.toBe('');
      expect(t(`panels.fields.${name}.about`), name).toMatch(/[.!?)]$/u);
    }
  });

  it.each(['ethernet', 'arp', 'ipv4', 'udp', 'tcp', 'icmp', 'dns', 'tls', 'quicModel'])(
    'says where it is defined (%s)',
    (protocol) => {
      const { t } = createI18n('en');
      const fields = HEADER_FIELDS.filter((name) => name.startsWith(`${protocol}.`));
      expect(fields.length).toBeGreaterThan(3);
      for (const name of fields) {
        const source = fieldSource(name);
        expect(source, name).not.toBeNull();
        expect(rfcText(t, source!)).toMatch(/^RFC \d+/u);
      }
    },
  );
});
