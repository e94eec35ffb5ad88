import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { App, NodeId } from '../../experiment/experiment';
import { APP_CHOICES, type AppChoice, isTaken, nearestHost, newApps } from '../../experiment/newApp';
import { unreachable } from '../../experiment/reach';
import { addApps, changeApp } from '../../experiment/townChanges';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { appFields } from './appFields';
import styles from './Build.module.css';
import type { BuildProps } from './buildProps';
import { Field } from './Field';

interface ProgramsProps extends BuildProps {
  readonly host: NodeId;
}

const MORE_CHOICES = APP_CHOICES.filter((choice) => choice !== 'ping');
/** What needs nobody at the other end. */
const ALONE: ReadonlySet<AppChoice> = new Set(['receive', 'echo', 'webServer', 'streamServer', 'nameServer']);

/** What runs in a computer, and what it can be given to do. */
export function Programs({ host, ...props }: ProgramsProps): ReactNode {
  const { t } = useTranslation();
  const { town, onChange } = props;
  const own = town.experiment.apps
    .map((app, number) => ({ app, number }))
    .filter(({ app }) => app.host === host);
  return (
    <>
      <GiveToDo {...props} host={host} isIdle={own.length === 0} />
      {own.length > 0 && <h4 className={styles['heading']}>{t('builder.programs')}</h4>}
      <ul className={styles['programs']}>
        {own.map(({ app, number }) => (
          <li key={number} className={styles['program']}>
            <Program
              {...props}
              app={app}
              onApp={(changed) => onChange(changeApp(town, number, () => changed))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface GiveToDoProps extends ProgramsProps {
  readonly isIdle: boolean;
}

function GiveToDo({ town, host, isIdle, onChange }: GiveToDoProps): ReactNode {
  const { t } = useTranslation();
  const near = nearestHost(town, host);
  const give = (choice: AppChoice): void => {
    const given = addApps(town, newApps(town, host, choice));
    if (given) onChange(given);
  };
  const more = MORE_CHOICES.filter(
    (choice) => (near !== null || ALONE.has(choice)) && !isTaken(town, host, choice),
  );
  return (
    <section aria-label={t('builder.give')}>
      <h4 className={styles['heading']}>{t('builder.give')}</h4>
      <div className={styles['buttons']}>
        {near && (
          <Button look={isIdle ? 'strong' : 'plain'} onClick={() => give('ping')}>
            <Icon name="play" /> {t('builder.pingTo', { name: near.id })}
          </Button>
        )}
        {more.map((choice) => (
          <Button key={choice} onClick={() => give(choice)}>
            {t(`builder.choice.${choice}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

interface ProgramProps extends BuildProps {
  readonly app: App;
  /** The program as it is to be, or null: without it. */
  readonly onApp: (app: App | null) => void;
}

function Program({ app, town, onApp }: ProgramProps): ReactNode {
  const { t } = useTranslation();
  const plan = town.experiment.town;
  const name = t(`builder.app.${app.kind}`);
  const warningAt = (address: string): string | undefined => {
    const why = address === '' ? null : unreachable(plan, app.host, address);
    return why === 'noPath' ? t('builder.wrong.noPath') : undefined;
  };
  return (
    <>
      <div className={styles['programHead']}>
        <b>{name}</b>
        <IconButton icon="close" label={t('builder.removeProgram', { name })} onPress={() => onApp(null)} />
      </div>
      <div className={styles['fields']}>
        {appFields(app, plan).map((spec) => (
          <Field
            key={spec.key}
            spec={spec}
            onChange={onApp}
            warning={spec.kind === 'address' ? warningAt(spec.value) : undefined}
          />
        ))}
      </div>
    </>
  );
}
