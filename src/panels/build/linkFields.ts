import type { Link, Town } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import type { FieldSpec } from './fieldSpec';

const MS = 1_000_000;
const MBIT = 1_000_000;
const HUNDREDTH = 0.01;
/** What most links carry; 0 in the field means: any. */
const NO_MTU = 0;

/** What a road is like. */
export function linkFields(link: Link, { links }: Town): readonly FieldSpec<Link>[] {
  const { weather } = link;
  const share = (key: 'loss' | 'reorder' | 'duplicate' | 'corrupt'): FieldSpec<Link> => ({
    kind: 'number',
    key,
    value: weather[key],
    unit: HUNDREDTH,
    least: 0,
    most: 1,
    write: (value) => ({ ...link, weather: { ...weather, [key]: value } }),
  });
  const others = links.filter(({ id }) => id !== link.id).map(({ id }) => ({ value: id }));
  return [
    {
      kind: 'number',
      key: 'delay',
      value: link.delayNs,
      unit: MS,
      least: 0,
      most: LIMITS.delayNs,
      write: (delayNs) => ({ ...link, delayNs: Math.round(delayNs) }),
    },
    {
      kind: 'number',
      key: 'rate',
      value: link.rateBps,
      unit: MBIT,
      least: 0,
      most: LIMITS.rateBps,
      write: (rateBps) => ({ ...link, rateBps: rateOf(rateBps) }),
    },
    {
      kind: 'number',
      key: 'queue',
      value: link.queuePackets,
      unit: 1,
      least: 0,
      most: LIMITS.queuePackets,
      write: (queuePackets) => ({ ...link, queuePackets: Math.round(queuePackets) }),
    },
    {
      kind: 'number',
      key: 'mtu',
      value: link.mtuBytes ?? NO_MTU,
      unit: 1,
      least: 0,
      most: LIMITS.mtuBytes,
      write: (bytes) => withMtu(link, Math.round(bytes)),
    },
    share('loss'),
    share('reorder'),
    {
      kind: 'number',
      key: 'reorderDelay',
      value: weather.reorderDelayNs,
      unit: MS,
      least: 0,
      most: LIMITS.delayNs,
      write: (reorderDelayNs) => ({
        ...link,
        weather: { ...weather, reorderDelayNs: Math.round(reorderDelayNs) },
      }),
    },
    share('duplicate'),
    share('corrupt'),
    {
      kind: 'choice',
      key: 'detour',
      value: link.detour ?? '',
      options: [{ value: '' }, ...others],
      write: (id) => withDetour(link, id),
    },
    {
      kind: 'switch',
      key: 'resolves',
      value: link.resolves ?? false,
      write: (isOn) => {
        const { resolves: _resolves, ...rest } = link;
        return isOn ? { ...rest, resolves: true } : rest;
      },
    },
  ];
}

/** 0 takes no time; between that and the slowest rate there is nothing. */
function rateOf(bps: number): number {
  return bps === 0 ? 0 : Math.max(LIMITS.slowestRateBps, Math.round(bps));
}

function withMtu(link: Link, bytes: number): Link {
  const { mtuBytes: _mtuBytes, ...rest } = link;
  return bytes === NO_MTU ? rest : { ...rest, mtuBytes: Math.max(LIMITS.leastMtuBytes, bytes) };
}

function withDetour(link: Link, id: string): Link {
  const { detour: _detour, ...rest } = link;
  return id === '' ? rest : { ...rest, detour: id };
}
