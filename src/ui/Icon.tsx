import type { ReactNode } from 'react';

/** Strokes on a 24 × 24 grid; a path that starts with `F` is filled instead. */
const PATHS = {
  play: ['FM7 4.5v15l12.5-7.5z'],
  pause: ['FM6 4.5h4.2v15H6z', 'FM13.8 4.5H18v15h-4.2z'],
  next: ['FM4 5v14l8.5-7z', 'FM12.5 5v14l8.5-7z'],
  previous: ['FM20 5v14l-8.5-7z', 'FM11.5 5v14L3 12z'],
  restart: ['M4 5v5h5', 'M4.6 10a8 8 0 1 1-.4 4'],
  loss: ['M3 17h4M10 17h2', 'M15 13l6 6M21 13l-6 6', 'M5 12V7h9v3'],
  reorder: ['M3 8h4c4 0 6 8 10 8h4', 'M3 16h4c4 0 6-8 10-8h4', 'M18 5l3 3-3 3M18 13l3 3-3 3'],
  duplicate: ['M9 9h11v8H9z', 'M5 14H4V6h11v1'],
  corrupt: ['M4 6h16v12H4z', 'M13 3l-3 6 4 3-3 4 2 5'],
  delay: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 7.5V12l3 2'],
  rate: ['M4 17a8.5 8.5 0 1 1 16 0', 'M12 15l4-5'],
  queue: ['M4 6h3v12H4zM10.5 6h3v12h-3zM17 6h3v12h-3z'],
  luck: [
    'M5 5h14v14H5z',
    'FM8 8h2.4v2.4H8z',
    'FM13.6 8H16v2.4h-2.4z',
    'FM8 13.6h2.4V16H8z',
    'FM13.6 13.6H16V16h-2.4z',
  ],
  file: ['M4 5h16v14H4z', 'M5 17l5-6 4 4 2-2 3 4', 'FM15 8h2v2h-2z'],
  text: ['M4 6h16M12 6v13M9 19h6'],
  send: ['M4 12h15M13 6l6 6-6 6'],
  share: [
    'M10 14a4 4 0 0 0 6 0l3-3a4.2 4.2 0 0 0-6-6l-1 1',
    'M14 10a4 4 0 0 0-6 0l-3 3a4.2 4.2 0 0 0 6 6l1-1',
  ],
  check: ['M5 12.5l4.5 4.5L19 7'],
  sun: [
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
    'M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  ],
  moon: ['M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z'],
  help: ['M9 9.2a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1.2-1.4 2.4', 'M12 17.6v.4'],
  envelope: ['M3 6h18v12H3z', 'M3 6.5l9 7 9-7'],
  target: ['M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z', 'M12 2v5M12 17v5M2 12h5M17 12h5'],
  layers: ['M12 3l9 4.5-9 4.5-9-4.5z', 'M3.5 12l8.5 4.3 8.5-4.3', 'M3.5 16.5l8.5 4.3 8.5-4.3'],
  plus: ['M12 5v14M5 12h14'],
  minus: ['M5 12h14'],
  close: ['M6 6l12 12M18 6L6 18'],
  down: ['M6 9.5l6 6 6-6'],
  filter: ['M4 5h16l-6.2 7.5V19l-3.6-2v-4.5z'],
  copy: ['M9 9h11v11H9z', 'M15 9V4H4v11h5'],
  fit: ['M5 3.5h14M5 20.5h14', 'M12 7v10', 'M9 9.5L12 6.5l3 3M9 14.5l3 3 3-3'],
  ruler: ['M8 3h8v18H8z', 'M8 7.5h3.5M8 12h5M8 16.5h3.5'],
  note: ['M5 4h14v11l-5 5H5z', 'M19 15h-5v5', 'M8.5 9h7M8.5 12.5h4'],
  download: ['M12 4v11M7.5 10.5L12 15l4.5-4.5', 'M4 20h16'],
  print: ['M7 9V4h10v5', 'M7 17H4V9h16v8h-3', 'M7 14h10v6H7z'],
  doorOpen: ['M5 20h14', 'M7 20V4h7v16', 'M14 5l4 1.5V20', 'FM10.8 11.4h1.4v1.4h-1.4z'],
  doorClosed: ['M5 20h14', 'M7 20V4h10v16', 'FM13.6 11.4H15v1.4h-1.4z'],
  diagram: ['M3 4h6v6H3zM15 14h6v6h-6z', 'M9 7h4a3 3 0 0 1 3 3v4'],
  house: ['M3 11.5L12 4l9 7.5', 'M5.5 10v10h13V10', 'M10 20v-6h4v6'],
  build: [
    'M14 6l4 4',
    'M12.500 7.500l3.500-3.500 4 4-3.500 3.500',
    'M14.200 9.800L5 19l-1.500-1.500 9.200-9.200',
  ],
  folder: ['M3 6h6l2 2.500h10V19H3z', 'M3 11h18'],
  towns: ['M3 20V10l4-3 4 3v10', 'M13 20V6h7v14', 'M16 9.500h1M16 13h1M6.500 13h1M2 20h20'],
  unequal: ['M5 9h14M5 15h14', 'M17 4L7 20'],
  even: ['M4 7v10M9.3 7v10M14.6 7v10M20 7v10'],
  list: ['M9 6.500h11M9 12h11M9 17.500h11', 'FM4 5.500h2v2H4z', 'FM4 11h2v2H4z', 'FM4 16.500h2v2H4z'],
  widen: ['M14 4h6v6M20 4l-7 7', 'M10 20H4v-6M4 20l7-7'],
  narrow: ['M20 10h-6V4M14 10l7-7', 'M4 14h6v6M10 14l-7 7'],
  projector: ['M3 5h18M5 5v10h14V5', 'M12 15v3M8 21l4-3 4 3'],
  call: ['M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z'],
  lesson: ['M2.5 9L12 5l9.5 4-9.5 4z', 'M6.5 11v5c3 2.6 8 2.6 11 0v-5'],
  warning: ['M12 4l9 16H3z', 'M12 10v4.5M12 17v.4'],
  picture: ['M4 7.5h4l1.5-2.5h5L16 7.5h4V19H4z', 'M12 10a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z'],
  undo: ['M4 9h10a5.5 5.5 0 0 1 0 11H8', 'M8 4L3.5 9 8 14'],
  redo: ['M20 9H10a5.5 5.5 0 0 0 0 11h6', 'M16 4l4.5 5-4.5 5'],
  rain: [
    'M6 13a4 4 0 0 1 .6-8 5.5 5.5 0 0 1 10.6 1A3.6 3.6 0 0 1 17.5 13z',
    'M8 16.5l-1 3M13 16.5l-1 3M18 16.5l-1 3',
  ],
  cut: ['M2.5 12H8M16 12h5.5', 'M10 8l4 8M14 8l-4 8'],
  join: ['M2.5 12h19', 'M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z'],
  power: ['M12 3v8', 'M7 6.5a7.5 7.5 0 1 0 10 0'],
  read: [
    'M12 6.5C9 4.5 6 4.5 3.5 5.5v13c2.5-1 5.5-1 8.5 1 3-2 6-2 8.5-1v-13c-2.5-1-5.5-1-8.5 1z',
    'M12 6.5v13',
  ],
  'hand.drop': ['M5 5l14 14M19 5L5 19'],
  'hand.hold': ['M8 4v16M16 4v16'],
  'hand.dup': ['M9 9h11v8H9z', 'M5 14H4V6h11v1'],
  'hand.flip': ['M4 6h16v12H4z', 'M13 3l-3 6 4 3-3 4 2 5'],
  'hand.swap': ['M4 8h14M14.5 4.5L18 8l-3.5 3.5', 'M20 16H6M9.5 12.5L6 16l3.5 3.5'],
  'hand.rescue': [
    'M12 20s-7.5-4.3-7.5-9.8A4.2 4.2 0 0 1 12 7.6a4.2 4.2 0 0 1 7.5 2.6C19.5 15.700 12 20 12 20z',
  ],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof PATHS;

/** A decorative picture as tall as the text beside it (1.25 em); the words beside it or its button's label say what it means. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.25em"
      height="1.25em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {PATHS[name].map((path) =>
        path.startsWith('F') ? (
          <path key={path} d={path.slice(1)} fill="currentColor" strokeWidth="1" />
        ) : (
          <path key={path} d={path} />
        ),
      )}
    </svg>
  );
}
