/** Of a run that takes long. */
export const computing = {
  now: '아직 계산하고 있어요.',
  until: '{{time}}까지 나왔어요',
  stop: '여기까지면 돼요',
};
