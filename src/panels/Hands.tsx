import { useState } from 'react';
import { Segmented } from '../ui/Segmented';
import { ComparisonCard } from './hands/ComparisonCard';
import { ComparisonChooser } from './hands/ComparisonChooser';
import type { HandActions, HandsState } from './hands/handActions';
import styles from './hands/Hands.module.css';
import { HistoryButtons } from './hands/HistoryButtons';
import { InterventionList } from './hands/InterventionList';
import { Mechanisms } from './hands/Mechanisms';
import { PlaceHands } from './hands/PlaceHands';
import { Surgery } from './hands/Surgery';
import { packetLabelOf } from './packetLabel';
import { packetName } from './packetName';
import type { PointingProps } from './panelProps';
import { useWords } from './useWords';

interface HandsProps extends PointingProps {
  readonly state: HandsState;
  readonly hands: HandActions;
}

/** What was done to this run and can be done, what would be without it, and TCP without its mechanisms. */
export function Hands(props: HandsProps) {
  const { run, onSeek, state, hands } = props;
  const { t } = useWords();
  const [view, setView] = useState<'town' | 'tcp'>('town');
  const { other, otherStreet, street } = state;
  const isTouched = street.commands.length > 0 || otherStreet !== null;
  return (
    <div className={styles['hands']}>
      <div className={styles['bar']}>
        <HistoryButtons state={state} hands={hands} />
        <Segmented
          label={t('hands.view')}
          value={view}
          options={[
            { value: 'town', content: t('hands.inTown') },
            { value: 'tcp', content: t('hands.inTcp') },
          ]}
          onChange={setView}
        />
      </div>
      {isTouched && (
        <>
          <h3 className={styles['title']}>{t('hands.compare.title')}</h3>
          <ComparisonChooser state={state} hands={hands} />
          {otherStreet && <ComparisonCard run={run} other={other} onSeek={onSeek} onSwap={hands.swap} />}
        </>
      )}
      {view === 'tcp' ? <Mechanisms state={state} hands={hands} /> : <InTown {...props} />}
    </div>
  );
}

/** The list of what was done, and what can be done to the chosen packet and to places. */
function InTown({ run, playhead, selected, onSeek, state, hands }: HandsProps) {
  const { t } = useWords();
  const label = selected ? packetLabelOf(run, selected) : undefined;
  return (
    <>
      <h3 className={styles['title']}>{t('hands.list')}</h3>
      <InterventionList run={run} state={state} hands={hands} onSeek={onSeek} />
      <h3 className={styles['title']}>
        {label ? t('hands.ofPacket', { name: packetName(t, label) }) : t('hands.ofPackets')}
      </h3>
      {selected && label ? (
        <Surgery run={run} playhead={playhead} packet={selected} hands={hands} />
      ) : (
        <p className={styles['hint']}>{t('hands.choosePacket')}</p>
      )}
      <h3 className={styles['title']}>{t('hands.places')}</h3>
      <PlaceHands run={run} playhead={playhead} hands={hands} />
    </>
  );
}
