/** A number from 0 to 1 that looks like chance and is always the same for the same place: `salt` makes it another one. */
export function part(place: number, salt: number): number {
  let bits = Math.imul(place + 1, 0x9e37_79b1) ^ Math.imul(salt + 7, 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b_3c6d);
  return ((bits ^ (bits >>> 13)) >>> 0) / 2 ** 32;
}
