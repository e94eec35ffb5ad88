import type { Link, Town } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import type { FieldKey, FieldSpec } from './fieldSpec';

const MS = 1_000_000;
const MBIT = 1_000_000;
const HUNDREDTH = 0.01;
/** What most links carry; 0 in the field means: any. */
const NO_MTU = 0;

/** What a road is like. */
export function linkFields(link: Link, town: Town): readonly FieldSpec<Link>[] {
  return [...measures(link), ...weatherFields(link), ...ways(link, town)];
}

function measures(link: Link): readonly FieldSpec<Link>[] {
  return [
    number('delay', link.delayNs, MS, LIMITS.delayNs, (delayNs) => ({ ...link, delayNs })),
    number('rate', link.rateBps, MBIT, LIMITS.rateBps, (bps) => ({ ...link, rateBps: rateOf(bps) })),
    number('queue', link.queuePackets, 1, LIMITS.queuePackets, (queuePackets) => ({ ...link, queuePackets })),
    number('mtu', link.mtuBytes ?? NO_MTU, 1, LIMITS.mtuBytes, (bytes) => withMtu(link, bytes)),
  ];
}

function weatherFields(link: Link): readonly FieldSpec<Link>[] {
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
  return [
    share('loss'),
    share('duplicate'),
    share('corrupt'),
    share('reorder'),
    number('reorderDelay', weather.reorderDelayNs, MS, LIMITS.delayNs, (reorderDelayNs) => ({
      ...link,
      weather: { ...weather, reorderDelayNs },
    })),
  ];
}

function ways(link: Link, { links }: Town): readonly FieldSpec<Link>[] {
  const others = links.filter(({ id }) => id !== link.id).map(({ id }) => ({ value: id }));
  return [
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

function number(
  key: FieldKey,
  value: number,
  unit: number,
  most: number,
  write: (value: number) => Link,
): FieldSpec<Link> {
  return { kind: 'number', key, value, unit, least: 0, most, write: (next) => write(Math.round(next)) };
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
