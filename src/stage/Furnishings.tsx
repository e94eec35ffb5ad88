/** Things that stand about in houses; all are drawn around the middle of their foot, at 1 in the design's size. */
interface Standing {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A plant in a pot. */
export function Plant({ x, y, size }: Standing) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <ellipse cx="1" cy="0" rx="11" ry="2" fill="var(--shade)" />
      <path
        d="M0-12Q-13-18-12-31Q-2-27 0-12Q1-30 9-36Q14-22 0-12Q6-20 16-20Q12-11 0-12z"
        fill="var(--leaf-1)"
      />
      <path d="M0-12Q-5-26-1-38Q6-28 0-12z" fill="var(--leaf-2)" />
      <path d="M-8-13H8L6 0H-6z" fill="var(--office-roof)" />
      <path d="M-9-14.5H9v3H-9z" fill="var(--office-roof-edge)" />
    </g>
  );
}

/** A coat stand with a hat and an umbrella. */
export function CoatStand({ x, y, size }: Standing) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`} strokeLinecap="round">
      <path
        d="M0 0V-46M-7 0H7M-7-40Q-6-46 0-44Q6-46 7-40"
        fill="none"
        stroke="var(--wood-dark)"
        strokeWidth="2.4"
      />
      <path
        d="M-14-40h9M-12-40q0-6 4-6t3 6"
        fill="var(--coat-clerk)"
        stroke="var(--coat-clerk)"
        strokeWidth="1.6"
      />
      <path d="M7-38L9-12L12-12Q13-28 7-38z" fill="var(--coat-client)" />
      <path d="M10-12v6q0 3 3 2" fill="none" stroke="var(--wood-dark)" strokeWidth="1.4" />
    </g>
  );
}

/** Pigeonholes for letters: a mail room's wall. */
export function Pigeonholes({ x, y, size }: Standing) {
  const holes = [0, 1, 2, 3, 4, 5].map((i) => ({
    left: -20 + (i % 3) * 14,
    top: -30 + Math.floor(i / 3) * 14,
  }));
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <rect x="-23" y="-33" width="46" height="32" rx="2" fill="var(--wood)" />
      {holes.map(({ left, top }, i) => (
        <g key={i}>
          <rect x={left} y={top} width="12" height="12" fill="var(--wood-dark)" />
          {i % 2 === 0 && <path d={`M${left + 1.5} ${top + 12}v-7h9v7z`} fill="var(--card)" />}
          {i === 3 && <path d={`M${left + 3} ${top + 12}v-9h6v9z`} fill="var(--udp)" />}
        </g>
      ))}
    </g>
  );
}

/** A rack of keys, one hook for each door of the house. */
export function KeyRack({ x, y, size }: Standing) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <rect x="-23" y="-33" width="46" height="24" rx="2" fill="var(--wood)" />
      <rect x="-21" y="-31" width="42" height="20" rx="1" fill="var(--wood-light)" />
      {[-15, -5, 5, 15].map((hook, i) => (
        <g key={hook} stroke="var(--wood-dark)" strokeWidth="1.6" fill="none">
          <path d={`M${hook}-28v3`} />
          {i !== 2 && <path d={`M${hook}-22a2.6 2.6 0 1 0 .01 0M${hook}-17v6h2.5`} stroke="var(--roof)" />}
        </g>
      ))}
    </g>
  );
}

/** Boxes that nobody has unpacked. */
export function Boxes({ x, y, size }: Standing) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`} stroke="var(--shade)" strokeWidth="1">
      <path d="M-22 0v-16h21v16zM3 0v-12h17v12zM-16-16v-12h15v12z" fill="var(--wood)" />
      <path d="M-14-16h5v6h-5zM9-12h5v5H9zM-11-28h5v4h-5z" fill="var(--wood-light)" />
    </g>
  );
}

/** An armchair under a dust sheet. */
export function CoveredChair({ x, y, size }: Standing) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path
        d="M-17 0Q-19-15-16-18Q-13-21-10-18V-28Q-9-33 0-33T10-28V-18Q13-21 16-18Q19-15 17 0Q12-3 8 0T0 0T-8 0T-17 0z"
        fill="var(--closed-ink)"
        fillOpacity="0.55"
      />
      <path
        d="M-10-16Q0-13 10-16M-6-26V-18M5-27V-19"
        fill="none"
        stroke="var(--closed-low)"
        strokeWidth="1.2"
      />
    </g>
  );
}
