import { memo } from 'react';
import type { PacketRef } from '../trace/run';
import type { Actor } from './cast';
import { PacketForms } from './PacketCard';
import styles from './PacketCard.module.css';
import type { Sheet } from './plan';
import { pressed } from './pressed';
import { sameFields } from './sceneStore';

interface PacketButtonProps extends Omit<Actor, 'key'> {
  /** The packet's key. */
  readonly id: string;
  readonly plan: Sheet;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
}

/**
 * A packet's picture, and over it the button that it is. Where it is, how it looks, its name (which says more than the
 * picture has room for) and the sizes are written by the loop; without them it is not there.
 */
export const PacketButton = memo(Button, isSameButton);

function Button(props: PacketButtonProps) {
  const { id, lane, packet, face, transport, plan, isSelected, isHovered, onSelect, onHover } = props;
  const ref = { lane, packet };
  const choose = (): void => onSelect(isSelected ? null : ref);
  return (
    <svg className={styles['actor']} data-actor={id}>
      <g>
        <g aria-hidden="true">
          <rect
            data-part="ring"
            data-ring={isSelected ? 'selected' : isHovered ? 'hovered' : undefined}
            rx="8"
            className={styles['ring']}
          />
          <Picture face={face} transport={transport} plan={plan} />
        </g>
        <g
          role="button"
          tabIndex={-1}
          aria-pressed={isSelected}
          className={styles['button']}
          data-paper={face.signal ?? face.paper}
          onPointerEnter={() => onHover(ref)}
          onPointerLeave={() => onHover(null)}
          onFocus={() => onHover(ref)}
          onBlur={() => onHover(null)}
          onClick={choose}
          onKeyDown={pressed(choose)}
        >
          <rect fill="transparent" />
        </g>
      </g>
    </svg>
  );
}

/** Most packets of another run have the faces of those before. */
function isSameButton(before: PacketButtonProps, { face, ...now }: PacketButtonProps): boolean {
  return sameFields(before.face, face) && sameFields({ ...before, face }, { ...now, face });
}

const Picture = memo(PacketForms);
