import type { i18n as I18n } from 'i18next';
import { speak } from '../i18n/speak';
import type { ViewState, ViewStore } from './viewStore';

/** Keeps the document in step with the chosen language, theme and size of writing. */
export function applyView(view: ViewStore, i18n: I18n): void {
  const apply = ({ language, theme, isProjected }: ViewState): void => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.toggleAttribute('data-projected', isProjected);
    document.title = `${i18n.t('app.name')}: ${i18n.t('app.subtitle')}`;
  };
  // A language may be asked for, by a link or a person, while the words of another are still on their way.
  const follow = (): void => {
    const state = view.getState();
    if (i18n.language === state.language) {
      apply(state);
      return;
    }
    const spoken = i18n.language === 'ko' ? 'ko' : 'en';
    // Words that cannot be fetched leave the page in the language that it has.
    speak(i18n, state.language).then(follow, () => view.setState({ language: spoken }));
  };
  follow();
  view.subscribe((state, before) => {
    const { language, theme, isProjected } = state;
    if (language !== before.language || theme !== before.theme || isProjected !== before.isProjected)
      follow();
  });
}
