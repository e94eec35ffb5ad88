import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRESETS, type PresetId } from '../experiment/presets/inOrder';
import { TOPICS } from '../experiment/presets/town';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import styles from './TownGallery.module.css';
import { TownPicture } from './TownPicture';

interface TownGalleryProps {
  readonly onOpen: (id: PresetId) => void;
  /** A town that is to be built from nothing. */
  readonly onNew: () => void;
  readonly onClose: () => void;
}

/** All towns that come with the page, by what of the lecture they are about. */
export function TownGallery({ onOpen, onNew, onClose }: TownGalleryProps): ReactNode {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const searchId = useId();
  const found = useFound(wanted);
  return (
    <Dialog
      title={t('builder.choose')}
      description={t('builder.chooseAbout')}
      closeLabel={t('builder.close')}
      onClose={onClose}
      size="wide"
    >
      <label className={styles['search']} htmlFor={searchId}>
        {t('builder.search')}
        <input
          id={searchId}
          type="search"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          autoComplete="off"
        />
      </label>
      <Button onClick={onNew} className={styles['new'] ?? ''}>
        <Icon name="plus" /> <b>{t('builder.newTown')}</b> <span>{t('builder.newTownAbout')}</span>
      </Button>
      {found.length === 0 && <p role="status">{t('builder.nothingFound')}</p>}
      {TOPICS.map((topic) => {
        const towns = found.filter((preset) => preset.topic === topic);
        if (towns.length === 0) return null;
        return (
          <section key={topic} aria-label={t(`builder.topic.${topic}`)}>
            <h3 className={styles['topic']}>{t(`builder.topic.${topic}`)}</h3>
            <ul className={styles['towns']}>
              {towns.map((preset) => (
                <li key={preset.id}>
                  <Entry preset={preset} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Dialog>
  );
}

/** Those with all of these words in name or sentence. */
function useFound(wanted: string): readonly (typeof PRESETS)[number][] {
  const { t } = useTranslation();
  const words = wanted.toLocaleLowerCase().split(/\s+/);
  return PRESETS.filter(({ id }) => {
    const text = `${id} ${t(`presets.${id}.name`)} ${t(`presets.${id}.about`)}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

interface EntryProps extends Pick<TownGalleryProps, 'onOpen'> {
  readonly preset: (typeof PRESETS)[number];
}

function Entry({ preset: { id, town }, onOpen }: EntryProps): ReactNode {
  const { t } = useTranslation();
  const { hosts, routers } = town.experiment.town;
  const [nameId, aboutId, sizeId] = [useId(), useId(), useId()];
  return (
    <button
      type="button"
      className={styles['entry']}
      data-preset={id}
      aria-labelledby={nameId}
      aria-describedby={`${aboutId} ${sizeId}`}
      onClick={() => onOpen(id)}
    >
      <TownPicture town={town} />
      <span id={nameId} className={styles['name']}>
        {t(`presets.${id}.name`)}
      </span>
      <span id={aboutId} className={styles['about']}>
        {t(`presets.${id}.about`)}
      </span>
      <span id={sizeId} className={styles['size']}>
        {t('builder.size', { hosts: hosts.length, routers: routers.length })}
      </span>
    </button>
  );
}
