import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { announcementOf } from './announcements';
import { transcriptEntries, transcriptText } from './transcript';

const run = simulateAll(streetExperiment(defaultStreet('ko')));
const trace = run.traces[0]!;
const sent = transcriptEntries(run).flatMap((entry) => {
  const event = run.traces[entry.lane]!.event(entry.event);
  return entry.lane === 0 && event.kind === 'packetSent'
    ? [{ packet: event.packet, text: transcriptText(run, entry) }]
    : [];
});

describe('announcementOf', () => {
  it('gives the SACK blocks as the transcript does', () => {
    const blocks = sent.filter(({ text }) => text.includes('sack '));
    expect(blocks.length).toBeGreaterThan(0);
    for (const { packet, text } of blocks) {
      const { sack } = announcementOf(trace, packet)!;
      const written = sack.map(({ start, end }) => `{${start}:${end}}`).join('');
      if (!text.includes('sackOK')) expect(text).toContain(`sack ${sack.length} ${written}`);
    }
  });

  it('scales the window once both SYNs have agreed to, and says when it changes', () => {
    const syn = announcementOf(trace, sent[0]!.packet)!;
    const ack = announcementOf(trace, sent[2]!.packet)!;
    expect(sent[0]!.text).toContain(`win ${syn.windowBytes}`);
    expect(sent[2]!.text).toContain(`win ${ack.windowBytes >> 7}`);
    expect(ack.windowBytes).toBe(511 << 7);
    expect(syn.isWindowNew).toBe(true);
    expect(ack.isWindowNew).toBe(syn.windowBytes !== ack.windowBytes);
  });

  it('knows nothing of a datagram', () => {
    expect(announcementOf(run.traces[1]!, 0)).toBeUndefined();
  });
});
