import { useTranslation } from 'react-i18next';
import { formatRate, formatShare, formatTime } from '../../ui/format';
import type { Look } from '../LookTools';
import { centreOf } from '../camera';
import { inset } from '../plan';
import { PowerSign } from '../PowerSign';
import { Scars } from '../Scars';
import { sameFields, type SceneStore, useSceneFact } from '../sceneStore';
import type { LinkView } from '../sceneTypes';
import styles from '../Stage.module.css';
import { fitText } from '../textFit';
import { MapCut } from './MapCut';
import { MapNotes } from './MapNotes';
import { MapQueues } from './MapQueues';
import { MapRooms } from './MapRooms';
import type { MapScene } from './mapScene';
import type { Chosen, MapPlan, MapRoad, NodePlan } from './mapTypes';
import { MapWeather } from './MapWeather';
import { plateOver } from './placeLabels';
import { RoadPlate } from './RoadPlate';

interface MapLifeProps {
  readonly look: Look;
  readonly store: SceneStore<MapScene>;
  readonly plan: MapPlan;
  readonly chosen: Chosen;
}

/** What changes on the map, but for the packets. */
export function MapLife({ look, store, plan, chosen }: MapLifeProps) {
  const links = useSceneFact(
    store,
    (scene: MapScene) => scene.links,
    (a, b) => a.length === b.length && a.every((link, i) => sameFields(link, b[i]!)),
  );
  return (
    <>
      <g data-seen="link">
        {plan.roads.map((road) => (
          <RoadMarks
            key={road.number}
            {...{ road, plan, look }}
            link={links[road.number]!}
            isChosen={chosen?.kind === 'link' && chosen.id === road.link}
          />
        ))}
      </g>
      {plan.nodes
        .filter(({ kind }) => kind === 'host')
        .map((node) => (
          <g key={node.id}>
            <MapRooms node={node} plan={plan} store={store} look={look} />
            <Power node={node} plan={plan} store={store} />
          </g>
        ))}
      {look === 'town' && (
        <g data-seen="link">
          <MapWeather links={links} store={store} plan={plan} />
        </g>
      )}
      <g data-seen="internet">
        <MapQueues store={store} plan={plan} />
      </g>
      <g data-seen="transport internet">
        <MapNotes store={store} plan={plan} />
      </g>
      <Scars store={store} plan={plan} />
    </>
  );
}

interface RoadMarksProps {
  readonly road: MapRoad;
  readonly link: LinkView;
  readonly plan: MapPlan;
  readonly look: Look;
  readonly isChosen: boolean;
}

/** What a link is: its delay and its rate beside the road, and whether it is cut. */
function RoadMarks({ road, link, plan, look, isChosen }: RoadMarksProps) {
  const { t, i18n } = useTranslation();
  const delay = formatTime(link.delayNs, i18n.language === 'ko' ? 'ko' : 'en');
  const rate = link.rateBps > 0 ? formatRate(link.rateBps) : t('stage.noLimit');
  const figures = { both: `${delay} · ${rate}`, delay };
  const label = isChosen ? plateOver(road, figures.both, plan) : road.label;
  return (
    <g>
      {label && (
        <RoadPlate label={label} plan={plan}>
          {figures[label.says]}
        </RoadPlate>
      )}
      {look === 'protocol' && <Shares road={road} link={link} plan={plan} />}
      {link.isCut && <MapCut road={road} plan={plan} />}
    </g>
  );
}

const SHARES = ['loss', 'reorder', 'duplicate', 'corrupt'] as const;

/** What a link's weather would be, in figures where its cloud would hang. */
function Shares({
  road,
  link,
  plan: { font, roads, skies },
}: Pick<RoadMarksProps, 'road' | 'link' | 'plan'>) {
  const { t } = useTranslation();
  const sky = skies[roads.indexOf(road)]!;
  const lines = SHARES.filter((kind) => link[kind] > 0).map(
    (kind) => `${t(`metaphor.${kind}`)} ${formatShare(link[kind])}`,
  );
  const at = centreOf(sky.cloud);
  return lines.map((text, i) => (
    <text
      key={text}
      x={at.x}
      y={at.y + (i - (lines.length - 1) / 2) * font.small * 1.25}
      dy="0.36em"
      textAnchor="middle"
      fontSize={font.small}
      fontWeight={700}
      className={styles['onGround']}
      data-overlap-ok
    >
      {text}
    </text>
  ));
}

interface PowerProps {
  readonly node: NodePlan;
  readonly plan: MapPlan;
  readonly store: SceneStore<MapScene>;
}

/** No power: the whole house is dark but for its name, with the sign of a switch. */
function Power({ node, plan, store }: PowerProps) {
  const { t } = useTranslation();
  const isOff = useSceneFact(store, (scene: MapScene) => scene.isOff[node.number] ?? false);
  if (!isOff) return null;
  const { body, name } = node;
  const { unit, scale, font, tier } = plan;
  const size = unit * scale;
  const top = tier === 'mark' ? body.y : name.y + name.height;
  const middle = { x: body.x + body.width / 2, y: (top + body.y + body.height) / 2 };
  const line = (y: number, says: string) => (
    <text
      x={middle.x}
      y={y}
      dy="0.36em"
      textAnchor="middle"
      fontSize={font.small}
      fontWeight={700}
      fill="#f5f1e4"
      data-overlap-ok
    >
      {says}
    </text>
  );
  return (
    <g data-part="dark">
      <rect {...inset(body, size)} fill="#0a0f1c" fillOpacity="0.88" />
      {tier === 'rooms' || tier === 'mark' ? (
        <PowerSign
          x={middle.x}
          y={middle.y - (tier === 'mark' ? 0 : font.small)}
          scale={(tier === 'mark' ? 0.8 : 1.1) * size}
        />
      ) : null}
      {tier !== 'mark' && (
        <>
          {line(name.y + name.height / 2, fitText(node.id, font.small, name.width - 8 * size))}
          {line(middle.y + (tier === 'rooms' ? font.small : 0), t('stage.powerOff'))}
        </>
      )}
    </g>
  );
}
