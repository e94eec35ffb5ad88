import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Camera, useCameraFact } from './cameraStore';
import { type Place, placesIn, viewOf } from './places';
import type { TownPlan } from './plan';
import styles from './StageTools.module.css';

interface CrumbsProps {
  readonly camera: Camera;
  readonly plan: TownPlan;
  /** The chosen packet is the innermost place. */
  readonly isInside: boolean;
}

/** The places that are looked into, from the whole town inwards; each leads back to itself. */
export function Crumbs({ camera, plan, isInside }: CrumbsProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePlaceName(plan);
  // Places are few and small: their text tells whether one is another.
  const path = useCameraFact(camera, ({ goal }) => JSON.stringify(placesIn(plan, goal)));
  const places = JSON.parse(path) as readonly Place[];
  // What is inside a packet is nowhere in the town: one step leads out of it.
  const shown = isInside ? places.slice(0, 1) : places;
  return (
    <nav className={`${styles['group']} ${styles['where']}`} aria-label={t('camera.where')}>
      <ol className={styles['crumbs']}>
        {shown.map((place, depth) => (
          <li key={nameOf(place)}>
            <button
              type="button"
              className={styles['crumb']}
              aria-current={depth === shown.length - 1 && !isInside ? 'location' : undefined}
              onClick={() => camera.glideTo(viewOf(plan, place))}
            >
              {nameOf(place)}
            </button>
          </li>
        ))}
        {isInside && (
          <li className={styles['crumb']} aria-current="location">
            {t('envelopes.label')}
          </li>
        )}
      </ol>
    </nav>
  );
}

function usePlaceName(plan: TownPlan): (place: Place) => string {
  const { t } = useTranslation();
  return (place) => {
    switch (place.kind) {
      case 'town':
      case 'street':
        return t(`camera.place.${place.kind}`);
      case 'office':
        return t('camera.place.office', { router: plan.offices[place.number]?.router ?? '' });
      case 'building':
        return t(`camera.place.${place.side}`);
      case 'room': {
        const room = plan[place.side].rooms[place.room];
        if (room?.transport) return t('camera.place.room', { transport: room.transport.toUpperCase() });
        return t(room?.use === 'closed' ? 'stage.closedRoom' : 'stage.emptyRoom');
      }
    }
  };
}
