import type { Nanoseconds } from '../../experiment/experiment';
import type { LookupApp } from '../../experiment/nameApps';
import type { Reason } from '../../trace/reason';
import { parseAddress } from '../../wire/address';
import { canonicalName } from '../../wire/dnsName';
import { DNS_TYPE } from '../../wire/dnsRecord';
import { dataText } from '../dns/dataText';
import { type LookupError, type StubAnswer, StubResolver } from '../dns/stubResolver';
import type { HostNode } from '../host';
import type { World } from '../world';
import { NO_PORT, steadyApp, type RunningApp } from './runningApp';

/** From one time to the next, where the experiment does not say. */
const USUAL_NS = 1_000_000_000;

const ERRORS = {
  noSuchName: 'nameAbsent',
  noData: 'dataAbsent',
  serverFailed: 'lookupFailed',
  timedOut: 'lookupTimedOut',
} as const satisfies Record<LookupError, Reason['kind']>;

/** Asks for a name, once or again and again, by way of its operating system's stub resolver (RFC 1034 §5.3.1). */
export function lookup(world: World, host: HostNode, app: LookupApp): RunningApp {
  const stub = new StubResolver(world, host, parseAddress(app.resolver)!, app.ednsBytes ?? 0);
  const { type, times = 1, everyNs = USUAL_NS } = app;
  const name = canonicalName(app.name);
  const place = { place: host.place, port: NO_PORT };
  const running = steadyApp(app.host);
  for (let time = 0; time < times; time += 1) {
    world.at(app.startNs + time * everyNs, () => {
      if (running.isOver) return;
      const started = world.record('appStarted', place, -1, { kind: 'experimentStarted' });
      const startedNs = world.now;
      stub.query(app.name, DNS_TYPE[type], started, (answer, cause) => {
        if (!running.isOver) world.record('appTold', place, cause, told(answer, world.now - startedNs));
      });
    });
  }
  return running;

  function told(answer: StubAnswer, afterNs: Nanoseconds): Reason {
    if ('error' in answer) return { kind: ERRORS[answer.error], name, type, afterNs };
    return { kind: 'nameLookedUp', name, type, data: dataText(answer.records), afterNs };
  }
}
