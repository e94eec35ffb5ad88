import { describe, expect, it } from 'vitest';
import { LESSONS } from '../lessons/lessons';
import type { RunResult } from '../trace/run';
import { commandLine } from './commandLine';

async function cli(...args: string[]) {
  const out: string[] = [];
  const complaints: string[] = [];
  const status = await commandLine(
    args,
    (lines) => void out.push(...lines),
    (lines) => void complaints.push(...lines),
  );
  return { status, out: out.join('\n'), complaints };
}

describe('lessons', () => {
  it('are listed with their titles in both languages, minutes and beats', async () => {
    const { out } = await cli('lessons', '--json');
    const list = JSON.parse(out) as { id: string; titles: object; minutes: number; beats: string[] }[];
    expect(list.map(({ id }) => id)).toEqual(LESSONS.map(({ id }) => id));
    expect(list[0]).toMatchObject({
      id: 'L13',
      titles: { ko: '순서 보장: 1, 3, 2로 도착하면', en: 'Order is kept: 1, 3, 2 arrive' },
      minutes: 6,
    });
    expect(list[0]!.beats).toContain('duplicate');
    expect((await cli('lessons')).out.split('\n').length).toBe(LESSONS.length);
  });

  it('run by their names: 1, 3, 2 and nothing sent again', async () => {
    const { out } = await cli('run', 'L13', '--json');
    const { lanes } = JSON.parse(out) as RunResult;
    expect(lanes).toMatchObject([{ transport: 'tcp', intact: true, retransmissions: 0 }]);
  });

  it('refuse what they do not know in one line', async () => {
    const { status, complaints } = await cli('lessons', '--loud');
    expect([status, complaints.length]).toEqual([2, 1]);
  });
});
