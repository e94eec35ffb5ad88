/** Words on the map and below it for a town in which nothing moves yet. */
export const firstSteps = {
  label: '첫걸음',
  computer: { sentence: '아직 아무도 살지 않아요.', action: '컴퓨터 놓기' },
  another: { sentence: '{{name}} 혼자예요. 하나 더 놓으면 길이 이어져요.', action: '컴퓨터 하나 더' },
  program: {
    sentence: '아직 아무도 아무것도 보내지 않아요.',
    action: '{{name}}에서 {{to}}에 핑 보내기',
  },
  standing: '마을이 움직일 수 있게 되면 여기에서 시간을 움직여요.',
} as const;
