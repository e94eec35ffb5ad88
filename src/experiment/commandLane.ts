import { bindsPort } from './appSockets';
import type { Command } from './command';
import type { App, Transport } from './experiment';

/** Whether the lane of that transport knows of the command: some are about one transport only. */
export function isForLane(command: Command, lane: Transport, apps: readonly App[]): boolean {
  switch (command.kind) {
    case 'touchPacket':
      return command.packet.transport === lane;
    case 'closePort':
      return apps.some((app) => app.host === command.host && bindsPort(app, lane, command));
    case 'stopReading':
    case 'resumeReading':
      // Over UDP an app reads all the same (`ReceiveApp.pauses`).
      return lane === 'tcp';
    case 'setWeather':
    case 'setLink':
    case 'cutLink':
    case 'restoreLink':
    case 'powerOff':
      return true;
  }
}
