/** Words of widgets. */
export const ui = {
  close: '닫기',
} as const;
