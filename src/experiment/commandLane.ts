import type { Command } from './command';
import type { Transport } from './experiment';

/** Whether the lane of that transport knows of the command: some are about one transport only. */
export function isForLane(command: Command, lane: Transport): boolean {
  switch (command.kind) {
    case 'touchPacket':
      return command.packet.transport === lane;
    case 'closePort':
      return command.transport === lane;
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
