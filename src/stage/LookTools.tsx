import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../playback/useKeys';
import styles from './StageTools.module.css';
import { Tool } from './Tool';

const LimitsCard = lazy(async () => ({ default: (await import('./LimitsCard')).LimitsCard }));

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
  const name = t('metaphor.protocolView');
  return (
    <div className={styles['group']} role="group" aria-label={t('metaphor.label')}>
      <Tool
        icon={isTown ? 'diagram' : 'house'}
        name={name}
        hint={`${name} (M)`}
        isOn={!isTown}
        onPress={() => onLook(isTown ? 'protocol' : 'town')}
      />
      <Tool icon="unequal" name={t('metaphor.limits')} onPress={() => setExplained(true)} />
      {isExplained && (
        <Suspense>
          <LimitsCard onClose={() => setExplained(false)} />
        </Suspense>
      )}
    </div>
  );
}
