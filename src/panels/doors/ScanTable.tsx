import type { Nanoseconds } from '../../experiment/experiment';
import type { ScannedDoor, ScanSheet } from '../../trace/scanSheet';
import { reasonSource } from '../../trace/reasonSource';
import { formatTime } from '../../ui/format';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import { DoorPicture } from './DoorPicture';
import styles from './Doors.module.css';

interface ScanTableProps {
  readonly sheet: ScanSheet;
  readonly nowNs: Nanoseconds;
  /** Who is knocked at. */
  readonly to: string;
  readonly onSeek: (timeNs: Nanoseconds) => void;
}

/** What a scan has found so far, door by door, and what it means for the house. */
export function ScanTable({ sheet: { app, doors }, nowNs, to, onSeek }: ScanTableProps) {
  const { t } = useWords();
  const open = doors.filter(({ found }) => found?.kind === 'doorOpen').length;
  const isOver = doors.every(({ found }) => found !== null);
  return (
    <section className={styles['scan']} aria-label={t('doors.scan.title', { from: app.host, to })}>
      <h3>{t('doors.scan.title', { from: app.host, to })}</h3>
      <ol>
        {doors.map((door) => (
          <ScanRow key={`${door.transport} ${door.port}`} door={door} nowNs={nowNs} onSeek={onSeek} />
        ))}
      </ol>
      {isOver && <p className={styles['lesson']}>{t('doors.scan.lesson', { open, of: doors.length })}</p>}
    </section>
  );
}

const PICTURES = {
  doorOpen: 'open',
  doorClosed: 'closed',
  doorFiltered: 'filtered',
  doorSilent: 'filtered',
} as const;

function ScanRow({
  door: { transport, port, askedNs, found },
  nowNs,
  onSeek,
}: {
  readonly door: ScannedDoor;
  readonly nowNs: Nanoseconds;
  readonly onSeek: (timeNs: Nanoseconds) => void;
}) {
  const { t, language } = useWords();
  const name = `${t(`panels.lane.${transport}`)} ${port}`;
  if (!found) {
    const key = askedNs <= nowNs ? 'waiting' : 'later';
    return (
      <li data-found="none" data-door={`${transport} ${port}`}>
        <b>{name}</b> <span>{t(`doors.scan.${key}`)}</span>
      </li>
    );
  }
  const source = reasonSource(found.kind, transport);
  return (
    <li data-found={found.kind} data-door={`${transport} ${port}`}>
      <button type="button" onClick={() => onSeek(found.timeNs)}>
        <DoorPicture state={PICTURES[found.kind]} />
        <b>{name}</b>
        <strong>{t(`doors.found.${found.kind}`)}</strong>
        <span>
          {t(`doors.why.${found.kind}`, { transport: t(`panels.lane.${transport}`) })}{' '}
          <small>
            {formatTime(found.timeNs - askedNs, language)}
            {source && ` · ${rfcText(t, source)}`}
          </small>
        </span>
      </button>
    </li>
  );
}
