/** Pictures and clips of the stage for slides. */
export const pictures = {
  title: '그림으로 저장',
  png: '마을 그림(PNG)',
  gif: '짧은 움직임(GIF)',
  working: '그리는 중',
  cancel: '그만두기',
} as const;
