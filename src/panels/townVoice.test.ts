import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { appReliability } from '../experiment/presets/appReliability';
import { homeBehindNat } from '../experiment/presets/homeBehindNat';
import { ipLimits } from '../experiment/presets/ipLimits';
import { noAnswer } from '../experiment/presets/noAnswer';
import { pathMtu } from '../experiment/presets/pathMtu';
import { ping } from '../experiment/presets/ping';
import { addHost, emptyTown } from '../experiment/townEdits';
import { townExperiment, type TownFile } from '../experiment/townFile';
import { townNews } from '../trace/townNews';
import { createI18n } from '../../tests/createI18n';
import { townVoice } from './townVoice';

const { town: _town, apps: _apps, ...settings } = ping.town.experiment;
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
  const { t } = createI18n('en');
  return townNews(run.traces[0]!, run.experiment).map((news) => townVoice.news(t, run, news));
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
    expect(newsOf(ipLimits.town)).toContain('“2” was lost on the road R2 → R3.');
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
