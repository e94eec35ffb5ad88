/** Of a run that takes long. */
export const computing = {
  now: 'Still computing.',
  until: 'Known up to {{time}}',
  stop: 'This far is enough',
};
