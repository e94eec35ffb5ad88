import type uPlot from 'uplot';

/** A packet's way, from when it was made to the last that was heard of it. Virtual nanoseconds. */
export type FlightSpan = readonly [fromNs: number, toNs: number];

/** Lays a band over the time in which the packet that is pointed at anywhere is under way; gives what places it anew. */
export function addFlightBand(
  chart: uPlot,
  flightNow: () => FlightSpan | null,
  className: string,
): () => void {
  const band = document.createElement('div');
  band.className = className;
  chart.over.append(band);
  return () => {
    const flight = flightNow();
    const [from, to] = flight ? flight.map((timeNs) => chart.valToPos(timeNs, 'x')) : [0, -1];
    const { clientWidth } = chart.over;
    const left = Math.max(0, from!);
    const right = Math.min(clientWidth, to!);
    band.hidden = right < left;
    band.style.left = `${left}px`;
    band.style.width = `${Math.max(0, right - left)}px`;
  };
}
