import type { NodeId } from '../../experiment/experiment';
import type { Hand } from '../hand';

/** What a person can do to an app while it runs. */
export interface RunningApp {
  readonly host: NodeId;
  /** It is gone: it does nothing any more, whatever was planned. */
  end(): void;
  /** It does something else until `resumeReading`. */
  stopReading(): void;
  resumeReading(hand: Hand): void;
}

/** Of an app that uses none. */
export const NO_PORT = 0;

/** An app that has nothing to read, or that reads all the same. */
export const READS_ALWAYS: Pick<RunningApp, 'stopReading' | 'resumeReading'> = {
  stopReading() {},
  resumeReading() {},
};

/** An app that reads all the same, and whether it is gone: it asks before it does what it had planned. */
export function steadyApp(host: NodeId): RunningApp & { readonly isOver: boolean } {
  let isOver = false;
  return {
    host,
    get isOver() {
      return isOver;
    },
    end() {
      isOver = true;
    },
    ...READS_ALWAYS,
  };
}
