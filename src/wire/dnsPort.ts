/** Servers wait on this port of both transports. RFC 1035 §4.2. */
export const DNS_PORT = 53;
