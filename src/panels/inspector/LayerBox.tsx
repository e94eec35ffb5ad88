import { formatAddress } from '../../wire/address';
import { formatMac } from '../../wire/ethernet';
import { useWords } from '../useWords';
import { FieldCell } from './FieldCell';
import styles from './Inspector.module.css';
import type { ShownLayer } from './shownLayers';

/** A layer as a box, with the layers it carries as boxes inside it. */
export function LayerBox({
  layers,
  lit,
  onLight,
}: {
  readonly layers: readonly ShownLayer[];
  readonly lit: number | null;
  readonly onLight: (field: number | null) => void;
}) {
  const { t } = useWords();
  const [layer, ...inner] = layers;
  if (!layer) return null;
  const { protocol, start, end } = layer;
  const isFirstQuoted = layer.isQuoted && protocol === 'ipv4';
  return (
    <section className={styles['box']} data-protocol={protocol}>
      <header className={styles['boxHead']}>
        <h4>{t(isFirstQuoted ? 'panels.inspector.quoted' : `panels.inspector.layer.${protocol}`)}</h4>
        <span className={styles['boxSize']}>{t('panels.inspector.bytes', { count: end - start })}</span>
        <p>{boxSummary(layer)}</p>
      </header>
      <ul className={styles['fields']}>
        {layer.fields.map((field) => (
          <FieldCell
            key={field.number}
            field={field}
            isLit={lit === field.number}
            isStop={lit === null ? field.number === 0 : lit === field.number}
            onLight={onLight}
          />
        ))}
      </ul>
      {inner.length > 0 && <LayerBox layers={inner} lit={lit} onLight={onLight} />}
    </section>
  );
}

/** The one line that matters most: addresses on the IP box, ports on what is in it. */
function boxSummary({ protocol, fields }: ShownLayer): string {
  const value = (name: string): number => Number(fields.find((field) => field.name === name)?.value ?? 0);
  switch (protocol) {
    case 'ipv4':
      return `${formatAddress(value('ipv4.source'))} → ${formatAddress(value('ipv4.destination'))} · TTL ${value('ipv4.timeToLive')}`;
    case 'tcp':
    case 'udp':
      return `${value(`${protocol}.sourcePort`)} → ${value(`${protocol}.destinationPort`)}`;
    case 'icmp':
      return `${value('icmp.type')}/${value('icmp.code')}`;
    case 'ethernet':
      return `${formatMac(value('ethernet.source'))} → ${formatMac(value('ethernet.destination'))}`;
    case 'ethernetTrailer':
    case 'data':
      return '';
  }
}
