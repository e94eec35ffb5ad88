import { useState } from 'react';
import type { ChecksumSum, ChecksumWord } from '../../wire/checksumSums';
import { useWords } from '../useWords';
import styles from './ChecksumCard.module.css';

const PARTS = ['pseudo', 'header', 'data'] as const;

/**
 * How a receiver adds a checksum up, word by word, and what it finds; open from the first where it does not fit.
 * `before` is the packet as it was sent, `damagedAt` the byte in which a bit was inverted, or -1.
 */
export function ChecksumCard({
  sum,
  before,
  damagedAt,
}: {
  readonly sum: ChecksumSum;
  readonly before: Uint8Array;
  readonly damagedAt: number;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(!sum.fits);
  const layer = sum.protocol === 'ipv4' ? 'IP' : sum.protocol.toUpperCase();
  return (
    <details
      className={styles['card']}
      data-fits={sum.fits}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <b>{t('panels.hostStory.sum.title', { layer })}</b>{' '}
        <span>{t(sum.fits ? 'panels.hostStory.sum.fits' : 'panels.hostStory.sum.differs')}</span>
      </summary>
      {isOpen && <Arithmetic sum={sum} before={before} damagedAt={damagedAt} />}
    </details>
  );
}

function Arithmetic({ sum, before, damagedAt }: Parameters<typeof ChecksumCard>[0]) {
  const { t } = useWords();
  const isFlipped = ({ at }: ChecksumWord): boolean => at >= 0 && at === (damagedAt & ~1) && damagedAt >= 0;
  const flipped = sum.words.find(isFlipped);
  return (
    <div className={styles['sum']}>
      {PARTS.map((part) => {
        const words = sum.words.filter((word) => word.part === part);
        return (
          words.length > 0 && (
            <dl key={part}>
              <dt>{t(`panels.hostStory.sum.${part}`)}</dt>
              <dd>
                {words.map((word, i) => (
                  <code key={`${word.at}.${i}`} data-flipped={isFlipped(word) || undefined}>
                    {hex(word.value)}
                  </code>
                ))}
              </dd>
            </dl>
          )
        );
      })}
      {flipped && (
        <p data-loss>
          {t('panels.hostStory.sum.flipped', {
            before: hex(((before[flipped.at] ?? 0) << 8) | (before[flipped.at + 1] ?? 0)),
            after: hex(flipped.value),
          })}
        </p>
      )}
      <p>{t('panels.hostStory.sum.words', { sum: hex(sum.sum) })}</p>
      {sum.folds.map((fold) => (
        <p key={fold.sum}>
          {t('panels.hostStory.sum.fold', {
            carry: hex(fold.carry, 1),
            rest: hex(fold.rest),
            sum: hex(fold.sum),
          })}
        </p>
      ))}
      <p data-loss={!sum.fits || undefined}>
        {t('panels.hostStory.sum.complement', { expected: hex(sum.expected), found: hex(sum.found) })}{' '}
        <b>{t(sum.fits ? 'panels.hostStory.sum.fits' : 'panels.hostStory.sum.differs')}</b>
      </p>
    </div>
  );
}

function hex(value: number, digits = 4): string {
  return `0x${value.toString(16).padStart(digits, '0')}`;
}
