import type { TFunction } from 'i18next';
import type { MechanismGroup } from '../../trace/mechanismSource';
import { rfcText } from '../rfcText';

type Entry = MechanismGroup['mechanisms'][number];

/** Whether every word that is looked for stands somewhere in what is said of a mechanism, its name in the engine included. */
export function matches(t: TFunction, { mechanism, source }: Entry, search: string): boolean {
  const said = [
    mechanism,
    t(`mechanisms.${mechanism}.name`),
    t(`mechanisms.${mechanism}.purpose`),
    t(`mechanisms.${mechanism}.without`),
    rfcText(t, source),
  ];
  const text = said.join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
