import type { Program } from './programs';

/** Strokes on a 24 × 24 grid. */
const PATHS: Readonly<Record<Program, string>> = {
  browser: 'M3 5h18v14H3zM3 10h18M6.2 7.5h.1M9.2 7.5h.1',
  web: 'M4 4h16v7H4zM4 13h16v7H4zM7.6 7.5h.1M7.6 16.5h.1M12 7.5h5M12 16.5h5',
  names: 'M5 3h12v18H5zM8.5 3v18M11 8h3.5M11 12h3.5M17 6h3v4h-3M17 12h3v4h-3',
  resolver:
    'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.3 15.3L21 21M8.7 9a1.9 1.9 0 1 1 2.7 1.7q-.9.5-.9 1.3M10.5 13.9v.1',
  asker: 'M4 4.5h16V16h-8l-4.5 4v-4H4zM10.2 8.6a1.8 1.8 0 1 1 2.6 1.6q-.8.4-.8 1.2M12 13.4v.1',
  call: 'M4 15v-3a8 8 0 0 1 16 0v3M3.5 13.5h3.5v6H3.5zM17 13.5h3.5v6H17z',
  letter: 'M3 6h18v12H3zM3 6.5l9 7l9-7',
  inbox: 'M3.5 13l3-8h11l3 8v6h-17zM3.5 13h5l1.5 2.6h4l1.5-2.6h5',
  file: 'M6 3h8.5L19 7.5V21H6zM14.5 3v4.5H19M9 13h7M9 17h7',
  echo: 'M4 8h13M13.5 4.5L17 8l-3.5 3.5M20 16H7M10.5 12.5L7 16l3.5 3.5',
  ping: 'M12 13v.1M8.6 16.4a4.8 4.8 0 1 1 6.8 0M5.4 19.6a9.3 9.3 0 1 1 13.2 0',
  scan: 'M5 20h14M7 20V4h10v16M13.6 12v.8M2.5 8V3.5H6M21.5 8V3.5H18',
  other: 'M4 5h16v14H4zM8 10l2.5 2.2L8 14.4M12.5 15h4',
};

interface ProgramIconProps {
  readonly program: Program;
  /** The middle, and the side of its square. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The sign of a kind of program. */
export function ProgramIcon({ program, x, y, size }: ProgramIconProps) {
  const scale = size / 24;
  return (
    <path
      d={PATHS[program]}
      transform={`translate(${x - size / 2} ${y - size / 2}) scale(${scale})`}
      fill="none"
      stroke="var(--icon, #17233b)"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      data-program={program}
    />
  );
}
