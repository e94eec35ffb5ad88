import type { NameServerApp } from '../../experiment/nameApps';
import { RESPONSE_CODE } from '../../wire/dns';
import { DNS_PORT } from '../../wire/dnsPort';
import { Authority } from '../dns/authority';
import { bareReply, responseTo } from '../dns/reply';
import { serveDns } from '../dns/serveDns';
import type { HostNode } from '../host';
import type { World } from '../world';
import { steadyApp, type RunningApp } from './runningApp';

/** Answers for its zones, without recursion (RFC 1034 §4.3.1). */
export function nameServer(world: World, host: HostNode, app: NameServerApp): RunningApp {
  const facts = { place: host.place, port: DNS_PORT };
  const started = world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
  const authority = new Authority(app.zones);
  const running = steadyApp(app.host);
  serveDns(world, host, started, (asked) => {
    if (running.isOver) return;
    const { query, cause } = asked;
    const reply =
      query.opcode === 0
        ? authority.answer(query.questions[0]!)
        : bareReply(RESPONSE_CODE.notImplemented, { kind: 'questionUnknown' });
    asked.respond(responseTo(query, reply, false), cause, reply.reason);
  });
  return running;
}
