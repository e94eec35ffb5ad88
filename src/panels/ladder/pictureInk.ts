import type { Transport } from '../../experiment/experiment';
import type { ArrowLook } from './drawing';

/** Colours of a line and of the words on it, those of the light theme: pictures go onto white paper and slides. */
export interface Ink {
  readonly line: string;
  readonly text: string;
  readonly width: number;
  /** Dashes of the line, empty for a whole one. */
  readonly dashes: string;
}

export const PAPER = {
  ink: '#17233b',
  soft: '#44516b',
  faint: '#d5deea',
  loss: '#9c3f00',
  paper: '#ffffff',
} as const;

const UDP_INK: Ink = { line: '#a86f00', text: '#7a5200', width: 2.25, dashes: '' };

/** An arrow's ink; looks differ in width and dashes too, for print without colour. */
export function inkOf(lane: Transport, look: ArrowLook): Ink {
  switch (look) {
    case 'data':
      return lane === 'tcp' ? { line: '#0072b2', text: '#00568a', width: 2.25, dashes: '' } : UDP_INK;
    case 'datagram':
      return UDP_INK;
    case 'plain':
      return { line: '#44516b', text: '#44516b', width: 1.75, dashes: '2 3' };
    case 'control':
      return { line: '#00568a', text: '#00568a', width: 3, dashes: '' };
    case 'ack':
      return { line: '#007a59', text: '#00664a', width: 1.1, dashes: '' };
    case 'rst':
      return { line: '#9c3f00', text: '#9c3f00', width: 3, dashes: '' };
    case 'icmp':
      return { line: '#8a3a68', text: '#8a3a68', width: 1.75, dashes: '10 3 2 3' };
  }
}
