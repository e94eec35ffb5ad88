import type { Command } from '../../experiment/command';
import type { Comparison } from '../../experiment/comparison';
import type { Street } from '../../experiment/street';
import type { Mechanism } from '../../experiment/tcpOptions';
import type { TcpPreset } from '../../experiment/tcpPresets';
import type { Run } from '../../trace/run';

/** What a person can do to a run; the playhead stays where it is. */
export interface HandActions {
  readonly undo: () => void;
  readonly redo: () => void;
  /** Does all of these at once, each at its own time. */
  readonly perform: (commands: readonly Command[]) => void;
  /** Switches command number `command` off if it is on, on if it is off. */
  readonly turn: (command: number) => void;
  readonly remove: (command: number) => void;
  readonly compare: (comparison: Comparison) => void;
  /** Shows the other future, and makes this one the other. */
  readonly swap: () => void;
  readonly setMechanism: (mechanism: Mechanism, isOn: boolean) => void;
  readonly setTcp: (preset: TcpPreset) => void;
}

/** What the instruments of hands show beside the run itself. */
export interface HandsState {
  readonly street: Street;
  readonly comparison: Comparison;
  /** Null while it is computed, and when nothing is compared. */
  readonly other: Run | null;
  readonly otherStreet: Street | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
