import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../playback/useKeys';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { LimitsCard } from './LimitsCard';
import styles from './StageTools.module.css';

/** The town with its metaphor, or the same run as hosts, ports and links. */
export type Look = 'town' | 'protocol';

export interface LookProps {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

/** Switches the metaphor off and on, and says where it ends. */
export function LookTools({ look, onLook }: LookProps): ReactNode {
  const { t } = useTranslation();
  const [isExplained, setExplained] = useState(false);
  const isTown = look === 'town';
  useKeys(useMemo(() => ({ switchLook: () => onLook(isTown ? 'protocol' : 'town') }), [isTown, onLook]));
  const limits = t('metaphor.limits');
  const name = t('metaphor.protocolView');
  return (
    <div className={styles['group']} role="group" aria-label={t('metaphor.label')}>
      <Button
        look="quiet"
        shape="icon"
        aria-label={name}
        aria-pressed={!isTown}
        title={`${name} (M)`}
        onClick={() => onLook(isTown ? 'protocol' : 'town')}
      >
        <Icon name={isTown ? 'diagram' : 'house'} />
      </Button>
      <Button look="quiet" shape="icon" aria-label={limits} title={limits} onClick={() => setExplained(true)}>
        <Icon name="unequal" />
      </Button>
      {isExplained && <LimitsCard onClose={() => setExplained(false)} />}
    </div>
  );
}
