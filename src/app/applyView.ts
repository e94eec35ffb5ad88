import type { i18n as I18n } from 'i18next';
import { speak } from '../i18n/loadI18n';
import type { ViewState, ViewStore } from './viewStore';

/** Keeps the document in step with the chosen language, theme and size of writing. */
export function applyView(view: ViewStore, i18n: I18n): void {
  const apply = ({ language, theme, isProjected }: ViewState): void => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.toggleAttribute('data-projected', isProjected);
    document.title = `${i18n.t('app.name')}: ${i18n.t('app.subtitle')}`;
  };
  apply(view.getState());
  view.subscribe((state, before) => {
    const { language, theme, isProjected } = state;
    if (language === before.language && theme === before.theme && isProjected === before.isProjected) return;
    speak(i18n, language).then(
      () => apply(state),
      // Words that cannot be fetched leave the page in the language that it has.
      () => view.setState({ language: before.language }),
    );
  });
}
