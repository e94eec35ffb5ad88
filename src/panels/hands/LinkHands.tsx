import { weatherFrom } from '../../experiment/changes';
import { isCut } from '../../experiment/conditions';
import type { Link, Weather } from '../../experiment/experiment';
import { DEFAULT_WEATHER_AMOUNTS } from '../../experiment/street';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Switch } from '../../ui/Switch';
import type { HandActions } from './handActions';
import styles from './Hands.module.css';
import type { MomentProps } from '../panelProps';
import { useFact } from '../useFact';
import { useWords } from '../useWords';

const FATES = ['loss', 'reorder', 'duplicate', 'corrupt'] as const;

interface LinkHandsProps extends MomentProps {
  readonly link: Link;
  readonly hands: Pick<HandActions, 'perform'>;
}

/** What can be done to one link from the playhead on: cut it, restore it, change its weather. */
export function LinkHands({ run, playhead, link, hands }: LinkHandsProps) {
  const { t } = useWords();
  const { commands } = run.experiment;
  const cut = useFact(playhead, (timeNs) => isCut(commands, link.id, timeNs));
  const weatherAt = (timeNs: number): Weather => weatherFrom(commands, link.id, link.weather, timeNs);
  const bad = useFact(playhead, (timeNs) => FATES.filter((fate) => weatherAt(timeNs)[fate] > 0).join(' '));
  const at = (): { readonly atNs: number; readonly link: string } => ({
    atNs: Math.ceil(playhead.get()),
    link: link.id,
  });
  const setFate = (fate: (typeof FATES)[number], isOn: boolean): void => {
    const atNs = Math.ceil(playhead.get());
    const weather = { ...weatherAt(atNs), [fate]: isOn ? DEFAULT_WEATHER_AMOUNTS[fate] : 0 };
    hands.perform([{ kind: 'setWeather', ...at(), weather }]);
  };
  return (
    <fieldset className={styles['surgery']} aria-label={t('hands.linkHands', { link: link.id })}>
      <div className={styles['acts']}>
        <Button
          data-act={cut ? 'restoreLink' : 'cutLink'}
          onClick={() => hands.perform([{ kind: cut ? 'restoreLink' : 'cutLink', ...at() }])}
        >
          <Icon name={cut ? 'join' : 'cut'} />
          {t(cut ? 'hands.act.restoreLink' : 'hands.act.cutLink')}
        </Button>
      </div>
      <div className={styles['acts']}>
        {FATES.map((fate) => (
          <Switch key={fate} checked={bad.split(' ').includes(fate)} onChange={(isOn) => setFate(fate, isOn)}>
            <Icon name={fate} />
            {t(`app.weather.${fate}`)}
          </Switch>
        ))}
      </div>
    </fieldset>
  );
}
