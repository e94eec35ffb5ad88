import { webFields } from './webFields';

/** Header fields by the ids of wire's FIELD_NAMES: a name and one sentence on what it is for. */
export const fields = {
  ethernet: {
    destination: {
      name: 'Destination MAC',
      about: 'The interface that takes the frame from this link. Another at each hop.',
    },
    source: {
      name: 'Source MAC',
      about: 'The interface that put the frame onto this link. Another at each hop.',
    },
    etherType: {
      name: 'EtherType',
      about: 'What is inside: 0x0800 is an IPv4 packet, 0x0806 an ARP message.',
    },
    padding: { name: 'Padding', about: 'Zeros, because there were less than 46 bytes of data.' },
    frameCheck: {
      name: 'FCS',
      about:
        'CRC-32 of the whole frame. The receiving interface computes it again and drops the frame if it differs.',
    },
  },
  arp: {
    hardwareType: { name: 'Hardware type', about: 'What kind of link this is: 1 is Ethernet.' },
    protocolType: { name: 'Protocol type', about: 'Whose addresses are asked for: 0x0800 is IPv4.' },
    hardwareLength: { name: 'Hardware length', about: 'Bytes of a hardware address: 6.' },
    protocolLength: { name: 'Protocol length', about: 'Bytes of an IP address: 4.' },
    operation: { name: 'Operation', about: '1 asks for the address, 2 answers.' },
    senderHardware: {
      name: 'Sender MAC',
      about: 'Hardware address of who speaks: the answer to the question.',
    },
    senderProtocol: { name: 'Sender IP', about: 'IP address of who speaks.' },
    targetHardware: {
      name: 'Target MAC',
      about: 'Whom it is for. All zeros in a question: that is what is asked.',
    },
    targetProtocol: { name: 'Target IP', about: 'In a question: the IP address whose owner is wanted.' },
  },
  ipv4: {
    version: { name: 'Version', about: 'Which IP this is: 4.' },
    headerLength: {
      name: 'Header length',
      about: 'Length of the IP header in units of 4 bytes: 5 means 20.',
    },
    typeOfService: { name: 'Type of service', about: 'How urgent it is, and marks for congestion.' },
    totalLength: { name: 'Total length', about: 'Bytes of the packet, header and content together.' },
    identification: {
      name: 'Identification',
      about: 'Tells which fragments belong to one packet, should it be cut up.',
    },
    reservedFlag: { name: 'Reserved bit', about: 'Not used, always 0.' },
    dontFragment: { name: 'DF', about: '1 means: do not cut this packet up on the way.' },
    moreFragments: { name: 'MF', about: '1 means: more fragments follow.' },
    fragmentOffset: { name: 'Fragment offset', about: 'Where a fragment belongs, in units of 8 bytes.' },
    timeToLive: { name: 'TTL', about: 'Each router lowers it by 1. At 0 the packet is thrown away.' },
    protocol: { name: 'Protocol', about: 'What is inside: 1 is ICMP, 6 is TCP, 17 is UDP.' },
    checksum: {
      name: 'Header checksum',
      about: 'Shows whether the IP header was damaged. Each router computes it anew, as the TTL has changed.',
    },
    source: { name: 'Source address', about: 'IP address of the building that sent it.' },
    destination: {
      name: 'Destination address',
      about: 'IP address of the building it goes to. Routers choose the way by it.',
    },
    options: { name: 'Options', about: 'Rarely used extras of IP.' },
  },
  icmp: {
    type: {
      name: 'Type',
      about: '3 is unreachable, 8 and 0 are echo request and reply, 11 is time exceeded.',
    },
    code: { name: 'Code', about: 'The finer reason within a type: 3 of “unreachable” is the port.' },
    checksum: { name: 'Checksum', about: 'Shows whether the ICMP message was damaged.' },
    identifier: { name: 'Identifier', about: 'Pairs an answer with its question.' },
    sequence: { name: 'Sequence number', about: 'Which question this is.' },
    unused: { name: 'Unused', about: 'Left empty.' },
    nextHopMtu: { name: 'Next-hop MTU', about: 'The largest size that passes without being cut.' },
  },
  udp: {
    sourcePort: { name: 'Source port', about: 'Number of the room that sent it.' },
    destinationPort: {
      name: 'Destination port',
      about: 'Number of the room it goes to; the lobby reads it.',
    },
    length: { name: 'Length', about: 'Bytes of the 8-byte UDP header and the content together.' },
    checksum: {
      name: 'Checksum',
      about: 'Shows damage to addresses, ports or content. 0 means it was not computed.',
    },
  },
  tcp: {
    sourcePort: { name: 'Source port', about: 'Number of the room that sent it.' },
    destinationPort: {
      name: 'Destination port',
      about: 'Number of the room it goes to; the lobby reads it.',
    },
    sequence: {
      name: 'Sequence number',
      about: 'Number of the first byte in this segment. Counting starts at an arbitrary number.',
    },
    acknowledgment: {
      name: 'Acknowledgment',
      about: 'The next byte wanted: everything before it has arrived.',
    },
    dataOffset: { name: 'Header length', about: 'Length of the TCP header in units of 4 bytes: 5 means 20.' },
    reserved: { name: 'Reserved', about: 'Not used, always 0.' },
    flags: {
      name: 'Flags',
      about: 'What this segment does: SYN opens, ACK acknowledges, FIN ends, RST refuses.',
    },
    window: {
      name: 'Window',
      about: 'How many more bytes fit just now; multiplied when window scale is used.',
    },
    checksum: {
      name: 'Checksum',
      about: 'Shows damage to addresses, header or content. TCP always computes it.',
    },
    urgentPointer: { name: 'Urgent pointer', about: 'Marks the end of urgent data. Hardly used today.' },
    option: {
      endOfList: { name: 'End of options', about: 'No more options.' },
      nop: { name: 'No operation', about: 'One byte that fills a gap.' },
      maxSegmentSize: { name: 'MSS', about: 'The most bytes one segment may carry. Only on a SYN.' },
      windowScale: { name: 'Window scale', about: 'The window counts times 2 to this power.' },
      sackPermitted: { name: 'SACK permitted', about: 'Ranges received out of order may be reported.' },
      sack: { name: 'SACK', about: 'Ranges already received behind a gap.' },
      timestamps: {
        name: 'Timestamps',
        about: 'Time of sending, and the other side’s time sent back. They measure the round trip.',
      },
      unknown: { name: 'Unknown option', about: 'An option this town does not know. It is skipped.' },
      malformed: { name: 'Broken option', about: 'Its length does not fit, so it cannot be read.' },
      padding: { name: 'Padding', about: 'Fills the header up to a multiple of 4 bytes.' },
    },
  },
  dns: {
    length: {
      name: 'Message length',
      about: 'Goes before the message over TCP, where nothing else marks its end.',
    },
    id: { name: 'ID', about: 'Chosen by the asker; the answer repeats it, so the two can be matched.' },
    response: { name: 'QR', about: '0 asks, 1 answers.' },
    opcode: { name: 'Opcode', about: 'The kind of question: 0 is an ordinary one.' },
    authoritative: {
      name: 'AA',
      about: 'The answer comes from a server in charge of the name, not from a cache.',
    },
    truncated: { name: 'TC', about: 'The answer did not fit and was cut: ask again over TCP.' },
    recursionDesired: { name: 'RD', about: 'Please ask on for me until you know.' },
    recursionAvailable: { name: 'RA', about: 'This server does ask on for others.' },
    reserved: { name: 'Z, AD, CD', about: 'One bit that is always 0, and two of DNSSEC.' },
    responseCode: {
      name: 'RCODE',
      about: 'How it went: 0 fine, 2 the server failed, 3 there is no such name.',
    },
    questionCount: { name: 'QDCOUNT', about: 'How many questions follow.' },
    answerCount: { name: 'ANCOUNT', about: 'How many records answer the question.' },
    authorityCount: { name: 'NSCOUNT', about: 'How many records say who is in charge.' },
    additionalCount: {
      name: 'ARCOUNT',
      about: 'How many records are there besides, such as addresses of name servers.',
    },
    question: {
      name: {
        name: 'QNAME',
        about: 'The name that is asked for: each label behind its length, and a 0 at the end.',
      },
      type: {
        name: 'QTYPE',
        about: 'What is asked about the name: A its address, NS its name servers, MX its mail servers.',
      },
      class: { name: 'QCLASS', about: '1 is the Internet.' },
    },
    record: {
      name: {
        name: 'NAME',
        about: 'Whose record this is. Two bytes often point to where the name stood before.',
      },
      type: {
        name: 'TYPE',
        about: 'What the record says: A an address, NS a name server, CNAME another name.',
      },
      class: { name: 'CLASS', about: '1 is the Internet.' },
      ttl: { name: 'TTL', about: 'How many seconds the record may be kept in a cache. Not the TTL of IP.' },
      dataLength: { name: 'RDLENGTH', about: 'How many bytes the data have.' },
      data: { name: 'RDATA', about: 'What the record says about the name.' },
    },
    option: {
      udpBytes: { name: 'UDP size', about: 'The longest answer over UDP that the sender takes (EDNS).' },
      flags: {
        name: 'EDNS flags',
        about: 'More of the response code, the version of EDNS, and the DO bit of DNSSEC.',
      },
    },
  },
  ...webFields,
  data: {
    payload: { name: 'Content', about: 'Bytes from the app. The network does not look inside.' },
    rest: { name: 'Rest', about: 'Bytes that cannot be read as a header.' },
    blockNumber: {
      name: 'Block number',
      about: 'Put in front of each piece by the app, so that it finds its place in any order.',
    },
  },
} as const;
