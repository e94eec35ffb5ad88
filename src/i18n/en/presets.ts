/** The towns that come with the page: a name, and one sentence on what there is to see. */
export const presets = {
  ping: {
    name: 'Is anybody there?',
    about:
      'Three pings measure the round trip, then traceroute finds the two routers on the way by their hops.',
  },
  ttl: {
    name: 'Who is on the way?',
    about:
      'Two traceroutes in opposite directions: each lets its packets be passed on once, twice, three times. There and back are different roads.',
  },
  loop: {
    name: 'Going round in circles',
    about:
      'R2 and R3 each take the other for the way to B. A packet goes to and fro until its TTL is used up, and ICMP 11/0 says so.',
  },
  'no-answer': {
    name: 'Three kinds of silence',
    about:
      'One host is off, one is off behind a router that makes no ICMP, and to one there is no route: host unreachable, nothing at all, network unreachable.',
  },
  'ip-limits': {
    name: 'What IP does not promise',
    about:
      'Of five IP packets one is lost, one overtaken, one doubled and one damaged: 1, 4, 4, 7 and 3 come in, and IP says nothing of it.',
  },
  'two-paths': {
    name: 'Two roads',
    about:
      'Some postcards are sent round by R4 and are overtaken; the answers all come back that way. Each packet finds its road by itself.',
  },
  'path-mtu': {
    name: 'A narrow road',
    about:
      'The road in the middle carries 576 bytes. Pings are cut into fragments there; TCP is told by ICMP 3/4 and sends smaller segments.',
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
