import { SAMPLES_PER_SECOND } from '../../experiment/call';
import { fromMuLaw } from '../../experiment/muLaw';

const LOUDEST = 32_768;

/** What is heard now. */
let sounding: AudioContext | null = null;

/** Lets G.711 octets be heard, once, at their own pace, instead of what is heard so far. */
export function playMuLaw(octets: Uint8Array): void {
  if (octets.length === 0) return;
  void sounding?.close();
  const context = new AudioContext();
  sounding = context;
  const buffer = context.createBuffer(1, octets.length, SAMPLES_PER_SECOND);
  buffer.getChannelData(0).set(Float32Array.from(octets, (octet) => fromMuLaw(octet) / LOUDEST));
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  source.addEventListener('ended', () => {
    if (sounding !== context) return;
    sounding = null;
    void context.close();
  });
  source.start();
}
