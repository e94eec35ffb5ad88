import { useState } from 'react';
import { nameWalksBy, type NameWalk, type WalkStep } from '../../trace/nameWalks';
import { reasonSource } from '../../trace/reasonSource';
import type { PointingProps } from '../panelProps';
import { reasonWords } from '../reasonWords';
import { rfcText } from '../rfcText';
import { useFact } from '../useFact';
import { useWords } from '../useWords';
import styles from './Names.module.css';
import { StepList } from './StepList';
import { Tree } from './Tree';

interface WalkProps extends PointingProps {
  readonly lane: number;
}

/** The walk of the lookup that is under way, or of one that was chosen: whom it led to, and what was said. */
export function Walk(props: WalkProps) {
  const { run, lane, playhead } = props;
  const { t } = useWords();
  const trace = run.traces[lane]!;
  const begun = useFact(playhead, (timeNs) => nameWalksBy(trace, timeNs).length);
  // With the playhead, unless one is chosen.
  const [wanted, setWanted] = useState(-1);
  const chosen = wanted >= 0 && wanted < begun ? wanted : begun - 1;
  const walk = nameWalksBy(trace, playhead.get())[chosen];
  return (
    <section aria-label={t('names.walk')}>
      <div className={styles['walkHead']}>
        <h3>{t('names.walk')}</h3>
        {begun > 0 && (
          <select
            aria-label={t('names.chooseWalk')}
            value={wanted < begun ? wanted : -1}
            onChange={({ target }) => setWanted(Number(target.value))}
          >
            <option value={-1}>{t('names.latestWalk')}</option>
            {nameWalksBy(trace, playhead.get()).map((one, number) => (
              <option key={one.startedNs} value={number}>
                {t('names.walkNumber', { number: number + 1, name: one.name, type: one.type })}
              </option>
            ))}
          </select>
        )}
      </div>
      {walk ? <OneWalk {...props} walk={walk} /> : <p className={styles['quiet']}>{t('names.noWalk')}</p>}
    </section>
  );
}

function OneWalk({ walk, ...props }: WalkProps & { readonly walk: NameWalk }) {
  const { run, lane, playhead, selected } = props;
  const { t } = useWords();
  useFact(playhead, (timeNs) => newsBy(walk, timeNs));
  const nowNs = playhead.get();
  const said = walk.steps.filter(({ event }) => event.timeNs <= nowNs);
  const isOver = walk.told !== null && walk.told.timeNs <= nowNs;
  const chosen = said.find(({ packet }) => selected?.lane === lane && packet === selected.packet);
  const told = chosen ? chosen.event.reason : isOver ? walk.told!.reason : said.at(-1)?.event.reason;
  const source = told && reasonSource(told.kind, run.traces[lane]!.lane);
  return (
    <>
      <Tree run={run} walk={walk} said={said} />
      <StepList {...props} said={said} nowNs={nowNs} />
      {told && (
        <p className={styles['told']} data-over={(isOver && !chosen) || undefined}>
          {reasonWords(t, told)} {source && <small>{rfcText(t, source)}</small>}
        </p>
      )}
    </>
  );
}

/** How much has happened to the steps of a walk: it grows whenever one of them was sent, arrived or was lost. */
function newsBy({ steps, told }: NameWalk, timeNs: number): number {
  const count = (step: WalkStep): number =>
    Number(step.event.timeNs <= timeNs) + Number(step.arrivedNs <= timeNs) + Number(step.lostNs <= timeNs);
  return steps.reduce((sum, step) => sum + count(step), Number(told !== null && told.timeNs <= timeNs));
}
