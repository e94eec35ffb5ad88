interface PowerSignProps {
  readonly x: number;
  readonly y: number;
  /** Stage units of one of its own, of which it is 18 wide. */
  readonly scale: number;
}

/** The sign of a switch, on a house that has no power. */
export function PowerSign({ x, y, scale }: PowerSignProps) {
  return (
    <g
      transform={`translate(${x} ${y}) scale(${scale})`}
      fill="none"
      stroke="#f5f1e4"
      strokeWidth="2.4"
      strokeLinecap="round"
    >
      <path d="M0-10V-1M-6-6.5a9 9 0 1 0 12 0" />
    </g>
  );
}
