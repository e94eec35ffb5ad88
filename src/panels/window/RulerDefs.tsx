/** Patterns of the bands, so that they differ without their colours. */
export function RulerDefs() {
  return (
    <defs>
      <pattern id="window-stripes" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill="var(--tcp-soft)" />
        <path d="M-1,8 L8,-1 M-1,1 L1,-1 M6,8 L8,6" stroke="var(--tcp)" strokeWidth="2" />
      </pattern>
      <pattern id="window-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--buffer)" />
        <circle cx="3" cy="3" r="1.1" fill="var(--buffer-ink)" />
      </pattern>
      <pattern id="window-held" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill="var(--buffer)" />
        <path d="M-1,-1 L8,8 M6,-1 L8,1 M-1,6 L1,8" stroke="var(--buffer-ink)" strokeWidth="1.4" />
      </pattern>
      <pattern id="window-grey" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--surface-2)" />
        <circle cx="4" cy="4" r="1" fill="var(--ink-faint)" />
      </pattern>
    </defs>
  );
}
