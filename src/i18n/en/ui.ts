/** Words of widgets. */
export const ui = {
  close: 'Close',
} as const;
