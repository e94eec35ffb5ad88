import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { Switch } from '../ui/Switch';
import styles from './WeatherBar.module.css';

interface WeatherPillProps {
  readonly fate: 'loss' | 'reorder' | 'duplicate' | 'corrupt';
  readonly amount: number;
  readonly onSwitch: (isOn: boolean) => void;
  /** What adjusts the amount, beside the switch while it is on. */
  readonly children: ReactNode;
}

/** One kind of weather: press to switch it on or off. */
export function WeatherPill({ fate, amount, onSwitch, children }: WeatherPillProps): ReactNode {
  const { t } = useTranslation();
  const isOn = amount > 0;
  return (
    <div className={`${styles['pill']} ${isOn ? styles['on'] : ''}`} data-fate={fate}>
      <Switch checked={isOn} onChange={onSwitch}>
        <Icon name={fate} />
        {t(`app.weather.${fate}`)}
      </Switch>
      {isOn && children}
    </div>
  );
}
