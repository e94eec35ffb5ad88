import { allowedZoom, type LadderLook } from './look';
import { type DrawnLane, drawLanes } from './drawLanes';

const ANYWHERE = { left: 0, right: 1 };

/** The zoom at which the whole ladder is in view; a short one stays as large as it is at first. */
export function fitZoom(
  lanes: readonly DrawnLane[],
  unit: number,
  look: LadderLook,
  scroller: HTMLElement | null,
): number {
  const room = scroller?.clientHeight ?? 0;
  const heightAt = (zoom: number): number => drawLanes(lanes, ANYWHERE, unit, { ...look, zoom }).scale.height;
  // Below 1 heights are very nearly in proportion to the zoom, but for the margins.
  const [whole, half] = [heightAt(1), heightAt(0.5)];
  const perZoom = (whole - half) * 2;
  if (whole <= room || perZoom <= 0) return 1;
  return allowedZoom((room - (whole - perZoom)) / perZoom);
}
