import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../tests/createI18n';
import { checkZones } from '../../experiment/checkZones';
import type { Zone } from '../../experiment/nameApps';
import { PRESETS } from '../../experiment/presets/inOrder';
import { problemWords } from './problemWords';
import { ttlText } from './ttlText';
import { checkDraft, draftOf, placeOf, withRecord, withZone, type ZoneDraft } from './zoneDraft';
import { zoneTree } from './zoneTree';

const SECOND = 1_000_000_000;
const ZONE: Zone = {
  origin: 'example.com',
  soaTtlSeconds: 3600,
  soaMinimumSeconds: 30,
  records: [
    { name: 'example.com', type: 'NS', ttlSeconds: 3600, data: 'ns.example.com' },
    { name: 'ns.example.com', type: 'A', ttlSeconds: 3600, data: '198.51.100.3' },
  ],
};
const [DRAFT] = draftOf([ZONE]) as [ZoneDraft];

describe('a form of zones', () => {
  it('gives back the zones that it was made of', () => {
    expect(checkDraft([DRAFT])).toEqual({ zones: [ZONE], problems: [] });
  });

  it('takes another record once it is filled in', () => {
    const added = withRecord(DRAFT);
    const [problem, ...others] = checkDraft([added]).problems;
    expect(others).toEqual([]);
    expect(placeOf(problem!)).toEqual({ zone: 0, record: 2, field: 'data' });
    const records = added.records.map((record) =>
      record.data === '' ? { ...record, data: '192.0.2.1' } : record,
    );
    expect(checkDraft([{ ...added, records }]).zones?.[0]?.records[2]).toEqual({
      name: 'new.example.com',
      type: 'A',
      ttlSeconds: 3600,
      data: '192.0.2.1',
    });
  });

  it.each([
    [{ name: 'a b' }, 'badName', 'name'],
    [{ name: 'www.example.net' }, 'outsideZone', 'name'],
    [{ ttl: '1.5' }, 'wrongType', 'ttlSeconds'],
    [{ ttl: '999999999' }, 'outOfRange', 'ttlSeconds'],
    [{ data: '1.2.3' }, 'badRecordData', 'data'],
    [{ type: 'CNAME', data: 'x.com', name: 'example.com' }, 'aliasNotAlone', 'name'],
    [{ type: 'CNAME', data: 'x.com' }, 'aliasNotAlone', 'data'],
  ] as const)('says what is wrong with a record: %j is %s', (change, kind, field) => {
    const records = DRAFT.records.map((record, i) => (i === 1 ? { ...record, ...change } : record));
    const { problems } = checkDraft([{ ...DRAFT, records }]);
    expect(problems.some((problem) => problem.kind === kind && placeOf(problem).field === field)).toBe(true);
    for (const language of ['ko', 'en'] as const) {
      const { t } = createI18n(language);
      for (const problem of problems) expect(problemWords(t, problem, 'A')).toMatch(/[.요]\.?$/u);
    }
  });

  it('takes another zone once it has a name', () => {
    const draft = withZone([DRAFT]);
    expect(checkDraft(draft).problems.map(placeOf)).toEqual([{ zone: 1, record: -1, field: 'origin' }]);
    const named = draft.map((zone) => (zone.origin === '' ? { ...zone, origin: 'example.net' } : zone));
    expect(checkDraft(named).zones?.map(({ origin }) => origin)).toEqual(['example.com', 'example.net']);
  });

  it('refuses two zones of one name and what is no zone at all', () => {
    expect(checkZones([ZONE, ZONE]).problems).toEqual([{ kind: 'duplicate', where: '[1].origin' }]);
    expect(checkZones([{}]).zones).toBeNull();
  });
});

describe('the tree of zones', () => {
  it('has each zone behind the one that it hangs from', () => {
    const { experiment } = PRESETS.find(({ id }) => id === 'dns-tree')!.town;
    const tree = zoneTree(experiment.apps, experiment.town.hosts);
    expect(tree.map(({ origin, depth, hosts }) => [origin, depth, ...hosts.map(({ id }) => id)])).toEqual([
      ['.', 0, 'root'],
      ['com', 1, 'com'],
      ['example.com', 2, 'ns'],
    ]);
  });
});

describe('what is left of a TTL', () => {
  it('is told in days, hours, and as every time', () => {
    const { t } = createI18n('en');
    const text = (seconds: number): string => ttlText(t, seconds * SECOND, 'en').replaceAll('\u00a0', ' ');
    expect(text(172_800)).toBe('2 d 0 h');
    expect(text(172_799)).toBe('1 d 23 h');
    expect(text(7300)).toBe('2 h');
    expect(text(59.4)).toBe('59 s');
    expect(text(9.5)).toBe('9.5 s');
    expect(text(0.25)).toBe('250 ms');
  });
});
