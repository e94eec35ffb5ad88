import { labelOctets } from '../wire/dnsName';

/** Where a page is. RFC 9110 §4.2; `h3` is the town's own word for a page over the model of QUIC. */
export interface Url {
  readonly scheme: 'http' | 'https' | 'h3';
  /** A name or a dotted IPv4 address, in lower case. */
  readonly host: string;
  readonly port: number;
  /** With the query; at least a slash. */
  readonly path: string;
}

/** RFC 9110 §4.2.1, §4.2.2; UDP for the model of QUIC, as HTTP/3 has it (RFC 9114 §3.1). */
const DEFAULT_PORT = { http: 80, https: 443, h3: 443 } as const;
const URL = /^(https?|h3):\/\/([\dA-Za-z][\dA-Za-z.-]{0,252})(?::(\d{1,5}))?(\/[!-"$-~]*)?$/;
const HIGHEST_PORT = 65_535;

/** Takes a URL to pieces; undefined when it is none that the town knows. */
export function parseUrl(text: string): Url | undefined {
  const [, scheme, host, portText, path = '/'] = URL.exec(text) ?? [];
  // A host that is no name nobody could be asked for (RFC 1035 §2.3.4).
  if (host === undefined || !isScheme(scheme) || !labelOctets(host)) return undefined;
  const port = portText === undefined ? DEFAULT_PORT[scheme] : Number(portText);
  if (port < 1 || port > HIGHEST_PORT) return undefined;
  return { scheme, host: host.toLowerCase(), port, path };
}

/** The authority as the Host field has it: the port only where it is not the usual one (RFC 9110 §7.2). */
export function authorityOf({ scheme, host, port }: Url): string {
  return port === DEFAULT_PORT[scheme] ? host : `${host}:${port}`;
}

function isScheme(text: string | undefined): text is Url['scheme'] {
  return text !== undefined && text in DEFAULT_PORT;
}
