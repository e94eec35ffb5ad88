import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Payload } from '../experiment/experiment';
import { CLOSED_PORT, OPEN_PORTS } from '../experiment/street';
import { Button } from '../ui/Button';
import { formatBytes } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Segmented } from '../ui/Segmented';
import { messageText, piecesOf, readFile, textToSend } from './message';
import styles from './MessageComposer.module.css';
import { newLuck } from './newLuck';
import type { Session } from './session';

const CLOSED_PORTS = { tcp: CLOSED_PORT, udp: CLOSED_PORT };

/** What is sent, to which room, with which luck. */
export function MessageComposer({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const payload = useStore(session.experiment, (state) => state.street.payload);
  const ports = useStore(session.experiment, (state) => state.street.ports);
  const seed = useStore(session.experiment, (state) => state.street.seed);
  const isClosed = ports.tcp !== OPEN_PORTS.tcp || ports.udp !== OPEN_PORTS.udp;
  return (
    <fieldset className={styles['composer']} aria-label={t('app.message.title')}>
      <div className={styles['field']}>
        {payload.kind === 'text' ? (
          <TextField session={session} payload={payload} />
        ) : (
          <FileChip session={session} payload={payload} />
        )}
        <FileButton session={session} />
      </div>
      <span className={styles['room']} aria-hidden="true">
        {t('app.message.room')}
      </span>
      <Segmented
        label={t('app.message.room')}
        value={isClosed ? 'closed' : 'open'}
        options={[
          {
            value: 'open',
            content: (
              <RoomWord
                icon="doorOpen"
                word={t('app.message.roomOpenShort')}
                ports={Object.values(OPEN_PORTS)}
              />
            ),
            label: t('app.message.roomOpen'),
          },
          {
            value: 'closed',
            content: (
              <RoomWord icon="doorClosed" word={t('app.message.roomClosedShort')} ports={[CLOSED_PORT]} />
            ),
            label: t('app.message.roomClosed'),
          },
        ]}
        onChange={(next) => session.setPorts(next === 'open' ? OPEN_PORTS : CLOSED_PORTS)}
      />
      <Button title={t('app.message.luckHint', { seed })} onClick={() => newLuck(session)}>
        <Icon name="luck" />
        <span>{t('app.message.luck')}</span>
        <small className={styles['seed']}>{seed}</small>
      </Button>
    </fieldset>
  );
}

interface RoomWordProps {
  readonly icon: 'doorOpen' | 'doorClosed';
  readonly word: string;
  readonly ports: readonly number[];
}

function RoomWord({ icon, word, ports }: RoomWordProps): ReactNode {
  return (
    <>
      <Icon name={icon} />
      <span>{word}</span> <small className={styles['ports']}>{ports.join('·')}</small>
    </>
  );
}

interface FieldProps {
  readonly session: Session;
  readonly payload: Payload;
}

function TextField({ session, payload }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const sent = messageText(payload);
  const [draft, setDraft] = useState(sent);
  const [known, setKnown] = useState(sent);
  // A message from a link or another run replaces what is in the field.
  if (known !== sent) {
    setKnown(sent);
    setDraft(sent);
  }
  const send = (): void => {
    if (draft === sent) return;
    const { payload: next, refusal } = textToSend(draft);
    if (next) session.send(next);
    else session.notify(refusal);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send();
    // A keyboard on the screen would hide the town.
    if (matchMedia('(pointer: coarse)').matches) field.current?.blur();
  };
  return (
    <form className={styles['text']} onSubmit={submit}>
      <input
        ref={field}
        className={styles['input']}
        type="text"
        value={draft}
        aria-label={t('app.message.label')}
        placeholder={t('app.message.placeholder')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="send"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={send}
        onKeyDown={(event) => isFinishingSyllable(event) && event.preventDefault()}
      />
      <span className={styles['pieces']}>{t('app.message.pieces', { count: piecesOf(draft) })}</span>
      <Button
        type="submit"
        look="strong"
        shape="icon"
        aria-label={t('app.message.send')}
        title={t('app.message.send')}
      >
        <Icon name="send" />
      </Button>
    </form>
  );
}

/** Enter that ends a syllable of an input method is not Enter that sends; Safari says so by the key code alone. */
function isFinishingSyllable({ key, keyCode, nativeEvent }: KeyboardEvent): boolean {
  return key === 'Enter' && (nativeEvent.isComposing || keyCode === PROCESSED_KEY);
}

const PROCESSED_KEY = 229;

function FileChip({ session, payload }: FieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles['chip']}>
      <b className={styles['fileName']} data-clip-ok>
        {payload.kind === 'call' ? t('app.message.call') : payload.name}
      </b>
      <span className={styles['pieces']}>{formatBytes(payload.bytes.length)}</span>
      <Button
        look="quiet"
        shape="icon"
        aria-label={t('app.message.backToText')}
        title={t('app.message.backToText')}
        onClick={() => session.sendDefaultText()}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}

function FileButton({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const { payload, refusal } = await readFile(file);
    if (payload) session.send(payload);
    else session.notify(refusal);
  };
  return (
    <>
      <Button
        look="quiet"
        shape="icon"
        aria-label={t('app.message.file')}
        title={t('app.message.file')}
        onClick={() => chooser.current?.click()}
      >
        <Icon name="file" />
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('app.message.file')}
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
