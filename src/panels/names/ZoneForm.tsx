import { type FormEvent, useState } from 'react';
import type { Zone } from '../../experiment/nameApps';
import type { Problem } from '../../experiment/problem';
import { Button } from '../../ui/Button';
import { useWords } from '../useWords';
import styles from './Names.module.css';
import { checkDraft, draftOf, placeOf, withRecord, withZone, type ZoneDraft } from './zoneDraft';
import { RecordFields } from './RecordFields';
import { problemWords } from './problemWords';

interface ZoneFormProps {
  readonly zones: readonly Zone[];
  /** With other zones, or null where nothing is to change. */
  readonly onDone: (zones: readonly Zone[] | null) => void;
}

/** The zones of one server to be written anew; nothing is taken over before all of it makes sense. */
export function ZoneForm({ zones, onDone }: ZoneFormProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf(zones));
  const checked = checkDraft(draft);
  const change = (at: number, zone: ZoneDraft): void =>
    setDraft((before) => before.map((one, i) => (i === at ? zone : one)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (checked.zones) onDone(checked.zones);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {draft.map((zone, i) => (
        <OneZone
          key={zone.key}
          zone={zone}
          problems={checked.problems.filter((problem) => placeOf(problem).zone === i)}
          onChange={(changed) => change(i, changed)}
          onRemove={() => setDraft((before) => before.filter((one) => one !== zone))}
        />
      ))}
      <Button onClick={() => setDraft(withZone)}>{t('names.addZone')}</Button>
      <div className={styles['formEnd']}>
        <Button type="submit" look="strong" disabled={checked.zones === null}>
          {t('names.apply')}
        </Button>
        <Button onClick={() => onDone(null)}>{t('names.discard')}</Button>
        <span role="status">
          {checked.problems.length > 0 && t('names.problems', { count: checked.problems.length })}
        </span>
      </div>
    </form>
  );
}

interface OneZoneProps {
  readonly zone: ZoneDraft;
  readonly problems: readonly Problem[];
  readonly onChange: (zone: ZoneDraft) => void;
  readonly onRemove: () => void;
}

function OneZone({ zone, problems, onChange, onRemove }: OneZoneProps) {
  const { t } = useWords();
  const ofRecord = (record: number): readonly Problem[] =>
    problems.filter((problem) => placeOf(problem).record === record);
  return (
    <fieldset>
      <legend>
        {t('names.zone')} <b>{zone.origin}</b>
      </legend>
      <div className={styles['soa']}>
        <label>
          {t('names.origin')}
          <input
            data-field="origin"
            value={zone.origin}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={ofRecord(-1).some((problem) => placeOf(problem).field === 'origin')}
            onChange={({ target }) => onChange({ ...zone, origin: target.value })}
          />
        </label>
        <label>
          {t('names.soaTtl')}
          <input
            inputMode="numeric"
            value={zone.soaTtl}
            onChange={({ target }) => onChange({ ...zone, soaTtl: target.value })}
          />
        </label>
        <label>
          {t('names.soaMinimum')}
          <input
            inputMode="numeric"
            value={zone.soaMinimum}
            onChange={({ target }) => onChange({ ...zone, soaMinimum: target.value })}
          />
        </label>
      </div>
      {ofRecord(-1).map((problem) => (
        <p key={problem.where} className={styles['problem']}>
          {problemWords(t, problem, null)}
        </p>
      ))}
      <ul>
        {zone.records.map((record, i) => (
          <RecordFields
            key={record.key}
            record={record}
            number={i + 1}
            problems={ofRecord(i)}
            onChange={(changed) =>
              onChange({ ...zone, records: zone.records.map((one) => (one === record ? changed : one)) })
            }
            onRemove={() => onChange({ ...zone, records: zone.records.filter((one) => one !== record) })}
          />
        ))}
      </ul>
      <div className={styles['zoneEnd']}>
        <Button onClick={() => onChange(withRecord(zone))}>{t('names.addRecord')}</Button>
        <Button look="quiet" onClick={onRemove}>
          {t('names.removeZone', { origin: zone.origin })}
        </Button>
      </div>
    </fieldset>
  );
}
