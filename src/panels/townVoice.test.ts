import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { createI18n } from '../../tests/createI18n';
import { simulateAll } from '../engine/simulate';
import { appReliability } from '../experiment/presets/appReliability';
import { homeBehindNat } from '../experiment/presets/homeBehindNat';
import { ipLimits } from '../experiment/presets/ipLimits';
import { noAnswer } from '../experiment/presets/noAnswer';
import { pathMtu } from '../experiment/presets/pathMtu';
import { ping } from '../experiment/presets/ping';
import { addHost, emptyTown } from '../experiment/townEdits';
import { townExperiment, type TownFile } from '../experiment/townFile';
import type { Command } from '../experiment/command';
import { letter } from '../experiment/presets/letter';
import type { Run } from '../trace/run';
import { newsAt, townNews } from '../trace/townNews';
import { ACTS, touchesOf, usualAct } from './hands/touches';
import { townVoice } from './townVoice';

const { town: _town, apps: _apps, ...settings } = ping.town.experiment;
const words = { t: createI18n('en').t, language: 'en' as const };
const keys = ((key: string) => key) as unknown as TFunction;

function endOf(town: TownFile): string {
  return townVoice.end(keys, simulateAll(townExperiment(town)));
}

describe('what is said at the end of a town', () => {
  it('is what came of everything', () => {
    expect(endOf(ping.town)).toBe('townNews.end.all');
  });

  it('is what to do, where nobody had anything to do', () => {
    const first = addHost(emptyTown('two', settings), null)!;
    expect(endOf(addHost(first.town, first.id)!.town)).toBe('townNews.end.nothing');
  });
});

/** All that is told of a town, in English. */
function newsOf(town: TownFile): readonly string[] {
  const run = simulateAll(townExperiment(town));
  return townNews(run.traces[0]!, run.experiment).map((news) => townVoice.news(words, run, news));
}

describe('what is told while a town plays', () => {
  it('of an ICMP error is what it is, and then what became of the packet that it answers', () => {
    expect(newsOf(ping.town)).toContain(
      'R1 → A: 11/0 time exceeded. The TTL reached 0, and no router passes such a packet on.',
    );
  });

  it('of a fragment is what it is a part of: only the first has the header that says so (RFC 791 §3.2)', () => {
    expect(newsOf(pathMtu.town)).toContain('S: all fragments are there, 8/0 echo request is whole again.');
  });

  it('of a NAT names both sockets, not the addresses alone (RFC 3022 §2.2)', () => {
    expect(newsOf(homeBehindNat.town)).toContain(
      'GW: A fixed row: what comes to 203.0.113.7:8080 goes to 192.168.0.11:80.',
    );
  });

  it('quotes what an IP packet says, so that a number is not heard as so many', () => {
    expect(newsOf(ipLimits.town)).toContain('On the road R2 → R3: “2” was lost.');
  });

  it('says why an app over UDP sends a block again (RFC 8085 §3.3)', () => {
    expect(newsOf(appReliability.town)).toContain(
      'C → S: piece 1. No answer within the 150 ms of the app’s own timer, so the app sends it again.',
    );
  });

  it('says nothing of how the town was when it began', () => {
    expect(newsOf(noAnswer.town)[0]).toContain('OFF');
  });
});

const MS = 1_000_000;
const calm = simulateAll(townExperiment(letter.town));
/** Nothing has come to the road where weather is. */
const EARLY_NS = MS;

const after = (commands: readonly Command[]): Run => simulateAll({ ...calm.experiment, commands });

/** What is said as soon as that was done. */
function saidOf(run: Run, timeNs: number): string {
  return townVoice.news(words, run, newsAt(run, timeNs)!);
}

describe('what is said when a hand', () => {
  const trace = calm.traces[0]!;
  const packet = Array.from({ length: trace.packetCount }, (_, id) => id).find(
    (id) => trace.packet(id).piece === 0,
  )!;
  const ref = { lane: 0, packet };
  const sentNs = trace.timeAt(trace.packet(packet).madeBy) + MS;

  it('is on a packet names the packet, the road and the hand', () => {
    const said = ACTS.filter((kind) => kind !== 'rescue' && kind !== 'swap').map((kind) => {
      const commands = touchesOf(calm, ref, sentNs, usualAct(calm, ref, kind), false);
      return saidOf(after(commands), commands[0]!.atNs);
    });
    for (const line of said) expect(line).toMatch(/^By hand: .*road C → R1\.$/u);
    expect(new Set(said).size).toBe(4);
  });

  it('saves a lost packet says so', () => {
    const lost = Array.from({ length: trace.packetCount }, (_, id) => id).find(
      (id) => touchesOf(calm, { lane: 0, packet: id }, trace.endNs, { kind: 'rescue' }, false).length > 0,
    )!;
    const commands = touchesOf(calm, { lane: 0, packet: lost }, trace.endNs, { kind: 'rescue' }, false);
    expect(saidOf(after(commands), commands[0]!.atNs)).toMatch(/^By hand: .* was rescued/u);
  });

  it('is on a road or a house says what was done', () => {
    const cut = after([{ kind: 'cutLink', atNs: EARLY_NS, link: 'R2-R3' }]);
    expect(saidOf(cut, EARLY_NS)).toBe('By hand: cut R2-R3');
    expect(saidOf(cut, 100 * MS)).toMatch(/^On the road R2 → R3: .* was lost\. The road was cut\.$/u);
    const off = after([{ kind: 'powerOff', atNs: EARLY_NS, host: 'S' }]);
    expect(saidOf(off, EARLY_NS)).toBe('By hand: power off S');
  });
});
