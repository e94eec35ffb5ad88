import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { useWords } from '../useWords';

/** How long the button says that it has worked. */
const SAID_MS = 2500;

/** Puts the lines shown, or the `chosen` ones where there are any, on the clipboard, and says so. */
export function CopyButton({ chosen, textOf }: { readonly chosen: number; readonly textOf: () => string }) {
  const { t } = useWords();
  const [said, setSaid] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(textOf());
      setSaid('copied');
    } catch {
      // A page over plain http may not write to the clipboard.
      setSaid('copyFailed');
    }
    setTimeout(() => setSaid(null), SAID_MS);
  };
  const words = chosen > 0 ? t('panels.filter.copyChosen', { count: chosen }) : t('panels.filter.copyAll');
  return (
    <Button look="quiet" onClick={() => void copy()}>
      <Icon name={said === 'copied' ? 'check' : 'copy'} />
      <span aria-live="polite">{said ? t(`panels.filter.${said}`) : words}</span>
    </Button>
  );
}
