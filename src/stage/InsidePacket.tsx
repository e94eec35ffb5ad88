import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketRef, Run } from '../trace/run';
import { type Envelope, fieldValue, type OpenedPacket, openPacket, shownFields } from './envelopes';
import styles from './InsidePacket.module.css';
import { type SceneStore, useSceneFact } from './sceneStore';
import type { PacketScene } from './sceneTypes';

interface InsidePacketProps {
  readonly run: Run;
  readonly store: SceneStore<PacketScene>;
  readonly selected: PacketRef;
}

/** The chosen packet opened where it is now: envelope in envelope, each with its own bytes. */
export function InsidePacket({ run, store, selected }: InsidePacketProps): ReactNode {
  const { t } = useTranslation();
  // What is written on a packet changes a few times on its way; its text tells whether it has.
  const text = useSceneFact(store, ({ timeNs }) => JSON.stringify(openPacket(run, selected, timeNs)));
  const opened = JSON.parse(text) as OpenedPacket | null;
  return (
    <section
      className={styles['inside']}
      aria-label={t('envelopes.label')}
      data-layer
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a low stage it scrolls
      tabIndex={0}
    >
      <p className={styles['where']}>
        {opened
          ? t(`envelopes.where.${opened.kind}`, { from: opened.names[0] ?? '', to: opened.names[1] ?? '' })
          : t('envelopes.notYet')}
      </p>
      {opened && <Nested envelopes={opened.envelopes} />}
    </section>
  );
}

const SOURCES = {
  frame: 'RFC 894 · IEEE 802.3',
  arp: 'RFC 826',
  packet: 'RFC 791 §3.1',
  segment: 'RFC 9293 §3.1',
  datagram: 'RFC 768',
  icmp: 'RFC 792',
  message: '',
} as const;

function Nested({ envelopes }: { readonly envelopes: readonly Envelope[] }): ReactNode {
  const { t } = useTranslation();
  const [outer, ...inner] = envelopes;
  if (!outer) return null;
  const { unit, layer, bytes } = outer;
  return (
    <div className={styles['envelope']} data-lens={layer} data-unit={unit}>
      <header className={styles['head']}>
        <h3>{t(`envelopes.unit.${unit}`)}</h3>
        <small>{[t(`lens.of.${layer}`), SOURCES[unit]].filter(Boolean).join(' · ')}</small>
        <b className={styles['size']}>
          {inner.length > 0 && `${sumOf(outer)} = `}
          {bytes} B
        </b>
      </header>
      <Marks envelope={outer} />
      <Nested envelopes={inner} />
    </div>
  );
}

/** What is inside, padding if any, and the envelope's own bytes. */
function sumOf({ bytes, ownBytes, paddingBytes }: Envelope): string {
  return [bytes - ownBytes - paddingBytes, paddingBytes, ownBytes].filter((part) => part > 0).join(' + ');
}

function Marks({ envelope }: { readonly envelope: Envelope }): ReactNode {
  const { t } = useTranslation();
  const shown = shownFields(envelope);
  if (shown.length === 0) {
    return <p className={styles['message']}>{envelope.fields.map(fieldValue).join(' ')}</p>;
  }
  return (
    <dl className={styles['marks']}>
      {shown.map((field) => (
        <div key={field.name} data-valid={field.valid}>
          <dt>{t(`panels.fields.${field.name}.name`)}</dt>
          <dd>
            {fieldValue(field)}
            {field.valid !== undefined && (field.valid ? ' ✓' : ' ✗')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
