/** What happens at doors and in an address translation, by the kinds of DoorReason. */
export const doorReasons = {
  filtered: 'A firewall lets nothing through to this port, and says nothing.',
  echoed: 'The echo app sends back what came.',
  doorProbed: 'The scan knocks at {{transport}} {{port}} of {{address}}.',
  doorOpen: '{{transport}} {{port}} of {{address}} is open: a program answered.',
  doorClosed: '{{transport}} {{port}} of {{address}} is closed: the host said at once that nobody is there.',
  doorFiltered:
    '{{transport}} {{port}} of {{address}} is filtered: no answer came however often it was asked.',
  doorSilent: '{{transport}} {{port}} of {{address}} is open or filtered: over UDP silence may mean either.',
  natOutbound:
    'On the way out the router put its own address and a port of its own in the place of the source.',
  natInbound:
    'The router looked up in its table whose port this is, and made that address and port the destination.',
  natNoMapping: 'No row of the NAT table is for this port, so nobody inside can be meant.',
  natNoPorts: 'It has no port, and only by ports does the NAT know whom an answer is for.',
  natFragmentAlone: 'Only the first fragment has ports, and it has not come: nobody knows whom this is for.',
  natFragmentHeld: 'Only the first fragment has ports, so the NAT keeps this one until the first has come.',
  natMapped:
    '{{inside}} goes out for the first time, so the NAT table gets a row. The outside sees {{outside}}.',
  natForward: 'A fixed row: what comes to {{outside}} goes to {{inside}}.',
  natIdle: 'Nothing went out by this row for too long, so the port is free again.',
} as const;
