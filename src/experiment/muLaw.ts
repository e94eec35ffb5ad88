/** G.711 µ-law: 16-bit samples in 8 bits, finer where it is quiet. */

const BIAS = 0x84;
const CLIP = 32_635;

/** One sample, -32768 to 32767, as an octet (ITU-T G.711, table 2a). */
export function toMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** The sample that an octet stands for. */
export function fromMuLaw(octet: number): number {
  const bits = ~octet & 0xff;
  const magnitude = (((bits & 0x0f) << 3) + BIAS) << ((bits >> 4) & 7);
  return (bits & 0x80) === 0 ? magnitude - BIAS : BIAS - magnitude;
}
