import { cancelFrame, frame } from 'framer-motion';

/** Calls `tick` with wall time in milliseconds, once per render step, from `start` to `stop`. */
export interface FrameClock {
  start(tick: (timestampMs: number) => void): void;
  stop(): void;
}

/** Motion's frame loop: `tick` runs in its update phase, before anything is drawn. Stopped, it costs nothing. */
export function motionClock(): FrameClock {
  let process: ((data: { timestamp: number }) => void) | null = null;
  return {
    start(tick) {
      if (process) cancelFrame(process);
      process = ({ timestamp }) => tick(timestamp);
      frame.update(process, true);
    },
    stop() {
      if (process) cancelFrame(process);
      process = null;
    },
  };
}
