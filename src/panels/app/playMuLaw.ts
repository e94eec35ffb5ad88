import { SAMPLES_PER_SECOND } from '../../experiment/call';
import { fromMuLaw } from '../../experiment/muLaw';

const LOUDEST = 32_768;

/** Lets G.711 octets be heard, once, at their own pace. */
export function playMuLaw(octets: Uint8Array): void {
  if (octets.length === 0) return;
  const context = new AudioContext();
  const buffer = context.createBuffer(1, octets.length, SAMPLES_PER_SECOND);
  buffer.getChannelData(0).set(Float32Array.from(octets, (octet) => fromMuLaw(octet) / LOUDEST));
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  source.addEventListener('ended', () => void context.close());
  source.start();
}
