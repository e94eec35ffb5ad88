import { Button } from '../../ui/Button';
import { Icon, type IconName } from '../../ui/Icon';
import { Menu } from '../../ui/Menu';
import { useWords } from '../useWords';
import styles from './LadderTools.module.css';
import type { LadderLook } from './look';

/** Ways to take the ladder out of the page. */
export type LadderOutput = 'svg' | 'png' | 'print';

/** Zoom, the two ways to see time, what is written beside the arrows, and what can be taken away. */
export function LadderTools({
  look,
  onLook,
  zoomIn,
  zoomOut,
  onFit,
  onOutput,
}: {
  readonly look: LadderLook;
  readonly onLook: (look: LadderLook) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly onFit: () => void;
  readonly onOutput: (output: LadderOutput) => void;
}) {
  const { t } = useWords();
  const press = (icon: IconName, label: string, onClick: () => void, isPressed?: boolean) => (
    <Button
      look="quiet"
      shape="icon"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </Button>
  );
  const { isTrue, hasNotes } = look;
  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('panels.ladderTools.tools')}>
      {press('minus', t('panels.ladderTools.zoomOut'), zoomOut)}
      <output className={styles['zoom']}>{Math.max(1, Math.round(look.zoom * 100))}%</output>
      {press('plus', t('panels.ladderTools.zoomIn'), zoomIn)}
      {press('fit', t('panels.ladderTools.fit'), onFit)}
      <i />
      {press('ruler', t('panels.ladderTools.true'), () => onLook({ ...look, isTrue: !isTrue }), isTrue)}
      {press('note', t('panels.ladderTools.notes'), () => onLook({ ...look, hasNotes: !hasNotes }), hasNotes)}
      <Menu
        trigger={press('download', t('panels.ladderTools.output'), () => {})}
        items={(['svg', 'png', 'print'] as const).map((output) => ({
          key: output,
          content: (
            <>
              <Icon name={output === 'print' ? 'print' : 'download'} />
              {t(`panels.ladderTools.outputs.${output}`)}
            </>
          ),
          onSelect: () => onOutput(output),
        }))}
      />
    </div>
  );
}
