import type { Side, VirtualWire } from '../../src/engine/tcp/virtualWire';
import type { Step } from './tcpArbitraries';

/** What an app tries to write when it is told of room: all of a long message again and again would take long. */
const MORE_BYTES = 200;

/** What an app still wants to do. */
interface Intent {
  readonly side: Side;
  unwritten: number;
  wantsToClose: boolean;
}

/** The apps of both ends, who do what a script says: they write as there is room, and close behind the last byte. */
export class TwoApps {
  readonly #intents: Readonly<Record<Step['side'], Intent>>;

  private constructor(wire: VirtualWire) {
    const intentOf = (side: Side): Intent => {
      const intent = { side, unwritten: 0, wantsToClose: false };
      side.closesAfterPeer = false;
      side.onNotice = (kind) => {
        if (kind === 'connected') writeOn(intent);
        if (kind === 'writable') writeOn(intent, MORE_BYTES);
      };
      return intent;
    };
    this.#intents = { client: intentOf(wire.client), server: intentOf(wire.server) };
  }

  /** Sets two apps on the ends of a wire that has not run yet. */
  static follow(wire: VirtualWire, script: readonly Step[]): TwoApps {
    const apps = new TwoApps(wire);
    let atMs = 0;
    for (const step of script) {
      atMs += step.waitMs;
      wire.at(atMs, () => apps.#act(wire, step));
    }
    return apps;
  }

  /** Both read what comes from now on, and close when all is written. */
  end(): void {
    for (const intent of Object.values(this.#intents)) {
      intent.side.readsAtOnce = true;
      intent.side.read();
      intent.wantsToClose = true;
      writeOn(intent);
    }
  }

  #act(wire: VirtualWire, { side: name, act }: Step): void {
    const intent = this.#intents[name];
    const { side } = intent;
    switch (act.kind) {
      case 'write':
        if (!intent.wantsToClose) intent.unwritten += act.bytes;
        return writeOn(intent);
      case 'read':
        return side.read(act.bytes);
      case 'stall':
        side.readsAtOnce = false;
        return;
      case 'resume':
        side.readsAtOnce = true;
        return side.read();
      case 'shutdown':
        intent.wantsToClose = true;
        return writeOn(intent);
      case 'abort':
        return side.connection.abort(wire.now);
      case 'softError':
        return side.connection.softError(wire.now);
      case 'hardError':
        return side.connection.hardError(wire.now);
      case 'pathMtu':
        return side.connection.pathMtuIs(wire.now, act.bytes, undefined);
      case 'forge':
        return wire.inject(side.name, act.segment);
    }
  }
}

/**
 * Writes what is wanted, at most `limit` bytes in one call, and closes behind it. Only once it is connected: before that,
 * a close takes the call back.
 */
function writeOn(intent: Intent, limit = Infinity): void {
  const { side } = intent;
  const { state } = side.connection;
  if (state === 'LISTEN' || state === 'SYN-SENT' || state === 'SYN-RECEIVED') return;
  while (intent.unwritten > 0) {
    const wanted = Math.min(intent.unwritten, limit);
    const accepted = side.write(wanted);
    intent.unwritten -= accepted;
    if (accepted < wanted) return;
  }
  if (intent.wantsToClose) side.close();
}
