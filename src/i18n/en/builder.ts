/** Words of towns: choosing one, what stands above it, building one. */
export const builder = {
  choose: 'Choose a town',
  chooseAbout: 'Each is a little internet to look into and to change.',
  search: 'Search',
  close: 'Close',
  nothingFound: 'No town has that in its name or sentence.',
  topic: {
    ip: 'IP: addresses and routes',
    ports: 'Ports: doors of a house',
    transport: 'TCP and UDP',
    dns: 'DNS: names',
    web: 'The web',
    links: 'Links: what roads are like',
    all: 'All together',
  },
  size: '{{hosts}} computers, {{routers}} routers',
  bar: 'Town',
  undo: 'Undo',
  redo: 'Redo',
  back: 'Back to the street',
} as const;
