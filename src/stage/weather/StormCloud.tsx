import type { LinkView } from '../sceneTypes';
import type { Sky } from './sky';

const SHAPE = 'M-52 12a16 16 0 0 1 10-30a26 26 0 0 1 46-8a20 20 0 0 1 36 8a15 15 0 0 1 8 30z';

/** The cloud over a link; a second one behind it doubles packets, a bolt damages them. */
export function StormCloud({ sky, link }: { readonly sky: Sky; readonly link: LinkView }) {
  const { x, y, size } = sky;
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      {link.duplicate > 0 && (
        <path
          d={SHAPE}
          fill="var(--cloud-under)"
          stroke="var(--storm-under)"
          strokeWidth="1.5"
          strokeDasharray="5 4"
          transform="translate(14 -11)"
        />
      )}
      {link.corrupt > 0 && (
        <path
          d="M-4 10L-14 32H-5L-10 52L10 26H1L8 10z"
          transform="translate(-30 -2)"
          fill="#f0e442"
          stroke="#17233b"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      )}
      <path d={SHAPE} fill="var(--storm-under)" transform="translate(3 5)" />
      <path d={SHAPE} fill="var(--storm-cloud)" />
      <path
        d="M-34 -12a18 18 0 0 1 30 -10"
        fill="none"
        stroke="var(--cloud)"
        strokeOpacity="0.5"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </g>
  );
}
