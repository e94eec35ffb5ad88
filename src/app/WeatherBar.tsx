import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Weather } from '../experiment/experiment';
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
  const amounts = useAmounts(weather);
  return (
    <div className={styles['bar']}>
      <fieldset className={styles['fates']} aria-label={t('app.weather.title')}>
        {FATES.map((fate) => (
          <WeatherPill
            key={fate}
            fate={fate}
            amount={weather[fate]}
            onSwitch={(isOn) => session.setWeather({ [fate]: isOn ? amounts[fate] : 0 })}
          >
            <AmountPopover
              session={session}
              name={t(`app.weather.${fate}`)}
              hint={t(`app.weather.${fate}Hint`)}
              text={(hundredths) => formatShare(hundredths / HUNDREDTHS)}
              value={Math.round(weather[fate] * HUNDREDTHS)}
              max={HUNDREDTHS}
              onChange={(hundredths) => session.setWeather({ [fate]: hundredths / HUNDREDTHS })}
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

/** How bad each kind of weather was when it was last on, wherever that came from: what its switch comes back with. */
function useAmounts(weather: Weather): Weather {
  const [amounts, setAmounts] = useState(DEFAULT_WEATHER_AMOUNTS);
  const isNew = FATES.some((fate) => weather[fate] > 0 && weather[fate] !== amounts[fate]);
  if (isNew) {
    const seen = FATES.filter((fate) => weather[fate] > 0).map((fate) => [fate, weather[fate]]);
    setAmounts({ ...amounts, ...(Object.fromEntries(seen) as Partial<Weather>) });
  }
  return amounts;
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
