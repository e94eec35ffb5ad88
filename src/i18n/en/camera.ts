/** Words of the camera: how near the town is looked at, and where. */
export const camera = {
  label: 'Distance',
  zoomIn: 'Look nearer (+)',
  zoomOut: 'Look from farther away (−)',
  where: 'Where you look',
  ground: 'Picture of the town',
  place: {
    town: 'Town',
    street: 'Street',
    office: 'Post office {{router}}',
    client: 'Our house',
    server: 'Server',
    room: '{{transport}} room',
  },
} as const;
