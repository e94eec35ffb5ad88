import type { ReactNode } from 'react';
import { MAP_HEIGHT, MAP_WIDTH } from '../experiment/spot';
import type { TownFile } from '../experiment/townFile';
import styles from './TownGallery.module.css';

const HOUSE = 'M-38 34V-12L0 -44L38 -12V34Z';
const ROUTER_RADIUS = 30;

/** A town from far above: where houses, routers and roads lie. */
export function TownPicture({ town }: { readonly town: TownFile }): ReactNode {
  const { hosts, routers, links } = town.experiment.town;
  const spotOf = (id: string): { readonly x: number; readonly y: number } => town.spots[id] ?? { x: 0, y: 0 };
  return (
    <svg
      className={styles['picture']}
      viewBox={`-40 -40 ${MAP_WIDTH + 80} ${MAP_HEIGHT + 80}`}
      aria-hidden="true"
      focusable="false"
    >
      {links.map(({ id, from, to }) => {
        const [one, other] = [spotOf(from), spotOf(to)];
        return <line key={id} className={styles['road']} x1={one.x} y1={one.y} x2={other.x} y2={other.y} />;
      })}
      {routers.map(({ id }) => (
        <circle key={id} className={styles['router']} cx={spotOf(id).x} cy={spotOf(id).y} r={ROUTER_RADIUS} />
      ))}
      {hosts.map(({ id }) => (
        <path
          key={id}
          className={styles['house']}
          d={HOUSE}
          transform={`translate(${spotOf(id).x} ${spotOf(id).y})`}
        />
      ))}
    </svg>
  );
}
