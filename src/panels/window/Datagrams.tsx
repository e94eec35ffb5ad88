import { sentIndex } from '../../trace/scores';
import { countAtMost } from '../../trace/follow';
import type { Trace } from '../../trace/trace';
import type { MomentProps } from '../panelProps';
import { useEventMoment } from '../useEventMoment';
import { useWords } from '../useWords';
import styles from './Window.module.css';

/** What there is to say of UDP where TCP has its windows: nothing holds a datagram back, and nobody keeps a copy. */
export function Datagrams({ run, playhead, trace }: MomentProps & { readonly trace: Trace }) {
  const { t } = useWords();
  const momentNs = useEventMoment(playhead, trace);
  const count = countAtMost(sentIndex(trace, run.experiment).times, momentNs);
  return (
    <section className={styles['udp']} data-lane="udp">
      <h3>{t('windowPanel.udp.title')}</h3>
      <p>{t('windowPanel.udp.text')}</p>
      <p>{t('windowPanel.udp.sent', { count })}</p>
    </section>
  );
}
