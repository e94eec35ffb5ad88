import { startMessageApp } from './apps/startMessageApp';
import type { Parts } from './parts';

/** Of an experiment whose apps send a message and receive it, over links on which nobody asks for addresses. */
export const firstParts: Parts = {
  startApp: (world, host, app, transport) =>
    app.kind === 'send' || app.kind === 'receive' ? startMessageApp(world, host, app, transport) : missing(),
  translator: missing,
  neighbours: missing,
};

function missing(): never {
  throw new Error('this experiment needs further parts of the engine');
}
