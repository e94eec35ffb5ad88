import type { CSSProperties } from 'react';
import type { NameWalk, WalkStep } from '../../trace/nameWalks';
import type { Run } from '../../trace/run';
import { parseAddress } from '../../wire/address';
import { ROOT_NAME } from '../../wire/dnsName';
import { useWords } from '../useWords';
import styles from './Names.module.css';
import { zoneTree } from './zoneTree';

interface TreeProps {
  readonly run: Run;
  readonly walk: NameWalk;
  /** What was said by now. */
  readonly said: readonly WalkStep[];
}

/** Who hangs from whom: the asker, the resolver, and the zones from the root down, with the questions that each was asked. */
export function Tree({ run, walk, said }: TreeProps) {
  const { t } = useWords();
  const { apps, town } = run.experiment;
  const asker = town.hosts[walk.place];
  const first = walk.steps[0];
  const resolver = town.hosts.find(({ address }) => parseAddress(address) === first?.to);
  const questionsTo = (addresses: readonly (number | undefined)[]): readonly number[] =>
    said.flatMap(({ to, what }, i) =>
      addresses.includes(to ?? undefined) && isQuestion(what.kind) ? [i + 1] : [],
    );
  return (
    <ul className={styles['tree']} aria-label={t('names.tree')}>
      <Desk depth={0} name={asker?.id ?? ''} role={t('names.stub')} questions={[]} />
      <Desk
        depth={1}
        name={resolver?.id ?? '?'}
        role={t('names.resolver')}
        questions={questionsTo([first?.to ?? undefined])}
      />
      {zoneTree(apps, town.hosts).map(({ origin, depth, hosts }) => (
        <Desk
          key={origin}
          depth={2 + depth}
          zone={origin}
          name={hosts.map(({ id }) => id).join(' · ')}
          role={origin === ROOT_NAME ? t('names.root') : t('names.server')}
          questions={questionsTo(hosts.map(({ address }) => parseAddress(address)))}
        />
      ))}
    </ul>
  );
}

/** How far the tree's line leads in. */
const indentedBy = (depth: number): CSSProperties => ({ marginInlineStart: `${depth * 1.1}rem` });

interface DeskProps {
  readonly depth: number;
  readonly zone?: string;
  readonly name: string;
  readonly role: string;
  /** Numbers of the steps in which it was asked. */
  readonly questions: readonly number[];
}

function Desk({ depth, zone, name, role, questions }: DeskProps) {
  return (
    <li style={indentedBy(depth)} data-asked={questions.length > 0 || undefined}>
      {zone !== undefined && <b className={styles['zone']}>{zone}</b>}
      <span className={styles['host']}>{name}</span>
      <small>{role}</small>
      <span className={styles['questions']}>
        {questions.map((number) => (
          <span key={number} className={styles['number']}>
            {number}
          </span>
        ))}
      </span>
    </li>
  );
}

function isQuestion(kind: WalkStep['what']['kind']): boolean {
  switch (kind) {
    case 'nameAsked':
    case 'nameAskedAgain':
    case 'nameAskedOverTcp':
    case 'serverAsked':
    case 'silentServerLeft':
    case 'uselessServerLeft':
      return true;
    default:
      return false;
  }
}
