import { describe, expect, it } from 'vitest';
import { createZoomStore, followPlayhead, keepWithin, panBy, zoomAround, zoomTo } from './zoom';

const END = 1_000_000;

describe('the stretch of time that timeline and charts show', () => {
  it('is the whole run, and again when it is zoomed out as far as that', () => {
    const zoom = createZoomStore();
    zoomTo(zoom, END, 200_000, 600_000);
    expect(zoom.getState().range).toEqual([200_000, 600_000]);
    zoomTo(zoom, END, -5, 2 * END);
    expect(zoom.getState().range).toBeNull();
  });

  it('keeps the moment in its place', () => {
    const zoom = createZoomStore();
    zoomAround(zoom, END, 250_000, 0.5);
    expect(zoom.getState().range).toEqual([125_000, 625_000]);
    zoomAround(zoom, END, 250_000, 2);
    expect(zoom.getState().range).toBeNull();
  });

  it('is never nothing', () => {
    const zoom = createZoomStore();
    zoomTo(zoom, END, 500_000, 500_001);
    expect(zoom.getState().range).toBeNull();
  });

  it('is moved as far as the run goes', () => {
    const zoom = createZoomStore();
    panBy(zoom, END, 100_000);
    expect(zoom.getState().range).toBeNull();
    zoomTo(zoom, END, 200_000, 600_000);
    panBy(zoom, END, -300_000);
    expect(zoom.getState().range).toEqual([0, 400_000]);
    panBy(zoom, END, 5 * END);
    expect(zoom.getState().range).toEqual([600_000, 1_000_000]);
  });

  it('turns the page when playing leaves it, and waits where it was chosen ahead', () => {
    const zoom = createZoomStore();
    zoomTo(zoom, END, 200_000, 400_000);
    followPlayhead(zoom, { beforeNs: 100_000, nowNs: 150_000, isPlaying: true }, END);
    followPlayhead(zoom, { beforeNs: 150_000, nowNs: 250_000, isPlaying: true }, END);
    expect(zoom.getState().range).toEqual([200_000, 400_000]);
    followPlayhead(zoom, { beforeNs: 399_000, nowNs: 420_000, isPlaying: true }, END);
    expect(zoom.getState().range).toEqual([400_000, 600_000]);
  });

  it('goes wherever a hand puts the playhead, and not beyond either end', () => {
    const zoom = createZoomStore();
    zoomTo(zoom, END, 200_000, 400_000);
    followPlayhead(zoom, { beforeNs: 900_000, nowNs: END, isPlaying: false }, END);
    expect(zoom.getState().range).toEqual([800_000, 1_000_000]);
    followPlayhead(zoom, { beforeNs: END, nowNs: 700_000, isPlaying: false }, END);
    expect(zoom.getState().range).toEqual([520_000, 720_000]);
    followPlayhead(zoom, { beforeNs: 700_000, nowNs: 0, isPlaying: false }, END);
    expect(zoom.getState().range).toEqual([0, 200_000]);
  });

  it('is given up when another run does not reach so far', () => {
    const zoom = createZoomStore();
    zoomTo(zoom, END, 200_000, 400_000);
    keepWithin(zoom, END);
    expect(zoom.getState().range).not.toBeNull();
    keepWithin(zoom, 300_000);
    expect(zoom.getState().range).toBeNull();
  });
});
