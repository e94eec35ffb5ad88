import type { Command, PacketName } from '../experiment/command';

/** A command in a few plain words, for the transcript and for comments in a capture file. */
export function commandText(command: Command): string {
  const { kind } = command;
  switch (kind) {
    case 'setWeather':
    case 'setLink':
    case 'cutLink':
    case 'restoreLink':
      return `${kind} ${command.link}`;
    case 'touchPacket':
      return `${kind} ${command.act.kind} ${packetText(command.packet)} on ${command.link} way ${command.direction}`;
    case 'closePort':
      return `${kind} ${command.host} ${command.transport} ${command.port}`;
    case 'powerOff':
    case 'stopReading':
    case 'resumeReading':
      return `${kind} ${command.host}`;
  }
}

function packetText({ from, role, number, copy, double }: PacketName): string {
  const again = copy > 0 ? ` copy ${copy}` : '';
  const twin = double > 0 ? ` double ${double}` : '';
  return `${role} ${number}${again}${twin} of ${from}`;
}
