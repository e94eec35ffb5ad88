import type { Side, VirtualWire } from '../../src/engine/tcp/virtualWire';
import type { Step } from './tcpArbitraries';

/** What an app still wants to do. */
interface Intent {
  readonly side: Side;
  unwritten: number;
  wantsToClose: boolean;
}

/** The apps of both ends, who do what a script says: they write as there is room, and close behind the last byte. */
export class TwoApps {
  readonly #intents: Readonly<Record<Step['side'], Intent>>;

  constructor(wire: VirtualWire, script: readonly Step[]) {
    const intentOf = (side: Side): Intent => {
      const intent = { side, unwritten: 0, wantsToClose: false };
      side.closesAfterPeer = false;
      side.onNotice = (kind) => {
        if (kind === 'connected' || kind === 'writable') writeOn(intent);
      };
      return intent;
    };
    this.#intents = { client: intentOf(wire.client), server: intentOf(wire.server) };
    let atMs = 0;
    for (const step of script) {
      atMs += step.waitMs;
      wire.at(atMs, () => this.#act(wire, step));
    }
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
    }
  }
}

/** A caller writes and closes only once it is connected: before that, a close takes the call back. */
function writeOn(intent: Intent): void {
  const { side } = intent;
  const { state } = side.connection;
  if (state === 'LISTEN' || state === 'SYN-SENT' || state === 'SYN-RECEIVED') return;
  intent.unwritten -= side.write(intent.unwritten);
  if (intent.unwritten === 0 && intent.wantsToClose) side.close();
}
