import { describe, expect, it } from 'vitest';
import { inconsistencyOf } from '../../experiment/consistency';
import type { Experiment } from '../../experiment/experiment';
import { experimentToJson } from '../../experiment/experimentJson';
import { parseExperiment } from '../../experiment/validate';
import { simulateAll } from '../simulate';
import { eventsOf } from '../townBench';
import { browsing, page, pageShowing, serving, webStory, withRoad } from './webBench';

const URL = 'http://198.51.100.20/';

function storyOf(experiment: Experiment): readonly string[] {
  expect(inconsistencyOf(experiment)).toBe(null);
  return webStory(simulateAll(experiment));
}

const clientsOf = (story: readonly string[]): readonly string[] =>
  story.filter((line) => !/ (requestReceived|responseSent|connected)/.test(line));

describe('a browser that opens a page', () => {
  it('connects, asks and reads: one round trip each (RFC 9112 §9.1)', () => {
    expect(storyOf(withRoad([serving(), browsing([URL])]))).toEqual([
      `0 pageAsked 0 ${URL}`,
      '0 connectionOpening 0',
      '40 connected',
      '40 requestSent 0 /',
      '60 connected',
      '60 requestReceived GET /',
      '60 responseSent 200 3000',
      '80 responseReceived 0 / 200 3000 40000000',
      '80 pageLoaded 0 3000 80000000',
      '5060 idleTooLong 5000000000',
    ]);
  });

  it('uses an open connection again, and saves a round trip (RFC 9112 §9.3)', () => {
    expect(clientsOf(storyOf(withRoad([serving(), browsing([URL, URL])]))).slice(5, 9)).toEqual([
      `1000 pageAsked 1 ${URL}`,
      '1000 connectionReused 1',
      '1000 requestSent 1 /',
      '1040 responseReceived 1 / 200 3000 40000000',
    ]);
  });

  it('makes a new connection for each page if it does not reuse any', () => {
    const run = simulateAll(withRoad([serving(), browsing([URL, URL], { reusesConnections: false })]));
    expect(webStory(run).filter((line) => line.includes('connectionOpening'))).toHaveLength(2);
    expect(eventsOf(run, 'appTold').filter(({ reason }) => reason.kind === 'closed')).toHaveLength(4);
  });

  it('is told 404 for what is not there (RFC 9110 §15.5.5)', () => {
    const story = storyOf(withRoad([serving(), browsing(['http://198.51.100.20/nothing'])]));
    expect(story).toContain('80 responseReceived 0 /nothing 404 14 40000000');
  });

  it('asks for what an HTML page shows, all on the same connection (RFC 9112 §9.3.2)', () => {
    const pages = [pageShowing('/', '/a', '/b', '/a'), page('/a', 100), page('/b', 200)];
    expect(clientsOf(storyOf(withRoad([serving({ pages }), browsing([URL])]))).slice(4)).toEqual([
      '80 requestSent 0 /a',
      '80 requestSent 0 /b',
      '120 responseReceived 0 /a 200 100 40000000',
      '120 responseReceived 0 /b 200 200 40000000',
      '120 pageLoaded 0 344 120000000',
      '5100 idleTooLong 5000000000',
    ]);
  });

  it('asks once more when the server closes a connection just as it is used again (RFC 9112 §9.3.1)', () => {
    // The FIN of 1050 and the second request of 1060 cross.
    const apps = [serving({ keepsAliveNs: 990_000_000 }), browsing([URL, URL], { everyNs: 1_060_000_000 })];
    const story = clientsOf(storyOf(withRoad(apps)));
    expect(story.slice(5)).toEqual([
      '1050 idleTooLong 990000000',
      `1060 pageAsked 1 ${URL}`,
      '1060 connectionReused 1',
      '1060 requestSent 1 /',
      '1070 connectionOpening 1',
      '1110 requestSent 1 /',
      '1150 responseReceived 1 / 200 3000 40000000',
      '1150 pageLoaded 1 3000 90000000',
      '2120 idleTooLong 990000000',
    ]);
  });

  it('hears at once that nobody listens there (RFC 9293 §3.10.7.1)', () => {
    expect(storyOf(withRoad([browsing([URL])]))).toEqual([
      `0 pageAsked 0 ${URL}`,
      '0 connectionOpening 0',
      '40 pageFailed 0 connectionRefused',
    ]);
  });

  it('gives up on a server that is silent (RFC 9293 §3.8.3)', () => {
    const commands = [{ kind: 'powerOff', host: 'S', atNs: 0 }] as const;
    const story = storyOf(withRoad([serving(), browsing([URL])], { commands }));
    expect(story.at(-1)).toMatch(/ pageFailed 0 gaveUp$/);
  });

  it('cannot go to a name without somebody to ask', () => {
    const story = storyOf(withRoad([serving(), browsing(['http://www.example.com/'])]));
    expect(story.at(-1)).toBe('0 pageFailed 0 noResolver');
  });
});

describe('a web server', () => {
  it('says that it will close, and closes, where it keeps nothing alive (RFC 9112 §9.6)', () => {
    const run = simulateAll(withRoad([serving({ keepsAliveNs: 0 }), browsing([URL, URL])]));
    expect(webStory(run).filter((line) => line.includes('connectionOpening'))).toHaveLength(2);
    const states = eventsOf(run, 'connectionChanged').map(
      ({ snapshot }) => run.traces[0]!.snapshot(snapshot).state,
    );
    expect(states).toContain('FIN-WAIT-1');
    expect(states).toContain('TIME-WAIT');
  });

  it('sends data again that was lost, and the trace says so', () => {
    const rules = [
      { link: 'R-S', direction: 1, role: 'control', nth: 3, verdict: { kind: 'drop' } },
    ] as const;
    const run = simulateAll(withRoad([serving(), browsing([URL])], { rules }));
    const { retransmissions } = run.result!.lanes[0]!;
    expect(retransmissions).toBe(1);
    expect(webStory(run).filter((line) => line.includes('pageLoaded'))).toHaveLength(1);
  });

  it('has no page whose media type would be another field of its answers (RFC 9110 §5.5)', () => {
    const split = { ...page('/', 1), mediaType: 'text/plain\r\nContent-Length: 9' };
    expect(parseExperiment(experimentToJson(withRoad([serving({ pages: [split] })])))).toEqual({
      ok: false,
      problem: { kind: 'unknownChoice', where: 'apps[0].pages[0].mediaType' },
    });
  });
});
