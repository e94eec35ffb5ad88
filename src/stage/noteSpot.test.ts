import { describe, expect, it } from 'vitest';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { wholeTown, zoomAbout } from './camera';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { noteSpot, seenPoint } from './noteSpot';

const size = { width: 1400, height: 753 };
const facts = townFacts(streetExperiment({ ...defaultStreet('en'), lanes: ['tcp'] }));
const plan = { ...layoutTown(facts, size), lens: 'all' as const };
const door = plan.server.rooms[0]!.door;
const at = { x: door.x + door.width / 2, y: door.y + door.height / 2 };
const note = { width: 400, height: 90 };

describe('a note on the stage', () => {
  it('stands near what it speaks of, inside the stage, and covers neither that nor a room', () => {
    const corner = noteSpot(plan, wholeTown(size), at, note)!;
    const box = { ...corner, ...note };
    expect(corner.x).toBeGreaterThan(0);
    expect(corner.y + note.height).toBeLessThan(size.height);
    const touches = (other: typeof door): boolean =>
      box.x < other.x + other.width &&
      other.x < box.x + box.width &&
      box.y < other.y + other.height &&
      other.y < box.y + box.height;
    expect(touches(door)).toBe(false);
    expect(plan.server.rooms.some((room) => touches(room.box))).toBe(false);
    const across = Math.max(box.x - at.x, 0, at.x - (box.x + note.width));
    expect(across).toBeLessThan(size.width / 4);
  });

  it('goes with the camera, and has no place where everything near is looked at', () => {
    const near = zoomAbout(wholeTown(size), at, 1.5, size);
    const seen = seenPoint(near, size, at);
    expect(noteSpot(plan, near, seen, note)).not.toEqual(noteSpot(plan, wholeTown(size), at, note));
    expect(noteSpot(plan, wholeTown(size), at, { width: 1300, height: 600 })).toBeNull();
  });
});
