import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../experiment/limits';
import { changeLink, changeRouter, rename, setAddress } from '../../experiment/townChanges';
import { join, type Place, remove } from '../../experiment/townEdits';
import type { TownFile } from '../../experiment/townFile';
import { parseAddress } from '../../wire/address';
import { Button } from '../../ui/Button';
import styles from './Build.module.css';
import type { BuildProps } from './buildProps';
import { Field } from './Field';
import type { FieldSpec } from './fieldSpec';
import { linkFields } from './linkFields';
import { Programs } from './Programs';

interface PlaceFormProps extends BuildProps {
  readonly place: Place;
}

/** Everything about one house or road. */
export function PlaceForm({ place, ...props }: PlaceFormProps): ReactNode {
  const { t } = useTranslation();
  const { town, onChange, onChoose } = props;
  const fields = placeFields(place, town, (id) => onChoose({ ...place, id }));
  return (
    <section className={styles['form']} aria-label={place.id}>
      <div className={styles['formHead']}>
        <h3>
          <small>{t(`builder.kind.${place.kind}`)}</small> {place.id}
        </h3>
        <Button onClick={() => onChoose(null)}>{t('builder.wholeTown')}</Button>
      </div>
      <div className={styles['fields']}>
        {fields.map((spec) => (
          <Field key={`${place.id} ${spec.key}`} spec={spec} onChange={onChange} />
        ))}
      </div>
      {place.kind === 'host' && <Programs {...props} host={place.id} />}
      <Button
        className={styles['remove'] ?? ''}
        onClick={() => {
          onChange(remove(town, place));
          onChoose(null);
        }}
      >
        {t('builder.remove', { name: place.id })}
      </Button>
    </section>
  );
}

function placeFields(
  { kind, id }: Place,
  file: TownFile,
  follow: (id: string) => void,
): readonly FieldSpec<TownFile>[] {
  const { town } = file.experiment;
  if (kind === 'link') {
    const link = town.links.find((one) => one.id === id);
    return link
      ? linkFields(link, town).map((spec) => written(spec, (changed) => changeLink(file, id, () => changed)))
      : [];
  }
  const nodes = [...town.hosts, ...town.routers];
  const node = nodes.find((one) => one.id === id);
  if (!node) return [];
  const common: readonly FieldSpec<TownFile>[] = [
    {
      kind: 'text',
      key: 'name',
      value: id,
      check: (text) => nameProblem(text, id, nodes),
      write: (name) => {
        follow(name);
        return rename(file, id, name);
      },
    },
    {
      kind: 'text',
      key: 'address',
      value: node.address,
      check: (text) => (parseAddress(text.trim()) === undefined ? 'address' : null),
      write: (text) => setAddress(file, id, text.trim()),
    },
  ];
  const host = town.hosts.find((one) => one.id === id);
  if (host) {
    const at = town.links.find(({ id: link }) => link === host.link);
    const other = at ? (at.from === id ? at.to : at.from) : '';
    const ends = nodes.filter((one) => one.id !== id).map((one) => ({ value: one.id }));
    return [
      ...common,
      {
        kind: 'choice',
        key: 'road',
        value: other,
        options: [{ value: '' }, ...ends],
        write: (to) =>
          to === '' ? remove(file, { kind: 'link', id: host.link }) : (join(file, id, to) ?? file),
      },
    ];
  }
  const router = town.routers.find((one) => one.id === id)!;
  return [
    ...common,
    {
      kind: 'switch',
      key: 'silent',
      value: router.silent ?? false,
      write: (isOn) =>
        changeRouter(file, id, ({ silent: _silent, ...rest }) => (isOn ? { ...rest, silent: true } : rest)),
    },
  ];
}

function nameProblem(
  text: string,
  id: string,
  nodes: readonly { readonly id: string }[],
): 'name' | 'nameTaken' | null {
  if (text.trim() === '' || text.length > LIMITS.idCharacters) return 'name';
  return text !== id && nodes.some((node) => node.id === text) ? 'nameTaken' : null;
}

/** A field of a part as one of the whole. */
function written<Part>(spec: FieldSpec<Part>, into: (part: Part) => TownFile): FieldSpec<TownFile> {
  switch (spec.kind) {
    case 'number':
      return { ...spec, write: (value: number) => into(spec.write(value)) };
    case 'text':
      return { ...spec, write: (value: string) => into(spec.write(value)) };
    case 'choice':
    case 'address':
      return { ...spec, write: (value: string) => into(spec.write(value)) };
    case 'switch':
      return { ...spec, write: (value: boolean) => into(spec.write(value)) };
  }
}
