/** Words of the layer lens: the four layers of RFC 1122 §1.1.3, and what each sees of the town. */
export const lens = {
  name: 'Layer lens',
  hint: 'Look with the eyes of one layer (G)',
  of: {
    all: 'Everything',
    application: 'Application layer',
    transport: 'Transport layer',
    internet: 'Internet layer',
    link: 'Link layer',
  },
  unit: {
    all: 'as it is',
    application: 'pieces of the message',
    transport: 'segments · datagrams',
    internet: 'packets',
    link: 'Ethernet frames',
  },
  sees: {
    application: 'sees only the pieces that apps hand over and get.',
    transport: 'sees ports, sequence numbers, acknowledgments and flags.',
    internet: 'sees source and destination IP address, TTL and protocol number.',
    link: 'sees the MAC addresses at both ends of this link, and the FCS. Each hop has a new frame.',
  },
  blind: {
    application: 'No acknowledgments, no roads, no losses.',
    transport: 'No routers and no losses: it guesses those from what is acknowledged.',
    internet: 'No ports and no sequence numbers.',
    link: 'Not where the packet inside is going.',
  },
} as const;
