/** Words of an opened packet: envelope in envelope. */
export const envelopes = {
  label: 'Inside the packet',
  follow: 'Follow',
  inside: 'Into the packet (Z)',
  notYet: 'Not made yet.',
  unit: {
    frame: 'Ethernet frame',
    arp: 'ARP message',
    packet: 'IP packet',
    segment: 'TCP segment',
    datagram: 'UDP datagram',
    icmp: 'ICMP slip',
    message: 'Message',
  },
  where: {
    onLink: 'On the link from {{from}} to {{to}}: wrapped in a frame.',
    queued: 'In the queue of {{from}}, waiting for the link to {{to}}.',
    atNode: 'In {{from}}: out of its frame.',
    accepted: '{{from}} has taken it: this is what was in all the envelopes.',
    lost: 'Lost on the way from {{from}} to {{to}}.',
    dropped: 'Discarded at {{from}}.',
  },
} as const;
