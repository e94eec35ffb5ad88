import { describe, expect, it } from 'vitest';
import { LESSONS } from '../lessons/lessons';
import type { RunResult } from '../trace/run';
import { shell as cli } from './shellBench';

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

  it('are checked by their names, all or some', async () => {
    const { status, out } = await cli('lesson', 'check');
    expect(status).toBe(0);
    expect(out.split('\n').map((line) => line.split(':')[0])).toEqual(LESSONS.map(({ id }) => `${id} ok`));
    expect((await cli('lesson', 'check', 'L14')).out).toBe('L14 ok: 8 beats happen, in their order');
  });

  it('are not files: a check says so in one line', async () => {
    const { status, complaints } = await cli('lesson', 'check', 'mine.json');
    expect([status, complaints]).toEqual([
      2,
      ['lesson check: "mine.json" is none of the lessons L13, L14, L18'],
    ]);
    expect((await cli('lesson')).status).toBe(2);
  });

  it('refuse what they do not know in one line', async () => {
    const { status, complaints } = await cli('lessons', '--loud');
    expect([status, complaints.length]).toEqual([2, 1]);
  });
});
