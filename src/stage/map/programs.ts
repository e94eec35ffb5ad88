import type { App, Experiment, NodeId, SendApp } from '../../experiment/experiment';

/** What kind of program lives in a building, as its window shows it. */
export type Program =
  | 'browser'
  | 'web'
  | 'names'
  | 'resolver'
  | 'asker'
  | 'call'
  | 'letter'
  | 'inbox'
  | 'file'
  | 'echo'
  | 'ping'
  | 'scan'
  | 'other';

/** By kind of app; what is in no list is some program. */
const PROGRAMS: Readonly<Record<string, Program>> = {
  browse: 'browser',
  webServer: 'web',
  streamServer: 'web',
  nameServer: 'names',
  resolver: 'resolver',
  lookup: 'asker',
  echo: 'echo',
  ping: 'ping',
  traceroute: 'ping',
  portScan: 'scan',
  receive: 'inbox',
  rawReceive: 'inbox',
};

/** Programs that wait for others to come. */
const SERVING: ReadonlySet<Program> = new Set<Program>(['web', 'names', 'inbox', 'echo']);

/** The programs on a host, each kind once, in the order of the experiment. */
export function programsOf({ apps }: Pick<Experiment, 'apps'>, host: NodeId): readonly Program[] {
  return [...new Set(apps.filter((app) => app.host === host).map((app) => programOf(app, apps)))];
}

/** Whether others come to a host with these programs. */
export function isServing(programs: readonly Program[]): boolean {
  return programs.some((program) => SERVING.has(program));
}

function programOf(app: App, apps: readonly App[]): Program {
  if (app.kind === 'send') return sendingProgram(app.payload);
  if (app.kind === 'receive' && isCalled(app.port, apps)) return 'call';
  return PROGRAMS[app.kind] ?? 'other';
}

function sendingProgram({ kind, bytes }: SendApp['payload']): Program {
  if (kind === 'call') return 'call';
  if (kind !== 'text') return 'file';
  // A request of HTTP that is sent as it stands (RFC 9112 §3).
  return new TextDecoder().decode(bytes.subarray(0, 4)) === 'GET ' ? 'browser' : 'letter';
}

/** A call rings at this port. */
function isCalled(
  { tcp, udp }: { readonly tcp: number; readonly udp: number },
  apps: readonly App[],
): boolean {
  return apps.some(
    (app) =>
      app.kind === 'send' &&
      app.payload.kind === 'call' &&
      (app.to.port.tcp === tcp || app.to.port.udp === udp),
  );
}
