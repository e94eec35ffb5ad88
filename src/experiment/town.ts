import type { Link, LinkSettings, Route, Router, Town, Weather } from './experiment';

const CLIENT_ADDRESS = '192.0.2.10';
export const SERVER_ADDRESS = '198.51.100.20';
/** The one road of the first screen that has weather and whose settings can be changed. */
export const WEATHER_LINK = 'R2-R3';

export const CLEAR_WEATHER: Weather = {
  loss: 0,
  reorder: 0,
  reorderDelayNs: 60_000_000,
  duplicate: 0,
  corrupt: 0,
};

/** 10 ms, 100 Mbit/s: a good link that is never in the way. */
const GOOD_LINK: LinkSettings = { delayNs: 10_000_000, rateBps: 100_000_000, queuePackets: 100 };

/** The first screen's town: C – R1 – R2 – R3 – S, with `settings` and `weather` on the road from R2 to R3. */
export function firstTown(settings: LinkSettings, weather: Weather, others: LinkSettings = GOOD_LINK): Town {
  return {
    hosts: [
      { id: 'C', address: CLIENT_ADDRESS, link: 'C-R1' },
      { id: 'S', address: SERVER_ADDRESS, link: 'R3-S' },
    ],
    routers: [
      router('R1', '203.0.113.1', 'C-R1', 'R1-R2'),
      router('R2', '203.0.113.2', 'R1-R2', WEATHER_LINK),
      router('R3', '203.0.113.3', WEATHER_LINK, 'R3-S'),
    ],
    links: [
      link('C', 'R1', others, CLEAR_WEATHER),
      link('R1', 'R2', others, CLEAR_WEATHER),
      link('R2', 'R3', settings, weather),
      link('R3', 'S', others, CLEAR_WEATHER),
    ],
  };
}

function router(id: string, address: string, toClient: string, toServer: string): Router {
  const routes: readonly Route[] = [
    { prefix: '192.0.2.0/24', link: toClient },
    { prefix: '198.51.100.0/24', link: toServer },
  ];
  return { id, address, routes };
}

function link(from: string, to: string, settings: LinkSettings, weather: Weather): Link {
  return { id: `${from}-${to}`, from, to, ...settings, framingBytes: 0, weather };
}
