import { useId, useState } from 'react';
import { useWords } from '../useWords';
import styles from './Doors.module.css';
import type { AssignedPort } from './assignedPorts';
import { searchPorts } from './searchPorts';
import { usePortNames } from './usePortNames';

/** First and last numbers of the three ranges (RFC 6335 §6). */
const RANGES = [
  { key: 'system', from: 0, to: 1023 },
  { key: 'user', from: 1024, to: 49_151 },
  { key: 'dynamic', from: 49_152, to: 65_535 },
] as const;

/** What the numbers are for: the three ranges with the doors of the house on them, and the names that IANA has given. */
export function PortRanges({ label, marks }: { readonly label: string; readonly marks: readonly number[] }) {
  const { t } = useWords();
  return (
    <section className={styles['ranges']} aria-label={label}>
      <h3>
        {label} <small>RFC 6335 §6</small>
      </h3>
      <ol>
        {RANGES.map(({ key, from, to }) => {
          const here = [...new Set(marks.filter((port) => from <= port && port <= to))];
          return (
            <li key={key} data-range={key}>
              <b>{`${from}–${to}`}</b>
              <span>{t(`doors.ranges.${key}`)}</span>
              {here.length > 0 && <small>{t('doors.ranges.here', { ports: here.join(', ') })}</small>}
            </li>
          );
        })}
      </ol>
      <NameSearch />
    </section>
  );
}

function NameSearch() {
  const { t } = useWords();
  const [wanted, setWanted] = useState('');
  const id = useId();
  const names = usePortNames();
  const found = searchPorts(names, wanted);
  return (
    <div className={styles['search']}>
      <label htmlFor={id}>{t('doors.search.label', { count: names.length })}</label>
      <input
        id={id}
        type="search"
        value={wanted}
        placeholder={t('doors.search.example')}
        onChange={(event) => setWanted(event.target.value)}
      />
      <output htmlFor={id}>
        {found.length === 0 ? <p>{t('doors.search.none')}</p> : <NameList found={found} />}
      </output>
      <small>{t('doors.search.source')}</small>
    </div>
  );
}

function NameList({ found }: { readonly found: readonly AssignedPort[] }) {
  return (
    <ul>
      {found.map(({ port, transports, name, purpose }) => (
        <li key={`${port} ${name}`}>
          <b>{port}</b>
          <span>{transports === 'both' ? 'TCP·UDP' : transports.toUpperCase()}</span>
          <code>{name}</code>
          <span lang="en">{purpose}</span>
        </li>
      ))}
    </ul>
  );
}
