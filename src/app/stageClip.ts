import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { Playback } from '../playback/playback';
import { clipTimes, FRAME_MS } from './clipTimes';
import { stageCamera } from './stagePicture';

/** As wide as half a slide. */
const WIDTH = 960;
const COLOURS = 128;

interface ClipOptions {
  readonly stage: HTMLElement;
  readonly playback: Playback;
  /** Ends the work. */
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/**
 * A GIF of some seconds around the playhead, which comes back to where it was. The same moments give the same pictures.
 * Null: it was given up, or somebody played or moved time meanwhile, which then stays theirs.
 */
export async function stageClip({ stage, playback, signal, onProgress }: ClipOptions): Promise<Blob | null> {
  const { playhead, store } = playback;
  playback.pause();
  const nowNs = playhead.get();
  const { course, speed } = store.getState();
  const gif = GIFEncoder();
  const times = course ? clipTimes(course, nowNs, speed) : [];
  const draw = await stageCamera(stage);
  let shownNs = nowNs;
  const isTaken = (): boolean => store.getState().isPlaying || playhead.get() !== shownNs;
  try {
    for (const [number, timeNs] of times.entries()) {
      if (signal.aborted || isTaken()) return null;
      playback.seek(timeNs);
      shownNs = playhead.get();
      await drawn();
      addFrame(gif, await draw(WIDTH / stage.clientWidth));
      onProgress((number + 1) / times.length);
    }
    if (isTaken()) return null;
    gif.finish();
    return new Blob([gif.bytes()], { type: 'image/gif' });
  } finally {
    if (!isTaken()) playback.seek(nowNs);
  }
}

function addFrame(gif: ReturnType<typeof GIFEncoder>, canvas: HTMLCanvasElement): void {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  const palette = quantize(data, COLOURS);
  gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay: FRAME_MS });
}

/** Two render steps: one in which things move, one in which what follows from that is drawn. */
async function drawn(): Promise<void> {
  for (let step = 0; step < 2; step += 1) await new Promise(requestAnimationFrame);
}
