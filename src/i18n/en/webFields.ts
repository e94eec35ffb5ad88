/** Fields of what the web sends, by the ids of wire's FIELD_NAMES. */
export const webFields = {
  http: {
    startLine: { name: 'Start line', about: 'What is asked for, or how it went.' },
    field: { name: 'Field', about: 'A name and a value about the message, as Host or Content-Length.' },
    emptyLine: { name: 'Empty line', about: 'Ends the head; the body begins behind it.' },
  },
  tls: {
    contentType: { name: 'Content type', about: '22 is the handshake, 21 an alert, 23 sealed data.' },
    version: {
      name: 'Version',
      about: 'An old number for old devices; the real version is agreed on inside.',
    },
    length: { name: 'Length', about: 'Bytes of this record behind the five of its header.' },
    handshake: {
      name: 'Handshake message',
      about: 'A hello in the clear, laid out as in TLS 1.3. Key and random are filler in this town.',
    },
    alert: { name: 'Alert', about: 'Says that something is wrong, or that no more will come.' },
    sealed: {
      name: 'Sealed bytes',
      about: 'A model: the bytes are filler laid over the text, and nothing is really encrypted.',
    },
  },
  quicModel: {
    firstByte: {
      name: 'First byte',
      about: 'Long or short header. The fixed bit is 0, so that nobody takes it for QUIC.',
    },
    version: { name: 'Version', about: 'Of the model: no version of QUIC.' },
    idLength: { name: 'ID length', about: 'Bytes of the connection ID that follows.' },
    destinationId: { name: 'Destination connection ID', about: 'What the receiver calls the connection.' },
    sourceId: { name: 'Source connection ID', about: 'What the sender calls the connection.' },
    number: { name: 'Packet number', about: 'New for every packet, even when its bytes go again.' },
    frame: {
      name: 'Frame',
      about:
        'What the packet carries: bytes of a stream, acknowledgments and more. In the clear here; real QUIC encrypts them.',
    },
    tag: {
      name: 'Tag',
      about: 'Real QUIC proves here that nothing was changed; in this model it is filler.',
    },
  },
} as const;
