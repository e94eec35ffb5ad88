/** Pointing at a step lights the packet that came and made it happen, and that packet lights its steps. */
export interface StepPointing {
  /** The packet that is pointed at anywhere, of the connection's lane. */
  readonly lit: number | null;
  /** With -1: nothing is pointed at. */
  readonly onHover: (packet: number) => void;
  readonly onSeek: (timeNs: number) => void;
}

/** What an element for a step needs of it. */
export function pointingAt({ lit, onHover, onSeek }: StepPointing, step: { packet: number; timeNs: number }) {
  return {
    'data-lit': (lit !== null && lit === step.packet) || undefined,
    onPointerEnter: () => onHover(step.packet),
    onPointerLeave: () => onHover(-1),
    onClick: () => onSeek(step.timeNs),
  };
}
