import type { Truth } from '../../trace/belief';
import type { TownIndex } from '../../trace/townIndex';
import type { PanelWords } from '../useWords';

/** Where a segment really is, and what has become of the word that it arrived. */
export function truthText({ t }: PanelWords, truth: Truth, places: TownIndex): string {
  switch (truth.kind) {
    case 'delivered':
    case 'held':
      return `${t(`windowPanel.truth.${truth.kind}`)} · ${t(`windowPanel.news.${truth.news}`)}`;
    case 'onLink':
      return t(truth.isDamaged ? 'windowPanel.truth.onLinkDamaged' : 'windowPanel.truth.onLink', {
        ...wayNames(places, truth.way),
      });
    case 'queued':
    case 'lost':
      return t(`windowPanel.truth.${truth.kind}`, { ...wayNames(places, truth.way) });
    case 'atNode':
    case 'accepted':
      return t(`windowPanel.truth.${truth.kind}`, { node: places.nodes[truth.node] ?? '' });
    case 'dropped':
      return truth.why === 'queueFull'
        ? t('windowPanel.truth.queueFull', { ...wayNames(places, truth.place) })
        : t('windowPanel.truth.dropped', { node: places.nodes[truth.place] ?? '' });
  }
}

function wayNames(places: TownIndex, way: number): { readonly from: string; readonly to: string } {
  const { from, to } = places.way(way);
  return { from, to };
}
