import type { ClosePort, Command } from '../experiment/command';
import { appSockets, bindsPort } from '../experiment/appSockets';
import { isForLane } from '../experiment/commandLane';
import type { Transport } from '../experiment/experiment';
import type { RunningApp } from './apps/runningApp';
import type { BuiltTown } from './buildTown';
import type { Hand } from './hand';
import { touchOf } from './touch';
import type { World } from './world';

/** What commands are about in one lane. */
interface Scene {
  readonly world: World;
  readonly transport: Transport;
  readonly town: BuiltTown;
  readonly apps: readonly RunningApp[];
}

/** Has every command of the experiment that this lane knows of applied at its time. */
export function scheduleCommands(scene: Scene): void {
  const { world, transport } = scene;
  world.experiment.commands.forEach((command, number) => {
    if (!isForLane(command, transport, world.experiment.apps)) return;
    world.at(command.atNs, () => {
      const cause = world.record('commandApplied', { command: number }, -1, { kind: 'command' });
      apply(scene, command, { reason: { kind: 'byHand', command: number }, cause });
    });
  });
}

function apply(scene: Scene, command: Command, hand: Hand): void {
  const { world, town, apps } = scene;
  switch (command.kind) {
    case 'setWeather':
      // Links look it up: the weather of a piece is that of the moment it was due.
      return;
    case 'setLink':
      for (const way of town.ways.get(command.link)!) way.change(command.settings);
      return;
    case 'touchPacket':
      return town.ways.get(command.link)![command.direction].touch(touchOf(command, hand, world.places));
    case 'cutLink':
      for (const way of town.ways.get(command.link)!) way.cut(hand.cause);
      return;
    case 'restoreLink':
      for (const way of town.ways.get(command.link)!) way.restore();
      return;
    case 'closePort':
      return closePort(scene, command, hand);
    case 'powerOff':
      for (const app of apps) if (app.host === command.host) app.end();
      return town.hosts.get(command.host)!.powerOff(hand.cause);
    case 'stopReading':
      for (const app of apps) if (app.host === command.host) app.stopReading();
      return;
    case 'resumeReading':
      for (const app of apps) if (app.host === command.host) app.resumeReading(hand);
  }
}

/** An app with no other socket is gone first, so that it does nothing about losing this one. */
function closePort({ world, town, apps, transport: lane }: Scene, closed: ClosePort, hand: Hand): void {
  const { host: id, transport, port } = closed;
  for (const [i, app] of world.experiment.apps.entries()) {
    const sockets = app.host === id ? appSockets(app, lane) : [];
    if (sockets.length === 1 && bindsPort(app, lane, closed)) apps[i]!.end();
  }
  town.hosts.get(id)![transport].close(port, hand);
}
