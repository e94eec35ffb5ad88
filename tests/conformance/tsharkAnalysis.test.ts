import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { DISAGREEMENTS, disputesOver } from './tsharkDisagreements';
import { MINIMAL, minimalRun } from './tsharkMinimal';
import { isTsharkHere } from './tshark';
import { type CapturedRun, TWENTY_RUNS } from './tsharkRuns';
import { type Judged, judge, saysEngine, saysTshark, type Verdict, VERDICTS } from './tsharkVerdicts';

/** Wireshark and the engine agree in at least so many of all cases … */
const AGREEMENT = 0.95;
/**
 * … and of the cases of each verdict. Of what is sent again in one recovery Wireshark recognises the first segment alone
 * (`sentAgainWithinRoundTrip`): the more is lost at once, the less it can agree, and here some is lost at once.
 */
const AGREEMENT_ON: Readonly<Record<Verdict, number>> = {
  retransmission: 0.85,
  duplicateAck: 0.95,
  zeroWindow: 0.95,
  windowFull: 0.95,
  keepAlive: 0.95,
};
/** A capture that shows one thing. */
const MINIMAL_PACKETS = 30;

/** Far beyond what twenty captures take, on a busy machine too. */
const LONGEST_MS = 120_000;

interface Count {
  /** Packets of which both sides give the verdict. */
  readonly both: number;
  /** Packets of which at least one side does: the cases. */
  readonly either: number;
}

function countOf(verdict: Verdict, packets: readonly Judged[]): Count {
  const cases = packets.filter((packet) => saysEngine(packet, verdict) || saysTshark(packet, verdict));
  const agreed = cases.filter((packet) => saysEngine(packet, verdict) && saysTshark(packet, verdict));
  return { both: agreed.length, either: cases.length };
}

function sumOf(counts: readonly Count[]): Count {
  return {
    both: counts.reduce((sum, { both }) => sum + both, 0),
    either: counts.reduce((sum, { either }) => sum + either, 0),
  };
}

const cell = ({ both, either }: Count): string => (either === 0 ? '' : `${both}/${either}`);

describe.skipIf(!isTsharkHere)('tcp.analysis of twenty captures and the engine', () => {
  const judged = new Map<CapturedRun, readonly Judged[]>();
  const totalOf = (verdict: Verdict): Count =>
    sumOf([...judged.values()].map((packets) => countOf(verdict, packets)));

  beforeAll(() => {
    for (const run of TWENTY_RUNS) judged.set(run, judge(run));
    const lines = [...judged].map(([{ name, at }, packets]) => {
      const cells = VERDICTS.map((verdict) => cell(countOf(verdict, packets)).padStart(15));
      return `${`${name}, at the ${at}`.padEnd(48)}${String(packets.length).padStart(7)}${cells.join('')}`;
    });
    const head = `${'run'.padEnd(48)}packets${VERDICTS.map((verdict) => verdict.padStart(15)).join('')}`;
    const foot = `${'agreed/cases'.padEnd(55)}${VERDICTS.map((one) => cell(totalOf(one)).padStart(15)).join('')}`;
    const all = `of all cases, both sides agree in ${cell(sumOf(VERDICTS.map(totalOf)))}`;
    process.stdout.write(`${[head, ...lines, foot, all].join('\n')}\n`);
  }, LONGEST_MS);

  it('are twenty, all different', () => {
    expect(new Set(TWENTY_RUNS.map(({ name }) => name)).size).toBe(20);
    expect(new Set(TWENTY_RUNS.map(({ experiment }) => experiment.seed)).size).toBe(20);
  });

  it('agree in at least 95 % of all cases', () => {
    const { both, either } = sumOf(VERDICTS.map(totalOf));
    expect(both / either).toBeGreaterThanOrEqual(AGREEMENT);
  });

  it.each(VERDICTS)('agree on %s, which occurs', (verdict) => {
    const { both, either } = totalOf(verdict);
    expect(both).toBeGreaterThan(0);
    expect(both / either).toBeGreaterThanOrEqual(AGREEMENT_ON[verdict]);
  });

  it.each(TWENTY_RUNS)('find nothing wrong but damage: $name', (run) => {
    for (const packet of judged.get(run)!) {
      expect(packet.hasBadChecksum, `packet ${packet.record.id}`).toBe(packet.isDamaged);
      if (!packet.isDamaged) expect(packet.isMalformed, `packet ${packet.record.id}`).toBe(false);
    }
  });

  it.each(TWENTY_RUNS)('disagree for known reasons only: $name', (run) => {
    const disputes = VERDICTS.flatMap((verdict) => disputesOver(verdict, judged.get(run)!));
    const unknown = disputes.filter(({ disagreement }) => disagreement === undefined);
    expect(unknown.map(({ packet, verdict }) => [packet.record.id, verdict, [...packet.analysis]])).toEqual(
      [],
    );
  });
});

describe.skipIf(!isTsharkHere)('a minimal capture of', () => {
  const said = ({ labels, analysis }: Judged): string =>
    `${[...labels].join(', ')} / ${[...analysis].join(', ')}`;

  it.each(DISAGREEMENTS)('%s', (disagreement) => {
    const packets = judge(minimalRun(disagreement));
    expect(packets.length).toBeLessThanOrEqual(MINIMAL_PACKETS);
    expect(packets.map(said).filter((words) => words !== ' / ')).toEqual(MINIMAL[disagreement].said);
    const reasons = VERDICTS.flatMap((verdict) => disputesOver(verdict, packets)).map(
      (one) => one.disagreement,
    );
    expect(reasons).toContain(disagreement);
    expect(reasons).not.toContain(undefined);
  });

  it('every kind is told in docs/wireshark.md', () => {
    const page = readFileSync('docs/wireshark.md', 'utf8');
    const told = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    expect(new Set(told)).toEqual(new Set(DISAGREEMENTS));
  });
});
