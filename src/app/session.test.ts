import { newLuck } from './newLuck';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { filePayload, streetExperiment, textPayload } from '../experiment/street';
import { streetProblem } from '../experiment/validate';
import { handsOn } from './hands';
import { stand } from '../../tests/sessionBench';

const MS = 1_000_000;

/** The hash of the run that the engine makes of what is asked for now, without its last `left` commands. */
function hashOf({ now }: ReturnType<typeof stand>, left = 0): string {
  const { street } = now();
  const commands = street.commands.slice(0, street.commands.length - left);
  return simulateAll(streetExperiment({ ...street, commands })).result!.traceSha256;
}

describe('undo and redo', () => {
  it('take changes back and make them again, each with its run', () => {
    const town = stand();
    const { session, work, now } = town;
    const first = now().street;
    session.setWeather({ loss: 1 });
    session.send(textPayload('other'));
    work();
    session.undo();
    work();
    expect(now().street.weather.loss).toBe(1);
    expect(now().street.payload).toBe(first.payload);
    expect(now().run!.result!.traceSha256).toBe(hashOf(town));
    session.undo();
    work();
    expect(now().street).toBe(first);
    session.redo();
    session.redo();
    work();
    expect(new TextDecoder().decode(now().street.payload.bytes)).toBe('other');
    expect(now().run!.result!.traceSha256).toBe(hashOf(town));
  });

  it('stay at the moment that is shown when only the road differs', () => {
    const { session, work } = stand();
    session.playback.seek(150 * MS);
    session.setWeather({ loss: 1 });
    work();
    session.playback.seek(200 * MS);
    session.undo();
    work();
    expect(session.playback.playhead.get()).toBe(200 * MS);
    newLuck(session);
    work();
    session.playback.pause();
    session.playback.seek(200 * MS);
    session.undo();
    work();
    expect(session.playback.playhead.get()).toBe(0);
  });

  it('show a run that was just seen without simulating it again', () => {
    const { session, work, asked, now } = stand();
    const before = now().run;
    session.playback.seek(150 * MS);
    session.setWeather({ loss: 1 });
    work();
    const count = asked();
    session.undo();
    expect(now().run?.traces).toBe(before?.traces);
    expect(asked()).toBe(count);
  });
});

describe('the other future', () => {
  it('is what would have been without the last intervention', () => {
    const town = stand();
    const { session, work, now } = town;
    expect(now().other).toBeNull();
    session.playback.seek(100 * MS);
    session.setWeather({ loss: 0.5 });
    session.playback.seek(150 * MS);
    session.setWeather({ corrupt: 0.5 });
    work();
    expect(now().run!.result!.traceSha256).toBe(hashOf(town));
    expect(now().other!.result!.traceSha256).toBe(hashOf(town, 1));
  });

  it('is the run that was seen before, if that was known to its end', () => {
    const { session, work, asked, now } = stand();
    const before = now().run;
    session.playback.seek(150 * MS);
    session.setWeather({ loss: 1 });
    expect(now().other?.traces).toBe(before?.traces);
    work();
    expect(now().other?.traces).toBe(before?.traces);
    expect(asked()).toBe(2);
  });

  it('can be the one without any intervention, or none', () => {
    const town = stand();
    const { session, work, now } = town;
    session.playback.seek(100 * MS);
    session.setWeather({ loss: 0.5 });
    session.playback.seek(150 * MS);
    session.setWeather({ corrupt: 0.5 });
    session.compare({ kind: 'all' });
    work();
    expect(now().other!.result!.traceSha256).toBe(hashOf(town, 2));
    session.compare({ kind: 'none' });
    expect(now().other).toBeNull();
  });

  it('can change places with this one at the same moment, and back', () => {
    const { session, work, asked, now } = stand();
    session.playback.seek(150 * MS);
    session.setWeather({ loss: 1 });
    work();
    const { street, run, other } = now();
    const count = asked();
    session.playback.seek(400 * MS);
    session.swapFutures();
    expect(now().run!.traces).toBe(other!.traces);
    expect(now().other!.traces).toBe(run!.traces);
    expect(session.playback.playhead.get()).toBe(400 * MS);
    session.swapFutures();
    expect(now().street).toBe(street);
    expect(now().run!.traces).toBe(run!.traces);
    expect(asked()).toBe(count);
  });

  it('comes however many others were looked at before', () => {
    const { session, work, now } = stand();
    for (const loss of [0.1, 0.3, 0.5, 0.7]) {
      session.playback.seek((100 + 100 * loss) * MS);
      session.setWeather({ loss });
      work();
    }
    for (const command of [0, 1, 2, 3]) {
      session.compare({ kind: 'one', command });
      work();
      expect(now().other).not.toBeNull();
    }
  });

  it('is one of this street, also where the street before had more to take away', () => {
    const { session, work, now } = stand();
    session.playback.seek(100 * MS);
    session.setWeather({ loss: 0.5 });
    session.playback.seek(150 * MS);
    session.setWeather({ corrupt: 0.5 });
    session.setChangesFrom('start');
    work();
    expect(now().street.commands).toHaveLength(1);
    expect(now().otherStreet!.commands[0]!.isOff).toBe(true);
  });

  it('has the packet that was pointed at, by who it is', () => {
    const { session, work, now } = stand();
    session.playback.seek(150 * MS);
    session.setWeather({ loss: 1, duplicate: 1 });
    work();
    const trace = now().run!.traces[0]!;
    const again = Array.from({ length: trace.packetCount }, (_, packet) => trace.packet(packet)).find(
      ({ role, piece }) => role === 'retransmission' && piece === 0,
    );
    const packet = { lane: 0, packet: again!.id };
    session.select(packet);
    session.view.setState({ menu: { of: { kind: 'packet', packet }, x: 0, y: 0 } });
    session.swapFutures();
    // Without the rain nothing of the first piece had to be sent again.
    expect(session.view.getState()).toMatchObject({ selected: null, menu: null });
  });
});

describe('a change while another run is on its way', () => {
  it('is at the moment to which that one is opened, not at the one still in sight', () => {
    const { session, work, now } = stand();
    session.playback.seek(150 * MS);
    session.open(now().street, { atNs: 40 * MS, isPlaying: false });
    session.open({ ...now().street, seed: 77 }, { atNs: 40 * MS, isPlaying: false });
    session.setWeather({ loss: 1 });
    expect(now().street.commands.map(({ atNs }) => atNs)).toEqual([40 * MS]);
    handsOn(session).perform([{ kind: 'cutLink', atNs: 150 * MS, link: 'C-R1' }]);
    expect(now().street.commands.map(({ atNs }) => atNs)).toEqual([40 * MS, 40 * MS]);
    work();
    expect(session.playback.playhead.get()).toBe(40 * MS);
  });

  it('belongs to the whole run when that one begins at its start', () => {
    const { session, work, now } = stand();
    session.playback.seek(150 * MS);
    newLuck(session);
    session.playback.pause();
    session.setWeather({ loss: 1 });
    work();
    expect(now().street).toMatchObject({ weather: { loss: 1 }, commands: [] });
  });
});

describe('a hand', () => {
  it('is seen at once, also in a pause between two nanoseconds', () => {
    const { session, now } = stand();
    session.playback.seek(150 * MS + 0.25);
    handsOn(session).perform([{ kind: 'cutLink', atNs: 150 * MS + 1, link: 'R2-R3' }]);
    expect(session.playback.playhead.get()).toBe(now().street.commands[0]!.atNs);
  });

  it('does not begin the run again when changes are to hold from the start', () => {
    const { session, now } = stand();
    session.playback.seek(150 * MS);
    handsOn(session).perform([{ kind: 'cutLink', atNs: 150 * MS, link: 'C-R1' }]);
    const { street } = now();
    session.setChangesFrom('start');
    expect(now().street).toBe(street);
    expect(session.playback.playhead.get()).toBe(150 * MS);
  });
});

describe('another message', () => {
  it('is one that the town can carry, whatever the apps did before', () => {
    const { session, now } = stand();
    const reliability = { kind: 'stopAndWait', timerNs: 150 * MS } as const;
    session.restartWith({ payload: filePayload('f', 'x/y', new Uint8Array(100)), reliability });
    session.send(filePayload('g', 'x/y', new Uint8Array(100)));
    expect(now().street.reliability).toEqual(reliability);
    session.send(textPayload('words'));
    expect(streetProblem(now().street)).toBeNull();
  });
});

describe('a packet that is pointed at', () => {
  it('is told of once, however often the pointer moves over it', () => {
    const { session } = stand();
    let told = 0;
    session.view.subscribe(() => (told += 1));
    for (const packet of [2, 2, 3, 3]) session.hover({ lane: 1, packet });
    session.hover(null);
    session.hover(null);
    expect(told).toBe(3);
  });

  it('is what is asked about, with the instrument that is shown', () => {
    const { session } = stand();
    session.showTab('transcript');
    session.point({ lane: 1, packet: 2 });
    expect(session.view.getState()).toMatchObject({
      tab: 'transcript',
      selected: { lane: 1, packet: 2 },
      why: { kind: 'sent', lane: 1, packet: 2 },
    });
  });
});
