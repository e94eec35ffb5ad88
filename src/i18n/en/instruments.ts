/** What each instrument shows, in the list of all of them. */
export const instruments = {
  all: 'All views',
  about: {
    ladder: 'Who sent what and when, from top to bottom',
    packet: 'Headers and bytes of the chosen packet',
    why: 'What caused it, step by step',
    hands: 'Change it by hand, compare two futures',
    window: 'The window and the connection’s variables',
    tables: 'Routing tables and ARP caches',
    journey: 'Steps and round trips behind a URL',
    sockets: 'Sockets and TCP states',
    doors: 'Open and closed ports, the NAT table',
    names: 'How DNS finds a name, and its caches',
    charts: 'Values that change over time',
    play: 'Be one end and guess what it does next',
    app: 'What the receiving app sees and hears',
    transcript: 'One line a packet, like tcpdump',
    build: 'Change houses, roads and programs',
  },
} as const;
