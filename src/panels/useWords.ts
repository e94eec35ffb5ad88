import type { TFunction } from '../i18n/translate';
import { useTranslation } from '../i18n/useTranslation';
import type { FormatLanguage } from '../ui/format';

/** The words and the number format of the language chosen now. */
export interface PanelWords {
  readonly t: TFunction;
  readonly language: FormatLanguage;
}

/** Renders the component again when the language changes. */
export function useWords(): PanelWords {
  const { t, language } = useTranslation();
  return { t, language: language };
}
