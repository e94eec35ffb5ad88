import type { Nanoseconds, PingApp } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { formatAddress } from '../../wire/address';
import { decodeIcmp } from '../../wire/icmp';
import { decodeQuotedIpv4 } from '../../wire/ipv4';
import { isMalformed } from '../../wire/malformed';
import type { HostNode } from '../host';
import type { IcmpNews } from '../icmpLayer';
import type { World } from '../world';
import { NO_PORT, steadyApp, type RunningApp } from './runningApp';

/** Asks another host for echoes, and tells how long each took (RFC 792, RFC 2151 §3.2). */
export function ping(world: World, host: HostNode, app: PingApp): RunningApp {
  const data = Uint8Array.from({ length: app.dataBytes }, (_, i) => i & 0xff);
  const askedNs = new Map<number, Nanoseconds>();
  const running = steadyApp(app.host);
  world.at(app.startNs, () => {
    if (running.isOver) return;
    const facts = { place: host.place, port: NO_PORT };
    const started = world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
    host.icmp.listen(app.identifier, hear);
    for (let sequence = 1; sequence <= app.count; sequence += 1) {
      world.at(app.startNs + (sequence - 1) * app.everyNs, () => ask(sequence, started));
    }
  });
  return running;

  function ask(sequence: number, cause: number): void {
    if (running.isOver) return;
    askedNs.set(sequence, world.now);
    const request = { kind: 'echoRequest', identifier: app.identifier, sequence, data } as const;
    host.icmp.send(app.to, request, cause, { kind: 'echoAsked', sequence });
  }

  function hear({ message, from, cause }: IcmpNews): void {
    if (running.isOver) return;
    if (message.kind === 'echoReply') {
      const { sequence } = message;
      const sentNs = askedNs.get(sequence);
      if (sentNs === undefined) return;
      return tell({ kind: 'echoReplied', sequence, roundTripNs: world.now - sentNs }, cause);
    }
    if (!('quote' in message)) return;
    const sequence = quotedSequence(message.quote);
    if (sequence !== undefined) tell({ kind: 'echoFailed', sequence, address: formatAddress(from) }, cause);
  }

  function tell(reason: Reason, cause: number): void {
    world.record('appTold', { place: host.place, port: NO_PORT }, cause, reason);
  }
}

/** Which request an error is about. */
function quotedSequence(quote: Uint8Array): number | undefined {
  const ip = decodeQuotedIpv4(quote);
  const request = isMalformed(ip) ? ip : decodeIcmp(ip.payload);
  return isMalformed(request) || request.kind !== 'echoRequest' ? undefined : request.sequence;
}
