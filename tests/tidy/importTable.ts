/** A part of `src` and the parts it may import. Paths are relative to `src`; a longer path wins. */
export interface ModuleRule {
  readonly module: string;
  readonly mayImport: readonly string[];
  /** npm packages by name, `node:` for Node's own; 'any' where the module may choose. */
  readonly packages: readonly string[] | 'any';
}

const MODEL = ['wire', 'experiment', 'trace'];
const VIEW_BASE = ['playback', 'ui', 'i18n'];
const REACT = ['react', 'react-dom', 'framer-motion', 'zustand', 'radix-ui', 'react-i18next', 'i18next'];

/**
 * Who may import whom, on top of itself: the architecture as data (ARCHITECTURE.md draws it).
 * The compiler holds part of it (tsconfig.*.json), the linter repeats it for the editor, the tidy test holds all.
 */
export const IMPORT_TABLE: readonly ModuleRule[] = [
  { module: 'wire', mayImport: [], packages: [] },
  { module: 'experiment', mayImport: ['wire'], packages: ['valibot', 'fflate', '@noble/hashes'] },
  { module: 'trace', mayImport: ['wire', 'experiment'], packages: ['@noble/hashes'] },
  { module: 'engine', mayImport: MODEL, packages: ['@noble/hashes'] },
  { module: 'capture', mayImport: MODEL, packages: ['fflate'] },
  { module: 'packetdrill', mayImport: ['engine', ...MODEL], packages: [] },
  { module: 'bridge/protocol', mayImport: ['experiment', 'trace'], packages: [] },
  {
    module: 'bridge/handle',
    mayImport: ['engine', 'capture', 'experiment', 'trace', 'bridge/protocol'],
    packages: ['@noble/hashes'],
  },
  {
    module: 'bridge/answers',
    mayImport: ['engine', 'bridge/protocol', 'bridge/handle'],
    packages: [],
  },
  {
    module: 'bridge/worker',
    mayImport: ['engine', 'trace', 'bridge/protocol', 'bridge/answers'],
    packages: [],
  },
  { module: 'bridge/simulator', mayImport: ['experiment', 'trace', 'bridge/protocol'], packages: [] },
  { module: 'i18n', mayImport: [], packages: ['i18next', 'react-i18next', 'react'] },
  { module: 'ui', mayImport: [], packages: ['react', 'react-dom', 'framer-motion', 'radix-ui'] },
  { module: 'playback', mayImport: ['trace', 'ui', 'i18n'], packages: REACT },
  { module: 'stage', mayImport: [...MODEL, ...VIEW_BASE], packages: REACT },
  { module: 'panels', mayImport: [...MODEL, ...VIEW_BASE], packages: [...REACT, 'uplot'] },
  { module: 'lessons', mayImport: ['experiment', 'trace', ...VIEW_BASE], packages: REACT },
  { module: 'classroom', mayImport: ['lessons', ...VIEW_BASE], packages: REACT },
  {
    module: 'app',
    mayImport: [
      ...MODEL,
      'capture',
      'bridge/protocol',
      'bridge/simulator',
      ...VIEW_BASE,
      'stage',
      'panels',
      'lessons',
      'classroom',
    ],
    packages: 'any',
  },
  {
    module: 'cli',
    mayImport: ['engine', 'capture', 'packetdrill', ...MODEL, 'lessons', 'i18n'],
    packages: ['node:', 'fflate', '@noble/hashes', 'valibot'],
  },
];

/** Modules that know no page, no clock and no dice: the same input gives the same output, everywhere. */
export const PURE_MODULES = ['wire', 'experiment', 'trace', 'engine', 'capture', 'packetdrill'] as const;
