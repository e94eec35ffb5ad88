/** Pictures and clips of the stage for slides. */
export const pictures = {
  title: 'Save as a picture',
  png: 'Picture of the town (PNG)',
  gif: 'Short clip (GIF)',
  working: 'Drawing',
  cancel: 'Cancel',
} as const;
