import type { AppSocket } from '../experiment/appSockets';
import type { PortScanApp } from '../experiment/doorApps';
import type { Nanoseconds } from '../experiment/experiment';
import type { DoorFinding } from './doorReason';
import type { EventOf } from './event';
import { follow } from './follow';
import type { Run } from './run';
import { townIndex } from './townIndex';

/** One door of a scan, and what is known of it. */
export interface ScannedDoor extends AppSocket {
  /** When its turn comes, or came. */
  readonly askedNs: Nanoseconds;
  /** What was found, and the event that told it; null as long as nothing was. */
  readonly found: { readonly kind: DoorFinding; readonly timeNs: Nanoseconds; readonly event: number } | null;
}

/** A scan, door by door in its order. */
export interface ScanSheet {
  readonly app: PortScanApp;
  readonly doors: readonly ScannedDoor[];
}

const FINDINGS: ReadonlySet<string> = new Set<DoorFinding>([
  'doorOpen',
  'doorClosed',
  'doorFiltered',
  'doorSilent',
]);

const findings = follow<EventOf<'appTold'>[], null>(
  () => [],
  (known, trace, number) => {
    if (trace.kindAt(number) !== 'appTold') return;
    const event = trace.event(number);
    if (event.kind === 'appTold' && FINDINGS.has(event.reason.kind)) known.push(event);
  },
);

/** What every scan of lane `lane` has found by `timeNs`. */
export function scanSheetsAt(run: Run, lane: number, timeNs: Nanoseconds): readonly ScanSheet[] {
  const trace = run.traces[lane];
  const scans = run.experiment.apps.filter((app) => app.kind === 'portScan');
  if (!trace || scans.length === 0) return [];
  const places = townIndex(run.experiment);
  const told = findings(trace, null).filter((event) => event.timeNs <= timeNs);
  return scans.map((app) => {
    const own = told.filter(({ place, reason }) => {
      return place === places.node(app.host) && 'address' in reason && reason.address === app.to;
    });
    const doors = app.doors.map((door, i): ScannedDoor => {
      const event = own.find(({ reason }) => 'port' in reason && isSame(reason, door));
      return {
        ...door,
        askedNs: app.startNs + i * app.everyNs,
        found: event
          ? { kind: event.reason.kind as DoorFinding, timeNs: event.timeNs, event: event.index }
          : null,
      };
    });
    return { app, doors };
  });
}

function isSame(one: AppSocket, other: AppSocket): boolean {
  return one.transport === other.transport && one.port === other.port;
}
