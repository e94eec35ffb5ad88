import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Icon, type IconName } from '../ui/Icon';
import { Segmented } from '../ui/Segmented';
import { Slider } from '../ui/Slider';
import type { Session } from './session';
import styles from './WeatherBar.module.css';

interface AmountPopoverProps {
  readonly session: Session;
  readonly name: string;
  readonly hint: string;
  /** Where the slider stands, from 0 to `max`. */
  readonly value: number;
  readonly max: number;
  readonly text: (value: number) => string;
  /** The amount on the button, where it differs from what the slider can show. */
  readonly shown?: string;
  /** Without an icon it is the second half of a switch, and shows the amount only. */
  readonly icon?: IconName;
  readonly onChange: (value: number) => void;
}

/** Positioning needs a library larger than this whole bar: it comes with the first press. */
const Popover = lazy(async () => ({ default: (await import('../ui/Popover')).Popover }));

/** A button with an amount, and the slider behind it. */
export function AmountPopover(props: AmountPopoverProps): ReactNode {
  const { name, value, text, icon, shown = text(value) } = props;
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  const label = t('app.weather.amountOf', { name, amount: shown });
  const trigger = (
    <button
      type="button"
      className={icon ? styles['measure'] : styles['amount']}
      aria-haspopup="dialog"
      aria-label={label}
      title={name}
      onClick={() => setWanted(true)}
    >
      {icon && <Icon name={icon} />}
      {icon && <span className={styles['measureName']}>{name}</span>}{' '}
      <b className={styles['figure']}>{shown}</b>
      <Icon name="down" />
    </button>
  );
  if (!isWanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <Popover trigger={trigger} label={t('app.weather.amount', { name })}>
        <Sheet {...props} />
      </Popover>
    </Suspense>
  );
}

/** The slider, what it means, and from when on it holds. */
function Sheet(props: AmountPopoverProps): ReactNode {
  const { session, hint, value } = props;
  const { t } = useTranslation();
  const changesFrom = useStore(session.view, (state) => state.changesFrom);
  return (
    <div className={styles['sheet']}>
      <p className={styles['hint']}>{hint}</p>
      <AmountSlider key={value} {...props} />
      <div className={styles['since']}>
        <span>{t('app.weather.applies')}</span>
        <Segmented
          label={t('app.weather.applies')}
          value={changesFrom}
          options={[
            { value: 'now', content: t('app.weather.fromNow') },
            { value: 'start', content: t('app.weather.fromStart') },
          ]}
          onChange={(next) => session.setChangesFrom(next)}
        />
      </div>
    </div>
  );
}

/** Moves freely while it is dragged; what it comes to rest on is run. */
function AmountSlider({ name, value, max, text, onChange }: AmountPopoverProps): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(value);
  return (
    <div className={styles['slide']}>
      <Slider
        label={t('app.weather.amount', { name })}
        value={draft}
        min={0}
        max={max}
        step={1}
        valueText={text(draft)}
        onChange={setDraft}
        onCommit={(next) => next !== value && onChange(next)}
      />
      <b className={styles['draft']}>{text(draft)}</b>
    </div>
  );
}
