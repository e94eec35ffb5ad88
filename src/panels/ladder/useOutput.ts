import { useState } from 'react';
import type { NodeId } from '../../experiment/experiment';
import type { Run } from '../../trace/run';
import { saveFile } from '../../ui/saveFile';
import { useWords } from '../useWords';
import type { LadderOutput } from './LadderTools';
import type { LadderLook } from './look';
import { ladderPicture } from './picture';
import { printSheets } from './printSheets';
import { rasterise } from './rasterise';

const NAME = 'packet-town-ladder';

/** Takes the whole ladder out of the page, as a person looks at it; `hasFailed` when the browser could not. */
export function useOutput(
  run: Run,
  other: Run | null,
  look: LadderLook,
  columns: readonly NodeId[] | undefined,
): { readonly start: (output: LadderOutput) => void; readonly hasFailed: boolean } {
  const { t, language } = useWords();
  const [hasFailed, setFailed] = useState(false);
  const make = async (output: LadderOutput): Promise<void> => {
    const picture = ladderPicture(t, language, { run, other, look, columns });
    switch (output) {
      case 'svg':
        return saveFile(`${NAME}.svg`, new Blob([picture.svg()], { type: 'image/svg+xml' }));
      case 'png':
        return saveFile(`${NAME}.png`, await rasterise(picture));
      case 'print':
        return printSheets(t('panels.ladderTools.title'), language, picture.sheets());
    }
  };
  const start = (output: LadderOutput): void => {
    setFailed(false);
    make(output).catch(() => setFailed(true));
  };
  return { start, hasFailed };
}
