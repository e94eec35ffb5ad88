import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_WEATHER_AMOUNTS } from '../experiment/street';
import { formatRate, formatShare, formatTime } from '../ui/format';
import { AmountPopover } from './AmountPopover';
import { DELAYS_NS, nearest, QUEUES, RATES_BPS } from './roadSteps';
import type { Session } from './session';
import { useRoad } from './useRoad';
import styles from './WeatherBar.module.css';
import { WeatherPill } from './WeatherPill';

const FATES = ['loss', 'reorder', 'duplicate', 'corrupt'] as const;
const HUNDREDTHS = 100;

/** What the road R2–R3 does to packets: four kinds of weather to switch on and off, and three measures of the road. */
export function WeatherBar({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const { weather } = useRoad(session);
  // Switched off and on again, a kind of weather is as bad as it was.
  const amounts = useRef({ ...DEFAULT_WEATHER_AMOUNTS });
  return (
    <div className={styles['bar']}>
      <fieldset className={styles['fates']} aria-label={t('app.weather.title')}>
        {FATES.map((fate) => (
          <WeatherPill
            key={fate}
            fate={fate}
            amount={weather[fate]}
            onSwitch={(isOn) => session.setWeather({ [fate]: isOn ? amounts.current[fate] : 0 })}
          >
            <AmountPopover
              session={session}
              name={t(`app.weather.${fate}`)}
              hint={t(`app.weather.${fate}Hint`)}
              text={(hundredths) => formatShare(hundredths / HUNDREDTHS)}
              value={Math.round(weather[fate] * HUNDREDTHS)}
              max={HUNDREDTHS}
              onChange={(hundredths) => {
                const amount = hundredths / HUNDREDTHS;
                if (amount > 0) amounts.current[fate] = amount;
                session.setWeather({ [fate]: amount });
              }}
            />
          </WeatherPill>
        ))}
      </fieldset>
      <fieldset className={styles['road']} aria-label={t('app.weather.road')}>
        <RoadPills session={session} />
      </fieldset>
    </div>
  );
}

function RoadPills({ session }: { readonly session: Session }): ReactNode {
  const { t, i18n } = useTranslation();
  const { link } = useRoad(session);
  const language = i18n.language === 'ko' ? 'ko' : 'en';
  const rateText = (bps: number): string => (bps === 0 ? t('app.weather.unlimited') : formatRate(bps));
  const pills = [
    {
      key: 'delay',
      steps: DELAYS_NS,
      value: link.delayNs,
      text: (delayNs: number) => formatTime(delayNs, language),
      change: (delayNs: number) => session.setLink({ delayNs }),
    },
    {
      key: 'rate',
      steps: RATES_BPS,
      value: link.rateBps,
      text: rateText,
      change: (rateBps: number) => session.setLink({ rateBps }),
    },
    {
      key: 'queue',
      steps: QUEUES,
      value: link.queuePackets,
      text: (count: number) => t('app.weather.packets', { count }),
      change: (queuePackets: number) => session.setLink({ queuePackets }),
    },
  ] as const;
  return pills.map(({ key, steps, value, text, change }) => (
    <AmountPopover
      key={key}
      session={session}
      icon={key}
      name={t(`app.weather.${key}`)}
      hint={t(`app.weather.${key}Hint`)}
      shown={text(value)}
      text={(index) => text(steps[index] ?? value)}
      value={nearest(steps, value)}
      max={steps.length - 1}
      onChange={(index) => change(steps[index] ?? value)}
    />
  ));
}
