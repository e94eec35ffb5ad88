import type { App, Transport } from '../experiment/experiment';
import type { RunningApp } from './apps/runningApp';
import type { HostNode } from './host';
import type { Nat } from './nat';
import type { Neighbours } from './neighbours';
import type { World } from './world';

/** Lets an app of the experiment run on its host in the lane of one transport. */
export type StartApp = (world: World, host: HostNode, app: App, transport: Transport) => RunningApp;

/**
 * What some experiments are made of and others are not. Who simulates brings the parts that the experiment needs
 * (`needsFurtherParts`), so that a page whose first run needs few of them need not fetch the others first.
 */
export interface Parts {
  readonly startApp: StartApp;
  readonly translator: (...given: ConstructorParameters<typeof Nat>) => Nat;
  readonly neighbours: (...given: ConstructorParameters<typeof Neighbours>) => Neighbours;
}
