/** Words on the map and below it for a town in which nothing moves yet. */
export const firstSteps = {
  label: 'First steps',
  computer: { sentence: 'Nobody lives here yet.', action: 'Put a computer here' },
  another: { sentence: '{{name}} is alone. One more, and a road joins them.', action: 'One more computer' },
  program: { sentence: 'Nobody sends anything yet.', action: 'Ping {{to}} from {{name}}' },
  standing: 'Time is moved here as soon as the town can run.',
} as const;
