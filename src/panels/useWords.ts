import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FormatLanguage } from '../ui/format';

/** The words and the number format of the language chosen now. */
export interface PanelWords {
  readonly t: TFunction;
  readonly language: FormatLanguage;
}

/** Renders the component again when the language changes. */
export function useWords(): PanelWords {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language === 'ko' ? 'ko' : 'en' };
}
