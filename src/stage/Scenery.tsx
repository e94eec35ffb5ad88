import { Headset } from './CallFurnishings';

/** Paper cut-outs that stand about in the town. */
interface CutOut {
  readonly x: number;
  readonly y: number;
  /** 1 at the design size. */
  readonly size: number;
}

/** A cloud of two sheets of paper, the lower one peeping out. */
export function Cloud({ x, y, size }: CutOut) {
  const shape = 'M-52 12a16 16 0 0 1 10-30a26 26 0 0 1 46-8a20 20 0 0 1 36 8a15 15 0 0 1 8 30z';
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d={shape} fill="var(--cloud-under)" transform="translate(4 5)" />
      <path d={shape} fill="var(--cloud)" />
    </g>
  );
}

/** A tree; `look` chooses between a round one, a tall one and a fir. */
export function Tree({ x, y, size, look }: CutOut & { readonly look: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <ellipse cx="6" cy="1" rx="30" ry="5" fill="var(--shade-soft)" />
      <path d="M-4 0l2-44h4l2 44z" fill="var(--trunk)" />
      {look % 3 === 2 ? <FirLeaves /> : <RoundLeaves tall={look % 3 === 1} />}
    </g>
  );
}

function RoundLeaves({ tall }: { readonly tall: boolean }) {
  const stretch = tall ? 'scale(0.82 1.18)' : undefined;
  return (
    <g transform={stretch}>
      <circle cx="3" cy="-52" r="29" fill="var(--leaf-1)" />
      <circle cx="-3" cy="-58" r="25" fill="var(--leaf-2)" />
      <circle cx="-7" cy="-65" r="15" fill="var(--leaf-3)" />
    </g>
  );
}

function FirLeaves() {
  return (
    <g>
      <path d="M-27-14L0-62L27-14z" fill="var(--leaf-1)" />
      <path d="M-23-36L0-80L23-36z" fill="var(--leaf-2)" />
      <path d="M-17-58L0-96L17-58z" fill="var(--leaf-3)" />
    </g>
  );
}

/** A street lamp; by night its light shows. */
export function Lamp({ x, y, size }: CutOut) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M-26-2L-6-70H10L30-2z" fill="var(--lamp-light)" />
      <path d="M-1.5 0V-66h3V0z M-6 0h12v-4h-12z" fill="var(--roof)" />
      <path d="M-7-66h14l-3-13h-8z" fill="var(--lamp)" />
      <path d="M-9-78h18l-9-7z" fill="var(--roof)" />
    </g>
  );
}

/** A person seen from the front, from the waist up; the origin is the middle of the waist. */
export function Person({
  x,
  y,
  size,
  coat,
  cap = false,
  isCalling = false,
}: CutOut & { readonly coat: string; readonly cap?: boolean; readonly isCalling?: boolean }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M-13 0v-10a13 12 0 0 1 26 0v10z" fill={coat} />
      <path d="M-4-21h8v5l-4 4l-4-4z" fill="var(--skin)" />
      <circle cx="0" cy="-29" r="9.5" fill="var(--skin)" />
      {cap ? (
        <g>
          <path d="M-10.5-31a10.5 10 0 0 1 21 0z" fill="var(--coat-clerk)" />
          <path d="M-11-32.5h22v4h-22z" fill="var(--roof)" />
          <circle cx="0" cy="-36" r="2" fill="var(--lamp)" />
        </g>
      ) : (
        <path d="M-10-28a10 11 0 0 1 20-2q-5-1-8-5q-5 6-12 7z" fill="var(--hair)" />
      )}
      {isCalling && <Headset />}
      <path d="M-4-27v2M4-27v2" stroke="var(--hair)" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M-3-22.6q3 2.4 6 0" stroke="var(--hair)" strokeWidth="1.2" fill="none" strokeLinecap="round" />
    </g>
  );
}

/** A desk lamp that shines on a pile of postcards. */
export function DeskLamp({ x, y, size }: CutOut) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M16-22L2 0H42z" fill="var(--glow)" />
      <path
        d="M-6 0h14M1 0L8-20L18-25"
        fill="none"
        stroke="var(--roof)"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M12-29l14 6l-4 6q-10 0-14-4z" fill="var(--office-roof)" />
      <path d="M20 0v-4h20v4z" fill="var(--card)" stroke="var(--wood-dark)" strokeWidth="1" />
      <path d="M23-4v-4h18v4z" fill="var(--udp)" stroke="var(--wood-dark)" strokeWidth="1" />
    </g>
  );
}
