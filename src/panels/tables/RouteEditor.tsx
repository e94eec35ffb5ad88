import { useState } from 'react';
import type { LinkId, Route, Router, Town } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { useWords } from '../useWords';
import { PrefixField } from './PrefixField';
import styles from './Tables.module.css';
import { farEnd, linksAt } from './tableRows';
import type { TablesProps } from './tablesProps';

type EditorProps = Pick<TablesProps, 'town' | 'isAutomatic' | 'onRoutes'> & { readonly router: Router };

/** The rows of a table to be changed, removed and added to. */
export function RouteEditor({ town, router, isAutomatic, onRoutes }: EditorProps) {
  const { t } = useWords();
  const { routes, id } = router;
  const replace = (index: number, ...rows: readonly Route[]): void =>
    onRoutes(id, [...routes.slice(0, index), ...rows, ...routes.slice(index + 1)]);
  return (
    <>
      {isAutomatic && <p className={styles['note']}>{t('tables.automatic')}</p>}
      <ul className={styles['rows']}>
        {routes.map((route, index) => (
          <li key={route.prefix}>
            <PrefixField
              value={route.prefix}
              others={routes.filter((_, other) => other !== index)}
              onCommit={(prefix) => replace(index, { ...route, prefix })}
            />
            <LinkSelect
              {...{ town, router }}
              value={route.link}
              onChange={(link) => replace(index, { ...route, link })}
            />
            <IconButton
              icon="close"
              label={t('tables.remove', { prefix: route.prefix })}
              onPress={() => replace(index)}
            />
          </li>
        ))}
      </ul>
      {routes.length < LIMITS.routes && <NewRow {...{ town, router, onRoutes }} />}
    </>
  );
}

/** A row that is not in the table yet. */
function NewRow({ town, router, onRoutes }: Omit<EditorProps, 'isAutomatic'>) {
  const { t } = useWords();
  const links = linksAt(town, router.id);
  const [link, setLink] = useState('');
  const [tries, setTries] = useState(0);
  const [prefix, setPrefix] = useState('');
  const taken = links.includes(link) ? link : links[0];
  const add = (text: string): void => {
    if (taken === undefined) return;
    onRoutes(router.id, [...router.routes, { prefix: text, link: taken }]);
    setPrefix('');
    setTries(tries + 1);
  };
  return (
    <div className={styles['newRow']}>
      <PrefixField key={tries} value="" others={router.routes} onTyped={setPrefix} onCommit={add} isNew />
      <LinkSelect {...{ town, router }} value={taken ?? ''} onChange={setLink} />
      <Button disabled={prefix === '' || taken === undefined} onClick={() => add(prefix)}>
        {t('tables.add')}
      </Button>
    </div>
  );
}

interface LinkSelectProps {
  readonly town: Town;
  readonly router: Router;
  readonly value: LinkId;
  readonly onChange: (link: LinkId) => void;
}

/** The links of a router by whom they lead to. */
function LinkSelect({ town, router, value, onChange }: LinkSelectProps) {
  const { t } = useWords();
  return (
    <select aria-label={t('tables.next')} value={value} onChange={({ target }) => onChange(target.value)}>
      {linksAt(town, router.id).map((link) => (
        <option key={link} value={link}>
          {`${farEnd(town, link, router.id)} (${link})`}
        </option>
      ))}
    </select>
  );
}
