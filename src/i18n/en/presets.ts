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
} as const;
