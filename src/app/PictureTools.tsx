import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { saveFile } from '../ui/saveFile';
import { notice } from './notice';
import styles from './PictureTools.module.css';
import type { Session } from './session';

const Menu = lazy(async () => ({ default: (await import('../ui/Menu')).Menu }));

/** A picture or a short clip of the stage, for slides. What draws them comes when it is asked for. */
export function PictureTools({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const [share, setShare] = useState<number | null>(null);
  const [isWanted, setWanted] = useState(false);
  const working = useRef<AbortController | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const make = async (work: (stage: HTMLElement, signal: AbortSignal) => Promise<void>): Promise<void> => {
    const stage = root.current?.closest('section');
    if (!stage || working.current) return;
    working.current = new AbortController();
    setWanted(false);
    setShare(0);
    try {
      await work(stage, working.current.signal);
    } catch {
      session.notify(notice('pictureFailed'));
    }
    working.current = null;
    setShare(null);
  };
  const picture = async (): Promise<void> =>
    make(async (stage) => {
      const { stagePicture } = await import('./stagePicture');
      saveFile('packet-town.png', await stagePicture(stage));
    });
  const clip = async (): Promise<void> =>
    make(async (stage, signal) => {
      const { stageClip } = await import('./stageClip');
      const { playback } = session;
      const file = await stageClip({ stage, playback, signal, onProgress: setShare });
      if (file) saveFile('packet-town.gif', file);
      else if (!signal.aborted) session.notify(notice('clipStopped'));
    });
  const trigger = (
    <Button
      look="quiet"
      shape="icon"
      aria-label={t('pictures.title')}
      title={t('pictures.title')}
      onClick={() => setWanted(true)}
    >
      <Icon name="picture" />
    </Button>
  );
  return (
    <div ref={root} className={styles['tools']} data-part="pictures">
      {share !== null ? (
        <>
          <progress value={share} max={1} aria-label={t('pictures.working')} />
          <Button look="quiet" onClick={() => working.current?.abort()}>
            {t('pictures.cancel')}
          </Button>
        </>
      ) : isWanted ? (
        <Suspense fallback={trigger}>
          <Menu
            isOpenAtFirst
            trigger={trigger}
            items={[
              { key: 'png', content: t('pictures.png'), onSelect: () => void picture() },
              { key: 'gif', content: t('pictures.gif'), onSelect: () => void clip() },
            ]}
          />
        </Suspense>
      ) : (
        trigger
      )}
    </div>
  );
}
