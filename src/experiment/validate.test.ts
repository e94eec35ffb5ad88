import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyStreet } from '../../tests/arbitraryChoices';
import { experimentToJson } from './experimentJson';
import { PROBLEM_KINDS } from './problem';
import { defaultStreet, filePayload, streetExperiment, textPayload } from './street';
import { parseExperiment, parseExperimentText, streetProblem } from './validate';

const good = (): unknown =>
  JSON.parse(JSON.stringify(experimentToJson(streetExperiment(defaultStreet('en')))));

/** The problem with a good experiment after `value` is put at `path`. */
function problemWith(path: string, value: unknown): unknown {
  const json = good() as Record<string, unknown>;
  const keys = path.match(/[^.[\]]+/g)!;
  const last = keys.pop()!;
  let inner = json;
  for (const key of keys) inner = inner[key] as Record<string, unknown>;
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  const parsed = parseExperiment(json);
  return parsed.ok ? null : parsed.problem;
}

/** The settings that every file has had. */
const FIRST_SETTINGS: ReadonlySet<string> = new Set([
  'initialWindowSegments',
  'rtoInitialNs',
  'rtoMinNs',
  'rtoMaxNs',
  'delayedAckNs',
  'sampleEveryAck',
  'timestamps',
  'sackPermitted',
  'windowScale',
  'receiveBufferBytes',
  'sendBufferBytes',
  'timeWaitNs',
  'synGiveUpNs',
  'dataGiveUpNs',
  'nagle',
]);
/** How the engine did then what the later settings are about: never change a line here. */
const AS_AT_FIRST = {
  quickAckSegments: 0,
  duplicateSack: false,
  rtoVarianceMinNs: 1_000_000,
  slowStartAfterIdle: true,
  growthLimitSegments: 1,
  challengeAckLimit: 10,
  dialect: 'rfc',
  congestionControl: 'reno',
  avoidanceGrowth: 'perWindow',
  hybridSlowStart: false,
  growsOnlyWhenLimited: false,
  ecn: false,
  rackTlp: false,
  proportionalRateReduction: false,
  forwardRtoRecovery: false,
  undoesSpuriousReductions: false,
  keepAlive: null,
  finWait2Ns: null,
  linearSynRetries: 0,
  without: [],
};

const pause = (fromNs: number, toNs: number) => ({ fromNs, toNs });

describe('parseExperiment', () => {
  it('takes what the first files do not say of TCP as it was then', () => {
    const json = good() as { tcp: Record<string, unknown> };
    for (const name of Object.keys(json.tcp)) if (!FIRST_SETTINGS.has(name)) delete json.tcp[name];
    expect(Object.keys(json.tcp)).toHaveLength(FIRST_SETTINGS.size);
    expect(parseExperiment(json)).toEqual(parseExperiment(good()));
    expect(parseExperiment(json)).toMatchObject({ experiment: { tcp: AS_AT_FIRST } });
  });

  it('reads back every experiment that a street can ask for', () => {
    fc.assert(
      fc.property(anyStreet(), (street) => {
        const experiment = streetExperiment(street);
        const text = JSON.stringify(experimentToJson(experiment));
        expect(parseExperimentText(text)).toEqual({ ok: true, experiment });
      }),
      { numRuns: 100 },
    );
  });

  it('reads back an app that pauses', () => {
    const experiment = streetExperiment(defaultStreet('en'));
    const apps = experiment.apps.map((app) =>
      app.kind === 'receive' ? { ...app, pauses: [pause(1e9, 2e9)] } : app,
    );
    const text = JSON.stringify(experimentToJson({ ...experiment, apps }));
    expect(parseExperimentText(text)).toEqual({ ok: true, experiment: { ...experiment, apps } });
  });

  it('reads back a link whose queue marks', () => {
    const experiment = streetExperiment(defaultStreet('en'));
    const links = experiment.town.links.map((link) => ({ ...link, markThresholdPackets: 5 }));
    const marking = { ...experiment, town: { ...experiment.town, links } };
    const text = JSON.stringify(experimentToJson(marking));
    expect(parseExperimentText(text)).toEqual({ ok: true, experiment: marking });
  });

  it.each([
    [
      'town.links[2].markThresholdPackets',
      -1,
      { kind: 'outOfRange', where: 'town.links[2].markThresholdPackets', limit: 0 },
    ],
    ['version', 2, { kind: 'unknownVersion', where: 'version' }],
    ['seed', '7', { kind: 'wrongType', where: 'seed' }],
    ['seed', 1.5, { kind: 'wrongType', where: 'seed' }],
    ['seed', 2 ** 32, { kind: 'outOfRange', where: 'seed', limit: 2 ** 32 - 1 }],
    ['lanes', [], { kind: 'outOfRange', where: 'lanes', limit: 1 }],
    ['lanes[0]', 'quic', { kind: 'unknownChoice', where: 'lanes[0]' }],
    ['lanes', ['tcp', 'tcp'], { kind: 'duplicate', where: 'lanes[1]' }],
    ['tcp', undefined, { kind: 'missingField', where: 'tcp' }],
    ['tcp', 7, { kind: 'wrongType', where: 'tcp' }],
    ['tcp.nagel', true, { kind: 'unknownField', where: 'tcp.nagel' }],
    ['tcp.rtoMaxNs', 1e6, { kind: 'outOfRange', where: 'tcp.rtoMaxNs', limit: 1e9 }],
    ['town.links[2].rateBps', -1, { kind: 'outOfRange', where: 'town.links[2].rateBps', limit: 1000 }],
    ['town.links[2].rateBps', 5, { kind: 'outOfRange', where: 'town.links[2].rateBps', limit: 1000 }],
    [
      'town.links[2].weather.loss',
      1.1,
      { kind: 'outOfRange', where: 'town.links[2].weather.loss', limit: 1 },
    ],
    ['town.links[2].to', 'R9', { kind: 'unknownPlace', where: 'town.links[2].to' }],
    ['town.links[3].id', 'C-R1', { kind: 'duplicate', where: 'town.links[3].id' }],
    ['town.hosts[0].address', '192.0.2.300', { kind: 'badAddress', where: 'town.hosts[0].address' }],
    ['town.hosts[1].address', '192.0.2.10', { kind: 'duplicate', where: 'town.hosts[1].address' }],
    ['town.hosts[0].link', 'R3-S', { kind: 'notAttached', where: 'town.hosts[0].link' }],
    ['town.routers[0].id', 'S', { kind: 'duplicate', where: 'town.routers[0].id' }],
    [
      'town.routers[0].routes[0].prefix',
      '192.0.2.0/33',
      { kind: 'badAddress', where: 'town.routers[0].routes[0].prefix' },
    ],
    [
      'town.routers[0].routes[0].link',
      'R3-S',
      { kind: 'notAttached', where: 'town.routers[0].routes[0].link' },
    ],
    ['town.hosts', Array.from({ length: 99 }, () => 0), { kind: 'tooBig', where: 'town.hosts', limit: 30 }],
    ['apps[0].host', 'R1', { kind: 'unknownPlace', where: 'apps[0].host' }],
    ['apps[0].port.tcp', 0, { kind: 'outOfRange', where: 'apps[0].port.tcp', limit: 1 }],
    ['apps[1].payload.bytes', '***', { kind: 'badBase64', where: 'apps[1].payload.bytes' }],
    ['apps[1].payload.numbered', true, { kind: 'outOfRange', where: 'apps[1].pieceBytes', limit: 5 }],
    ['apps[1].host', 'S', null],
    ['apps[0].port.udp', 50_000, null],
    ['apps[0].pauses', [pause(0, 5), pause(6, 7)], null],
    ['apps[0].pauses', [pause(5, 5)], { kind: 'outOfRange', where: 'apps[0].pauses[0].toNs', limit: 6 }],
    [
      'apps[0].pauses',
      [pause(0, 5), pause(5, 7)],
      { kind: 'outOfRange', where: 'apps[0].pauses[1].fromNs', limit: 6 },
    ],
    [
      'apps[0].pauses',
      Array.from({ length: 101 }, (_, i) => pause(2 * i, 2 * i + 1)),
      { kind: 'tooBig', where: 'apps[0].pauses', limit: 100 },
    ],
    ['apps[1].pauses', [], { kind: 'unknownField', where: 'apps[1].pauses' }],
    [
      'rules',
      [{ link: 'nowhere', direction: 0, role: 'piece', nth: 1, verdict: { kind: 'drop' } }],
      { kind: 'unknownPlace', where: 'rules[0].link' },
    ],
    [
      'rules',
      [{ link: 'C-R1', direction: 0, role: 'piece', nth: 1, verdict: { kind: 'burn' } }],
      { kind: 'unknownChoice', where: 'rules[0].verdict.kind' },
    ],
  ])('%s = %j', (path, value, problem) => {
    expect(problemWith(path, value)).toEqual(problem);
  });

  it('wants commands in order of time', () => {
    const command = (atNs: number) => ({
      kind: 'setWeather',
      atNs,
      link: 'R2-R3',
      weather: defaultStreet('en').weather,
    });
    expect(problemWith('commands', [command(5), command(5), command(4)])).toEqual({
      kind: 'outOfOrder',
      where: 'commands[2].atNs',
    });
  });

  it('refuses two apps of one host on the same port of the same transport', () => {
    const { apps } = good() as { apps: Record<string, unknown>[] };
    const sender = apps.find(({ kind }) => kind === 'send');
    const reader = apps.find(({ kind }) => kind === 'receive');
    expect(problemWith('apps', [reader, reader])).toEqual({ kind: 'duplicate', where: 'apps[1].port' });
    expect(problemWith('apps', [sender, { ...sender, port: 50_001 }])).toBeNull();
    // One port calls many over TCP; over UDP it is one socket.
    expect(problemWith('apps', [sender, sender])).toEqual({ kind: 'duplicate', where: 'apps[1].port' });
    expect(
      problemWith('apps', [
        { ...sender, transport: 'tcp' },
        { ...sender, transport: 'tcp' },
      ]),
    ).toBeNull();
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (json) => {
        const parsed = parseExperiment(json);
        expect(parsed.ok || PROBLEM_KINDS.includes(parsed.problem.kind)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('says what is wrong with a text that is not JSON or far too long', () => {
    expect(parseExperimentText('{')).toEqual({ ok: false, problem: { kind: 'notJson', where: '' } });
    expect(parseExperimentText(' '.repeat(5_000_000))).toMatchObject({ problem: { kind: 'tooBig' } });
  });
});

describe('streetProblem', () => {
  it('limits the payload and the number of pieces', () => {
    const street = defaultStreet('en');
    const file = (length: number) => filePayload('f', 'application/zip', new Uint8Array(length));
    expect(streetProblem({ ...street, payload: file(1_048_576) })).toBeNull();
    expect(streetProblem({ ...street, payload: file(1_048_577) })).toMatchObject({ limit: 1_048_576 });
    const long = textPayload('a'.repeat(20_001));
    expect(streetProblem({ ...street, payload: long })).toBeNull();
    expect(streetProblem({ ...street, payload: long, pieceBytes: 1 })).toMatchObject({
      kind: 'tooBig',
      limit: 20_000,
    });
  });
});
