import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Place, remove } from '../../experiment/townEdits';
import { Button } from '../../ui/Button';
import styles from './Build.module.css';
import type { BuildProps } from './buildProps';
import { Field } from './Field';
import { placeFields } from './placeFields';
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
    <section
      className={styles['form']}
      aria-label={`${t(`builder.kind.${place.kind}`)} ${place.id}`}
      data-part="form"
      tabIndex={-1}
    >
      <div className={styles['formHead']}>
        <h3>
          <small>{t(`builder.kind.${place.kind}`)}</small> {place.id}
        </h3>
        <Button onClick={() => onChoose(null)}>{t('builder.wholeTown')}</Button>
      </div>
      <div className={styles['fields']}>
        {fields.map((spec) => (
          <Field key={spec.key} spec={spec} onChange={onChange} />
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
