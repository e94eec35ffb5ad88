import type { Ipv4Address } from '../../wire/address';
import { Icon } from '../../ui/Icon';
import { useWords } from '../useWords';
import styles from './Tables.module.css';
import { fits, type TableRow } from './tableRows';

interface RowProps {
  readonly row: TableRow;
  /** Where the packet that is pointed at is to go. */
  readonly asked: Ipv4Address | null;
  /** Of the rows that fit it is the longest. */
  readonly isBest: boolean;
  /** The packet has been passed on by it. */
  readonly isUsed: boolean;
  /** How many packets have. */
  readonly uses: number;
}

/** A row: its prefix with a bar as long as it has bits, whom it leads to next, and what is amiss with it. */
export function RouteRow({ row, asked, isBest, isUsed, uses }: RowProps) {
  const { t } = useWords();
  const { prefix, bits, next, link, trouble } = row;
  const state = asked === null ? undefined : isBest ? 'best' : fits(row, asked) ? 'fits' : 'other';
  return (
    <>
      <tr data-row={prefix} data-state={state} data-used={isUsed || undefined}>
        <th scope="row">
          <span className={styles['prefix']}>{prefix}</span>
          <span className={styles['bits']} aria-hidden="true">
            <i style={{ width: `${(bits / 32) * 100}%` }} />
          </span>
          {state === 'best' && <small>{t(isUsed ? 'tables.took' : 'tables.longest')}</small>}
          {state === 'fits' && <small>{t('tables.fits')}</small>}
        </th>
        <td>
          <b>{next}</b> <span className={styles['link']}>{link}</span>
        </td>
        <td className={styles['number']}>{uses}</td>
      </tr>
      {trouble && (
        <tr className={styles['trouble']}>
          <td colSpan={3}>
            <Icon name="warning" />{' '}
            {trouble.kind === 'loops'
              ? t('tables.loops', { among: trouble.among.join(' ↔ ') })
              : t(`tables.${trouble.kind}`, { at: trouble.at })}
          </td>
        </tr>
      )}
    </>
  );
}
