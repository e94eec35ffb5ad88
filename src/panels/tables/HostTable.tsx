import type { Host, Town } from '../../experiment/experiment';
import { useWords } from '../useWords';
import styles from './Tables.module.css';
import { farEnd } from './tableRows';

/** A host knows one way: everything leaves by its only link (RFC 1122 §3.3.1.1). */
export function HostTable({ town, host }: { readonly town: Town; readonly host: Host }) {
  const { t } = useWords();
  const next = farEnd(town, host.link, host.id);
  return (
    <section aria-label={t('tables.tableOf', { name: host.id })}>
      <h3>{t('tables.title')}</h3>
      <p className={styles['note']}>
        {next === '' ? t('tables.hostAlone') : t('tables.hostRoute', { next })}
      </p>
    </section>
  );
}
