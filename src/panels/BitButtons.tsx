import styles from './BitButtons.module.css';
import { useWords } from './useWords';

const BITS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

interface BitButtonsProps {
  /** Number of the byte in the packet, and what it is. */
  readonly byte: number;
  readonly value: number;
  /** Called with the number of the bit in the packet, the highest of a byte first. */
  readonly onFlip: (bit: number) => void;
}

/** The eight bits of a byte: pressing one inverts it. */
export function BitButtons({ byte, value, onFlip }: BitButtonsProps) {
  const { t } = useWords();
  return (
    <fieldset className={styles['eight']} aria-label={t('hands.bitsOf', { byte })}>
      {BITS.map((bit) => {
        const isOne = ((value >> (7 - bit)) & 1) === 1;
        return (
          <button
            key={bit}
            type="button"
            aria-label={t('hands.flipBit', {
              bit: byte * 8 + bit,
              before: isOne ? 1 : 0,
              after: isOne ? 0 : 1,
            })}
            onClick={() => onFlip(byte * 8 + bit)}
          >
            {isOne ? 1 : 0}
          </button>
        );
      })}
    </fieldset>
  );
}
