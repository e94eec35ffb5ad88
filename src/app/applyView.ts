import type { i18n as I18n } from 'i18next';
import type { ViewState, ViewStore } from './viewStore';

/** Keeps the document in step with the chosen language and theme. */
export function applyView(view: ViewStore, i18n: I18n): void {
  const apply = ({ language, theme }: ViewState): void => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.title = `${i18n.t('app.name')}: ${i18n.t('app.subtitle')}`;
  };
  apply(view.getState());
  view.subscribe((state, before) => {
    const { language, theme } = state;
    if (language === before.language && theme === before.theme) return;
    void i18n.changeLanguage(language).then(() => apply(state));
  });
}
