import type { Street } from '../../experiment/street';

/** Streets of one lesson are made of the same parts, so that what is the same is the same object or says the same. */
export function isSameStreet(one: Street, other: Street): boolean {
  if (one === other) return true;
  const keys = Object.keys(one) as (keyof Street)[];
  return keys.every(
    (key) =>
      one[key] === other[key] ||
      (key !== 'payload' && JSON.stringify(one[key]) === JSON.stringify(other[key])),
  );
}
