/** The towns that come with the page: a name, and one sentence on what there is to see. */
export const presets = {
  ping: {
    name: 'Is anybody there?',
    about:
      'Three pings measure the round trip, then traceroute finds the two routers on the way by their hops.',
  },
  letter: {
    name: 'The first street',
    about:
      'A greeting over TCP through three routers; the road in the middle loses some of it, and TCP repairs it.',
  },
  'dns-tree': {
    name: 'From the root to a name',
    about:
      'A resolver asks the root, com and example.com in turn. It remembers what it hears, so the second question takes one round trip.',
  },
  'dns-trouble': {
    name: 'When names make trouble',
    about:
      'A lost answer is asked for again, a name that is not there is remembered as well, and a text too long for UDP comes over TCP.',
  },
} as const;
