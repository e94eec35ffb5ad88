import type { Box } from './plan';

/** A screen for the frames of a call, around the place where they are shown. */
export function CallScreen({ box, unit }: { readonly box: Box; readonly unit: number }) {
  const edge = 3 * unit;
  const middle = box.x + box.width / 2;
  const bottom = box.y + box.height + edge;
  return (
    <g data-part="callScreen">
      <path
        d={`M${middle - 9 * unit} ${bottom}h${18 * unit}l${5 * unit} ${6 * unit}h${-28 * unit}z`}
        fill="var(--roof)"
      />
      <rect
        x={box.x - edge}
        y={box.y - edge}
        width={box.width + 2 * edge}
        height={box.height + 2 * edge}
        rx={3.5 * unit}
        fill="var(--roof)"
      />
      <circle cx={middle} cy={box.y - edge / 2} r={0.9 * unit} fill="var(--glass)" />
    </g>
  );
}

/** Earphones and a microphone on a person's head; drawn around the person's origin. */
export function Headset() {
  return (
    <g fill="none" stroke="var(--roof)" strokeLinecap="round" data-part="headset">
      <path d="M-10.5-29.5a10.5 10.8 0 0 1 21 0" strokeWidth="2.2" />
      <path d="M-11.5-26.5q0.5 7 7.5 7" strokeWidth="1.4" />
      <path d="M-10.8-31.5v5M10.8-31.5v5" strokeWidth="4.4" />
      <circle cx="-3.6" cy="-19.5" r="1.1" fill="var(--roof)" strokeWidth="0.8" />
    </g>
  );
}

/** A desk telephone whose handset is off the hook: someone is talking. Around the middle of its foot, 1 in the design's size. */
export function Telephone({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`} strokeLinecap="round" strokeLinejoin="round">
      <path d="M-13 0L-9-11H9L13 0z" fill="var(--office-roof)" />
      <path d="M-8-11v-3.5h4v2h8v-2h4v3.5z" fill="var(--office-roof-edge)" />
      <circle
        cx="0"
        cy="-5.5"
        r="3.9"
        fill="var(--card)"
        stroke="var(--office-roof-edge)"
        strokeWidth="1.2"
      />
      <circle cx="0" cy="-5.5" r="1.1" fill="var(--office-roof-edge)" />
      <path d="M13-2q4 2 4-1t3-1t3 1t3-1" fill="none" stroke="var(--roof)" strokeWidth="1.3" />
      <path d="M25-4q8-6 16 0l-1.5 4h-4.5l-0.6-2.4h-3l-0.6 2.4h-4.5z" fill="var(--roof)" />
    </g>
  );
}
