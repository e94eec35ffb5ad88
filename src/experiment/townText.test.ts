import { describe, expect, it } from 'vitest';
import { experimentToJson } from './experimentJson';
import { letter } from './presets/letter';
import { ping } from './presets/ping';
import { townExperiment, townProblem } from './townFile';
import { parseTownFile, parseTownText, townFileToJson } from './townText';

const json = (): Record<string, unknown> => townFileToJson(letter.town);

describe('a town in a file', () => {
  it('comes back as it was', () => {
    expect(parseTownText(JSON.stringify(json()), 'x')).toEqual({ ok: true, town: letter.town });
  });

  it('may be a bare experiment, with its own tables and every house at a place', () => {
    const experiment = townExperiment(ping.town);
    const parsed = parseTownFile(experimentToJson(experiment), 'from-a-file');
    expect(parsed.ok && townExperiment(parsed.town)).toEqual(experiment);
    expect(parsed.ok && parsed.town.name).toBe('from-a-file');
    expect(parsed.ok && Object.keys(parsed.town.spots)).toEqual(['A', 'B', 'R1', 'R2']);
    const places = parsed.ok ? Object.values(parsed.town.spots).map(({ x, y }) => `${x} ${y}`) : [];
    expect(new Set(places).size).toBe(4);
  });

  it('has a place for every house, and for nothing else', () => {
    const { C: _, ...spots } = letter.town.spots;
    const parsed = parseTownFile({ ...json(), spots: { ...spots, gone: { x: 1, y: 1 } } }, 'x');
    expect(parsed.ok && Object.keys(parsed.town.spots)).toEqual(['C', 'S', 'R1', 'R2', 'R3']);
    expect(parsed.ok && parsed.town.spots['S']).toEqual(letter.town.spots['S']);
  });

  it.each([
    ['no JSON', '{', { kind: 'notJson', where: '' }],
    ['another version', '{"version":2,"kind":"town"}', { kind: 'unknownVersion', where: 'version' }],
    ['a number', '7', { kind: 'wrongType', where: '' }],
    ['a lack', '{"version":1,"kind":"town","name":"x"}', { kind: 'missingField', where: 'spots' }],
  ])('says what is wrong with %s', (_what, text, problem) => {
    expect(parseTownText(text, 'x')).toEqual({ ok: false, problem });
  });

  it('refuses a place that is off the map', () => {
    const spots = { ...letter.town.spots, C: { x: -1, y: 0 } };
    expect(parseTownFile({ ...json(), spots }, 'x')).toEqual({
      ok: false,
      problem: { kind: 'outOfRange', where: 'spots.C.x', limit: 0 },
    });
  });

  it('may be impossible: it opens, and says why it does not run', () => {
    const { experiment } = letter.town;
    const hosts = experiment.town.hosts.map((host) => ({ ...host, address: '192.0.2.10' }));
    const impossible = { ...letter.town, experiment: { ...experiment, town: { ...experiment.town, hosts } } };
    const parsed = parseTownFile(townFileToJson(impossible), 'x');
    expect(parsed).toEqual({ ok: true, town: impossible });
    expect(townProblem(impossible)).toEqual({ kind: 'duplicate', where: 'town.hosts[1].address' });
  });
});
