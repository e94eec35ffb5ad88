import { describe, expect, it } from 'vitest';
import { createZoomStore, zoomAround, zoomTo } from './zoomStore';

const END = 1_000_000;

describe('the stretch of time that all charts show', () => {
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
});
