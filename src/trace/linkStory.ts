import { isOnLink, step, STORY_SOURCES as SOURCES, type StoryStep, type Telling } from './storyStep';

/** What happened on, or just before, a link. */
export function linkSteps(telling: Telling): readonly StoryStep[] {
  const { event, places } = telling;
  const to = isOnLink(event) && 'place' in event ? places.way(event.place).to : '';
  const { reason } = event;
  switch (event.kind) {
    case 'packetQueued':
    case 'packetMarked': {
      const kind = event.kind === 'packetQueued' ? 'queued' : 'marked';
      return [step(telling, 'link', { kind, queueLength: event.queueLength }, { reason })];
    }
    case 'linkEntered':
      return [step(telling, 'link', { kind: 'framed', to }, { source: SOURCES.framed })];
    case 'packetLost':
      return [step(telling, 'link', { kind: 'lost', to }, { reason })];
    case 'packetCorrupted':
      return [step(telling, 'link', { kind: 'corrupted', to }, { reason })];
    case 'packetDuplicated':
      return [step(telling, 'link', { kind: 'doubled', to }, { reason })];
    case 'packetRescued':
      return [step(telling, 'link', { kind: 'rescued', to }, { reason })];
    case 'packetDetoured':
      return [step(telling, 'internet', { kind: 'detoured', to: places.way(event.taken).to }, { reason })];
    case 'packetDelayed':
      return [step(telling, 'link', { kind: 'delayed', byNs: event.delayNs }, { reason })];
    case 'packetHeld':
      return [step(telling, 'link', { kind: 'held', byNs: event.untilNs - event.timeNs }, { reason })];
    default:
      return [];
  }
}
