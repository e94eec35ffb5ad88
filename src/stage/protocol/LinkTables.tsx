import { useTranslation } from 'react-i18next';
import { formatRate, formatShare, formatTime } from '../../ui/format';
import { Cut } from '../Cut';
import { stretchBox } from '../linkRoad';
import type { Box, RoadPlan, TownPlan } from '../plan';
import type { LinkView } from '../sceneTypes';
import { sameFields, type SceneStore, useSceneFact } from '../sceneStore';
import { guessWidth } from '../textFit';

interface LinkTablesProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

/** Above each link its delay, rate and what its weather would be, in figures. */
export function LinkTables({ store, plan }: LinkTablesProps) {
  const links = useSceneFact(
    store,
    (scene) => scene.links,
    (a, b) => a.length === b.length && a.every((link, i) => sameFields(link, b[i]!)),
  );
  const road = plan.roads[0];
  return links.map((link, i) => {
    const sky = plan.skies[i];
    return road && sky && <LinkTable key={i} link={link} sky={sky} road={road} plan={plan} number={i} />;
  });
}

interface LinkTableProps {
  readonly link: LinkView;
  readonly sky: Box;
  readonly road: RoadPlan;
  readonly plan: TownPlan;
  readonly number: number;
}

const SHARES = ['loss', 'reorder', 'duplicate', 'corrupt'] as const;

function LinkTable({ link, sky, road, plan, number }: LinkTableProps) {
  const { t, i18n } = useTranslation();
  const { font, unit } = plan;
  const isFirst = number === 0;
  const isWide = road.axis === 'x';
  const line = font.small * 1.3;
  const left = road.box.x + road.box.width + 18;
  const width = isWide ? sky.width - 2 * unit : plan.width - 2 * left;
  const height = isWide ? road.box.y - 46 * unit : sky.height - (isFirst ? 18 : 0);
  const delay = formatTime(link.delayNs, i18n.language === 'ko' ? 'ko' : 'en');
  const rate = link.rateBps > 0 ? formatRate(link.rateBps) : t('stage.noLimit');
  const cut = link.isCut ? [t('metaphor.cut')] : [];
  const shares = SHARES.filter((kind) => link[kind] > 0).map(
    (kind) => `${t(`metaphor.${kind}`)} ${formatShare(link[kind])}`,
  );
  const lines = [...shares, ...cut, rate, delay]
    .filter((text) => guessWidth(text, font.small) <= width)
    .slice(-Math.max(1, Math.floor(height / line)));
  const x = isWide ? sky.x + sky.width / 2 : left;
  const bottom = isWide
    ? road.box.y - 7 * unit
    : sky.y + sky.height / 2 + ((lines.length - 1) * line) / 2 + (isFirst ? 9 : 0);
  return (
    <g data-link-table>
      {link.isCut &&
        plan.roads.map((one) => (
          <Cut key={one.lane} road={one} stretch={stretchBox(one, number, plan)} plan={plan} />
        ))}
      {lines.map((text, i) => (
        <text
          key={text}
          x={x}
          y={bottom - (lines.length - 1 - i) * line}
          dy={isWide ? undefined : '0.36em'}
          textAnchor={isWide ? 'middle' : 'start'}
          fontSize={font.small}
          fontWeight={600}
          fill={i < lines.length - 2 ? 'var(--loss-text)' : 'var(--ink)'}
          data-overlap-ok
        >
          {text}
        </text>
      ))}
    </g>
  );
}
