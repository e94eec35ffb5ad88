import { useDeferredValue } from 'react';
import { filterPort } from '../experiment/doorEdits';
import type { Place } from '../experiment/townEdits';
import type { TownFile } from '../experiment/townFile';
import { doorsAt } from '../trace/doors';
import { scanSheetsAt } from '../trace/scanSheet';
import styles from './doors/Doors.module.css';
import { defaultHost } from './doors/defaultHost';
import { Entrances } from './doors/Entrances';
import { HostPicker } from './doors/HostPicker';
import { NatTables } from './doors/NatTables';
import { PortRanges } from './doors/PortRanges';
import { ScanTable } from './doors/ScanTable';
import type { PointingProps } from './panelProps';
import { useEventMoment } from './useEventMoment';
import { useWords } from './useWords';

interface DoorsProps extends PointingProps {
  /** What is chosen on the map. */
  readonly chosen: Place | null;
  readonly onChoose: (place: Place) => void;
  /** The town that is open, to be changed; null where there is none. */
  readonly town: TownFile | null;
  readonly onChange: (town: TownFile) => void;
}

/** The doors of one host at the playhead's moment, what knocking at them brings out, NAT tables, and what ports are for. */
export function Doors({ run: latestRun, playhead, chosen, onSeek, ...props }: DoorsProps) {
  const { onChoose, town, onChange } = props;
  const { t } = useWords();
  // While a long run streams in, reading it all anew for each batch can wait.
  const run = useDeferredValue(latestRun);
  const nowNs = useEventMoment(playhead, run.traces[0]!);
  const { hosts } = run.experiment.town;
  const wanted = hosts.findIndex(({ id }) => chosen?.kind === 'host' && chosen.id === id);
  const place = wanted >= 0 ? wanted : defaultHost(run.experiment);
  const host = hosts[place]!;
  const doors = doorsAt(run, 0, place, nowNs);
  return (
    <div className={styles['frame']}>
      <HostPicker hosts={hosts} chosen={host.id} onChoose={(id) => onChoose({ kind: 'host', id })} />
      <Entrances
        host={host}
        doors={doors}
        onFilter={town && ((door, isFiltered) => onChange(filterPort(town, host.id, door, isFiltered)))}
      />
      {scanSheetsAt(run, 0, nowNs).map((sheet, number) => (
        <ScanTable
          key={`${sheet.app.host} ${number}`}
          sheet={sheet}
          nowNs={nowNs}
          to={hosts.find(({ address }) => address === sheet.app.to)?.id ?? sheet.app.to}
          onSeek={onSeek}
        />
      ))}
      <NatTables run={run} nowNs={nowNs} playhead={playhead} onSeek={onSeek} />
      <PortRanges label={t('doors.ranges.title')} marks={doors.map(({ port }) => port)} />
    </div>
  );
}
