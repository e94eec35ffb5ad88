import { formatAddress } from '../../wire/address';
import { formatMac } from '../../wire/macAddress';
import { useWords } from '../useWords';
import { FieldCell } from './FieldCell';
import styles from './Inspector.module.css';
import type { Lit, LitPart } from './lit';
import type { ShownLayer } from './shownLayers';
import { type TaughtFields, unfoldedFields } from './taughtFields';

interface BoxProps {
  /** From the outside in. */
  readonly layers: readonly ShownLayer[];
  readonly lit: LitPart | undefined;
  /** The key at which the Tab key stops. */
  readonly stop: string;
  /** Fields that are not folded away. */
  readonly taught: TaughtFields;
  readonly onLight: (lit: Lit) => void;
}

/** A layer as a box, with the layers it carries as boxes inside it; a frame's end closes its box. */
export function LayerBox({ layers, ...rest }: BoxProps) {
  const [layer, ...inside] = layers;
  if (!layer) return null;
  const trailer = inside.at(-1)?.protocol === 'ethernetTrailer' ? inside.at(-1) : undefined;
  const inner = trailer ? inside.slice(0, -1) : inside;
  const isLit = rest.lit?.layer.key === layer.key || (trailer && rest.lit?.layer.key === trailer.key);
  return (
    <section className={styles['box']} data-protocol={layer.protocol} data-within={isLit || undefined}>
      <LayerPart layer={layer} {...rest} />
      {inner.length > 0 && <LayerBox layers={inner} {...rest} />}
      {trailer && <LayerPart layer={trailer} {...rest} />}
    </section>
  );
}

/** The head of a layer, which lights all of it, and its fields. */
function LayerPart({
  layer,
  lit,
  stop,
  taught,
  onLight,
}: Omit<BoxProps, 'layers'> & { readonly layer: ShownLayer }) {
  const { t } = useWords();
  const { protocol, start, end, key } = layer;
  const isFirstQuoted = layer.isQuoted && protocol === 'ipv4';
  const light = (): void => onLight(key);
  return (
    <>
      <header className={styles['boxHead']} onPointerEnter={light}>
        <h4>
          <button
            type="button"
            data-part={key}
            data-lit={(lit?.layer.key === key && !lit.field) || undefined}
            tabIndex={stop === key ? 0 : -1}
            onFocus={light}
            onClick={light}
          >
            {t(isFirstQuoted ? 'panels.inspector.quoted' : `panels.inspector.layer.${protocol}`)}
          </button>
        </h4>
        <span className={styles['boxSize']}>{t('panels.inspector.bytes', { count: end - start })}</span>
        <p>{boxSummary(layer)}</p>
      </header>
      <ul className={styles['fields']}>
        {unfoldedFields(layer, taught).map((field) => (
          <FieldCell
            key={field.key}
            field={field}
            isLit={lit?.field?.key === field.key}
            isStop={stop === field.key}
            onLight={onLight}
          />
        ))}
      </ul>
    </>
  );
}

/** The one line that matters most: addresses on the frame and the IP box, ports on what is in it. */
function boxSummary({ protocol, fields }: ShownLayer): string {
  const value = (name: string): number => Number(fields.find((field) => field.name === name)?.value ?? 0);
  switch (protocol) {
    case 'ethernet':
      return `${formatMac(value('ethernet.source'))} → ${formatMac(value('ethernet.destination'))}`;
    case 'arp':
      return `${formatAddress(value('arp.senderProtocol'))} → ${formatAddress(value('arp.targetProtocol'))}`;
    case 'ipv4':
      return `${formatAddress(value('ipv4.source'))} → ${formatAddress(value('ipv4.destination'))} · TTL ${value('ipv4.timeToLive')}`;
    case 'tcp':
    case 'udp':
      return `${value(`${protocol}.sourcePort`)} → ${value(`${protocol}.destinationPort`)}`;
    case 'icmp':
      return `${value('icmp.type')}/${value('icmp.code')}`;
    case 'dns':
      return String(fields.find(({ name }) => name === 'dns.question.name')?.value ?? '');
    case 'http':
      return String(fields.find(({ name }) => name === 'http.startLine')?.value ?? '');
    case 'quicModel':
      return `#${value('quicModel.number')}`;
    case 'ethernetTrailer':
    case 'tls':
    case 'data':
      return '';
  }
}
