/** The towns that come with the page: a name, and one sentence on what there is to see. */
export const presets = {
  'lecture-note': {
    name: 'How does the internet talk?',
    about:
      'The client and the server of the lecture, with nodes between them. "Hello, world!" is handed on from node to node, and the answer takes another road.',
  },
  ping: {
    name: 'Is anybody there?',
    about:
      'Three pings measure the round trip, then traceroute finds the two routers on the way by their hops.',
  },
  ttl: {
    name: 'Who is on the way?',
    about:
      'Two traceroutes in opposite directions: each lets its packets be passed on once, twice, three times … The ways there and back are different.',
  },
  loop: {
    name: 'Going round in circles',
    about:
      'R2 and R3 each hand what is for B to the other. A packet goes to and fro until its TTL is used up, and ICMP 11/0 says so.',
  },
  'no-answer': {
    name: 'Three reasons for no answer',
    about:
      'IP sends without asking first (connectionless). One host is off, one is off behind a router that sends no ICMP, and to one there is no route: host unreachable, silence, network unreachable.',
  },
  'ip-limits': {
    name: 'The limits of IP: no promises',
    about:
      'IP is unreliable: of five packets one is lost, one overtaken, one duplicated and one damaged. 1, 4, 4, 7 (a damaged 5) and 3 arrive, and IP says nothing of it.',
  },
  'two-paths': {
    name: 'Two roads',
    about:
      'Some postcards are sent round by R4 and are overtaken by later ones; the answers all come back that way. Each packet finds its road by itself.',
  },
  'path-mtu': {
    name: 'A narrow road',
    about:
      'The road in the middle carries at most 576 bytes at a time. Pings are cut into fragments there; TCP is told by ICMP 3/4 and sends smaller segments.',
  },
  'three-programs': {
    name: 'Three programs, one address',
    about:
      'A game, a call and a browser live in C. Its IP address alone cannot tell their packets apart, so protocol and port do; a postcard to port 9999 finds nobody.',
  },
  'one-room-many-visitors': {
    name: 'One room, many visitors',
    about:
      'Four connections come to port 443 of S. The pair of sockets tells them apart, and the same pair a second time is refused.',
  },
  'port-scan': {
    name: 'Which doors are open?',
    about:
      'C knocks at six ports of S. Open, closed and filtered doors answer in ways of their own; over UDP silence can mean two things.',
  },
  'home-behind-nat': {
    name: 'A home behind NAT',
    about:
      'PC and TV both send from port 50000, and the outside sees one address with two ports. A fixed row (port forwarding) lets X in; without a row it is shut out.',
  },
  letter: {
    name: 'The first street',
    about:
      'A greeting over TCP through three routers; the road in the middle loses some of it, and TCP repairs it.',
  },
  bottleneck: {
    name: 'Three on a narrow road',
    about:
      'Two Reno flows and a CUBIC flow meet before a road of 2 Mbit/s. The queue fills, packets are dropped, and each finds its share.',
  },
  'call-against-download': {
    name: 'A call against a download',
    about:
      'A live call goes well until a download fills the queue of the same line. The frames that wait behind it come too late.',
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
  'app-reliability': {
    name: 'The app does the rest',
    about:
      'Over UDP the app itself numbers its blocks, waits for an answer, repeats after 150 ms and filters duplicates. Everything arrives, one block at a time.',
  },
  'type-a-url': {
    name: 'Type a web address',
    about:
      'Name, connection, page: each step costs round trips. The second time the name is remembered and the connection is open.',
  },
  'two-addresses': {
    name: 'Two addresses, one answers',
    about:
      'Each name has two addresses. One server is silent: after 250 ms the browser tries the other beside it. One refuses: it tries the other at once.',
  },
  https: {
    name: 'Open or sealed',
    about:
      'The same page in the clear and behind a model of TLS 1.3: one round trip more, and bytes that nobody can read.',
  },
  'quic-vs-tcp': {
    name: 'Five pictures, one loss',
    about:
      'Over TCP a lost packet of the first picture makes the other four wait. Over streams, a model of QUIC, only the first one waits.',
  },
  arp: {
    name: 'Who lives next door?',
    about:
      'Before the first ping, neighbours ask for each other’s hardware addresses with ARP. The second finds them known, the third comes after they ran out.',
  },
  satellite: {
    name: 'By satellite',
    about:
      'A round trip takes 600 ms. A window of 64 kB is sent long before the first ACK is back, so the fast line stands idle most of the time.',
  },
  'cafe-wifi': {
    name: 'Wi-Fi in a café',
    about:
      'The last hop is radio and loses packets. TCP repairs the song on the laptop; frames of the call on the phone are missing or late.',
  },
  'data-centre': {
    name: 'A data centre',
    about:
      'Twelve machines, a few microseconds apart. Nine answer one at once, its queue overflows, and a timer of 200 ms is an eternity there.',
  },
  'home-and-street': {
    name: 'Everything at once',
    about:
      'A home behind NAT, a café, an office, a university, servers and the tree of names: 25 computers and 11 routers browse, call, play, download, ping and scan.',
  },
} as const;
