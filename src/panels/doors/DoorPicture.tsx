import type { DoorState } from '../../trace/doors';
import styles from './Doors.module.css';

/** A door ajar, one somebody goes out by, a shut one, and one behind a shield: told apart by their shapes. */
export function DoorPicture({ state }: { readonly state: DoorState }) {
  return (
    <svg
      className={styles['picture']}
      data-state={state}
      viewBox="0 0 32 40"
      width="32"
      height="40"
      aria-hidden="true"
    >
      <rect x="4" y="3" width="24" height="34" rx="1.5" data-part="frame" />
      {state === 'open' && <path d="M5 4l13 4v32L5 36z" data-part="leaf" />}
      {state === 'calling' && <path d="M9 20h13M17 14l6 6-6 6" data-part="sign" />}
      {(state === 'closed' || state === 'filtered') && (
        <rect x="6" y="5" width="20" height="31" data-part="leaf" />
      )}
      {state === 'closed' && <path d="M11 15l10 10M21 15L11 25" data-part="sign" />}
      {state === 'filtered' && <path d="M16 11l8 3v6c0 5-4 8-8 10-4-2-8-5-8-10v-6z" data-part="shield" />}
    </svg>
  );
}
