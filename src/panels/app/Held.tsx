import type { ReactNode } from 'react';
import { pieceCount, senderOf } from '../../experiment/pieces';
import { applicationViewAt } from '../../trace/applicationView';
import type { MomentProps } from '../panelProps';
import { useFact } from '../useFact';
import { useWords } from '../useWords';
import styles from './AppView.module.css';
import { Blocks } from './Blocks';
import { CallStrip, type CallStripProps } from './CallStrip';

/** What the receiving app has at the playhead: a text, blocks of a picture or a file, or a call. */
export function Held(props: CallStripProps): ReactNode {
  const { run } = props;
  const sender = senderOf(run.experiment);
  switch (sender?.payload.kind) {
    case undefined:
      return null;
    case 'text':
      return <Text {...props} />;
    case 'picture':
    case 'file':
      return <HeldBlocks {...props} />;
    case 'call':
      return <CallStrip {...props} />;
  }
}

interface LaneProps extends MomentProps {
  readonly lane: number;
}

/** The letters in the order in which they were read; one that is not whole is a sign of its own. */
function Text({ run, lane, playhead }: LaneProps): ReactNode {
  const { t } = useWords();
  useFact(playhead, (timeNs) => applicationViewAt(run, lane, timeNs).received.length);
  const { bytes } = applicationViewAt(run, lane, playhead.get());
  const text = new TextDecoder().decode(bytes);
  return (
    <div className={styles['held']}>
      <span className={styles['label']}>{t('appView.held')}</span>
      <p className={styles['text']} data-held>
        {text === '' ? <span className={styles['quiet']}>{t('appView.noText')}</span> : text}
      </p>
    </div>
  );
}

function HeldBlocks({ run, lane, playhead }: LaneProps): ReactNode {
  const { t } = useWords();
  useFact(playhead, (timeNs) => applicationViewAt(run, lane, timeNs).received.length);
  const sender = senderOf(run.experiment)!;
  const { received } = applicationViewAt(run, lane, playhead.get());
  const here = new Set(received.map(({ piece }) => piece));
  const total = pieceCount(sender);
  return (
    <div className={styles['held']}>
      <span className={styles['label']}>
        {t('appView.held')} · {t('appView.blocks', { have: here.size, total })}
      </span>
      <Blocks payload={sender.payload} total={total} here={here} />
    </div>
  );
}
