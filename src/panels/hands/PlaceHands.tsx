import { useState } from 'react';
import { Segmented } from '../../ui/Segmented';
import type { MomentProps } from '../panelProps';
import { useWords } from '../useWords';
import type { HandActions } from './handActions';
import { HostHands } from './HostHands';
import { LinkHands } from './LinkHands';
import styles from './Hands.module.css';

interface PlaceHandsProps extends MomentProps {
  readonly hands: Pick<HandActions, 'perform'>;
}

/** Links and hosts, one chosen, and what can be done to it. */
export function PlaceHands(props: PlaceHandsProps) {
  const { t } = useWords();
  const { links, hosts } = props.run.experiment.town;
  const ids = [...links.map(({ id }) => id), ...hosts.map(({ id }) => id)];
  const [chosen, choose] = useState(links.find(({ weather }) => weather.loss > 0)?.id ?? ids[0] ?? '');
  const link = links.find(({ id }) => id === chosen);
  return (
    <>
      <div className={styles['places']}>
        <Segmented
          label={t('hands.place')}
          value={chosen}
          options={ids.map((value) => ({ value, content: value.replace('-', '–') }))}
          onChange={choose}
        />
      </div>
      {link ? <LinkHands {...props} link={link} /> : <HostHands {...props} host={chosen} />}
    </>
  );
}
