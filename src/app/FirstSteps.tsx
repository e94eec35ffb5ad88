import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type FirstStep, nextStep, takeStep } from '../experiment/firstSteps';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { focusHouse } from './focusHouse';
import styles from './FirstSteps.module.css';
import type { Session } from './session';
import { isBuilding } from './viewStore';

/** On the map of a town in which nothing moves yet: what comes next, and a button that does it. */
export function FirstSteps({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const town = useStore(session.experiment, (state) => state.town);
  const isOn = useStore(session.view, isBuilding);
  const step = town && nextStep(town);
  const button = useRef<HTMLButtonElement>(null);
  const kind = step && isOn ? step.kind : null;
  useEffect(() => {
    // Whoever asked for a new town by key goes on from here.
    if (kind === 'computer' && document.activeElement === document.body) {
      button.current?.focus({ preventScroll: true });
    }
  }, [kind]);
  if (!step || !isOn) return null;
  const take = (): void => {
    const built = takeStep(town, step);
    if (!built) return;
    session.changeTown(built.town);
    session.view.setState({ chosen: { kind: 'host', id: built.id } });
    // After the last step there is nothing to press here any more.
    if (!nextStep(built.town)) focusHouse(built.id);
  };
  return (
    <section className={styles['steps']} data-step={step.kind} data-layer aria-label={t('firstSteps.label')}>
      <p className={styles['sentence']} role="status">
        {t(`firstSteps.${step.kind}.sentence`, namesIn(step))}
      </p>
      <Button ref={button} look="strong" onClick={take}>
        <Icon name={step.kind === 'program' ? 'play' : 'plus'} />{' '}
        {t(`firstSteps.${step.kind}.action`, namesIn(step))}
      </Button>
    </section>
  );
}

function namesIn(step: FirstStep): { readonly name: string; readonly to: string } {
  switch (step.kind) {
    case 'computer':
      return { name: '', to: '' };
    case 'another':
      return { name: step.beside, to: '' };
    case 'program':
      return { name: step.host, to: step.to };
  }
}
