import type { LaneComparison, Pair } from '../../trace/compareRuns';
import { formatMoment, formatTime } from '../../ui/format';
import { type PanelWords, useWords } from '../useWords';
import styles from './Hands.module.css';

interface Row {
  readonly key: 'finish' | 'again' | 'packets' | 'delivered' | 'intact';
  readonly here: string;
  readonly there: string;
  readonly difference: string;
}

/** The figures of one lane in both futures, and how far they lie apart. */
export function FigureTable({ lane }: { readonly lane: LaneComparison }) {
  const words = useWords();
  const { t } = words;
  return (
    <table className={styles['figures']} data-lane={lane.transport}>
      <thead>
        <tr>
          <th scope="col">{t(`panels.lane.${lane.transport}`)}</th>
          <th scope="col">{t('hands.compare.here')}</th>
          <th scope="col">{t('hands.compare.there')}</th>
          <th scope="col">{t('hands.compare.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(words, lane).map(({ key, here, there, difference }) => (
          <tr key={key} data-compared={key} data-differs={here !== there || undefined}>
            <th scope="row">{t(`hands.compare.${key}`)}</th>
            <td>{here}</td>
            <td>{there}</td>
            <td>{difference}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowsOf({ t, language }: PanelWords, lane: LaneComparison): readonly Row[] {
  const { finishNs, retransmissions, packets, delivered, pieces, intact } = lane;
  const time = (timeNs: number): string => formatTime(timeNs, language);
  const apart = ({ here, there }: Pair<number | null>, format: (value: number) => string): string => {
    if (here === null || there === null || here === there) return '';
    const value = format(Math.abs(here - there));
    return t(here > there ? 'hands.compare.more' : 'hands.compare.less', { value });
  };
  const count = (key: Row['key'], pair: Pair<number>, text: (value: number) => string = String): Row => ({
    key,
    here: text(pair.here),
    there: text(pair.there),
    difference: apart(pair, String),
  });
  const moment = (timeNs: number | null): string =>
    timeNs === null ? t('hands.compare.never') : formatMoment(timeNs, language);
  const truth = (isSo: boolean): string => t(isSo ? 'hands.compare.yes' : 'hands.compare.no');
  return [
    {
      key: 'finish',
      here: moment(finishNs.here),
      there: moment(finishNs.there),
      difference: apart(finishNs, time),
    },
    count('again', retransmissions),
    count('packets', packets),
    count('delivered', delivered, (have) => t('hands.compare.of', { have, total: pieces })),
    { key: 'intact', here: truth(intact.here), there: truth(intact.there), difference: '' },
  ];
}
