import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import styles from './LimitsCard.module.css';

const THINGS = [
  'address',
  'protocol',
  'port',
  'socket',
  'transport',
  'door',
  'packet',
  'router',
  'ttl',
  'icmp',
  'udp',
  'connection',
  'timer',
  'rwnd',
  'cwnd',
] as const;

/** Where the metaphor ends: what each thing is drawn as, and what that picture gets wrong. */
export function LimitsCard({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('metaphor.limits')}
      description={t('metaphor.limitsIntro')}
      closeLabel={t('ui.close')}
      onClose={onClose}
    >
      <dl className={styles['limits']}>
        {THINGS.map((thing) => (
          <div key={thing} className={styles['row']}>
            <dt>
              <strong>{t(`metaphor.thing.${thing}`)}</strong> ≈ {t(`metaphor.image.${thing}`)}
            </dt>
            <dd>{t(`metaphor.limit.${thing}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
