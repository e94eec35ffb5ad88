import type { App, Town } from '../../experiment/experiment';
import type { FieldKey, FieldSpec } from './fieldSpec';

const MS = 1_000_000;

/** Every address of the town, by the names of those who have it. */
export function addresses({
  hosts,
  routers,
}: Town): readonly { readonly value: string; readonly text: string }[] {
  return [...hosts, ...routers].map(({ id, address }) => ({ value: address, text: `${id} (${address})` }));
}

/** Where something goes. */
export function target(value: string, town: Town, write: (address: string) => App): FieldSpec<App> {
  return { kind: 'address', key: 'to', value, options: addresses(town), write };
}

/** By which transport. */
export function transportChoice(
  value: 'tcp' | 'udp',
  write: (transport: 'tcp' | 'udp') => App,
): FieldSpec<App> {
  return {
    kind: 'choice',
    key: 'transport',
    value,
    options: [
      { value: 'tcp', text: 'TCP' },
      { value: 'udp', text: 'UDP' },
    ],
    write: (next) => write(next === 'udp' ? 'udp' : 'tcp'),
  };
}

/** A whole number. */
export function whole(
  key: FieldKey,
  value: number,
  least: number,
  most: number,
  write: (value: number) => App,
): FieldSpec<App> {
  return { kind: 'number', key, value, unit: 1, least, most, write: (next) => write(Math.round(next)) };
}

/** A time, in ms. */
export function time(
  key: FieldKey,
  value: number,
  most: number,
  write: (value: number) => App,
): FieldSpec<App> {
  return { kind: 'number', key, value, unit: MS, least: 0, most, write: (next) => write(Math.round(next)) };
}
