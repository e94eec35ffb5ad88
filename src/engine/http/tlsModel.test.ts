import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1Octets, latin1Text } from '../../wire/latin1';
import { simulateAll } from '../simulate';
import { TlsClient, TlsServer } from './tlsModel';
import { browsing, page, serving, webStory, withRoad } from './webBench';

/** Both ends behind their handshake, and how many bytes each flight of it had. */
function shakenHands() {
  const client = new TlsClient('www.example.com', [1, 2]);
  const server = new TlsServer([3, 4]);
  const hello = client.open();
  const flight = server.unseal(hello).reply;
  const finished = client.unseal(flight).reply;
  server.unseal(finished);
  return { client, server, flights: [hello.length, flight.length, finished.length] };
}

describe('the model of TLS 1.3', () => {
  it('shakes hands in one round trip, with flights of plausible sizes (RFC 8446 §2)', () => {
    const { client, server, flights } = shakenHands();
    expect([client.isReady, server.isReady]).toEqual([true, true]);
    // Hello; hello, certificates and proof in two records; the client's Finished.
    expect(flights).toEqual([162, 95 + 5 + 21 + 2104 + 79 + 36 + 17, 5 + 36 + 17]);
  });

  it('adds 5 bytes of header, a content type and a tag of 16 to each record (RFC 8446 §5.2)', () => {
    const { client } = shakenHands();
    expect(client.seal(latin1Octets('GET')).length).toBe(5 + 3 + 1 + 16);
    expect(client.seal(new Uint8Array(20_000)).length).toBe(20_000 + 2 * 22);
  });

  it('shows nothing of the text on the wire, and all of it to the other end', () => {
    const { client, server } = shakenHands();
    const sealed = client.seal(latin1Octets('GET / HTTP/1.1'));
    expect(latin1Text(sealed)).not.toContain('GET');
    expect(latin1Text(server.unseal(sealed).text)).toBe('GET / HTTP/1.1');
    expect(latin1Text(client.unseal(server.seal(latin1Octets('hello'))).text)).toBe('hello');
  });

  it('reads the same in whatever parts the stream comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 60 }), (text, step) => {
        const { client, server } = shakenHands();
        const sealed = new Uint8Array([...client.seal(text), ...client.seal(text)]);
        const read: number[] = [];
        for (let at = 0; at < sealed.length; at += step) {
          read.push(...server.unseal(sealed.subarray(at, at + step)).text);
        }
        expect(read).toEqual([...text, ...text]);
      }),
    );
  });

  it('breaks off with an alert on what is no TLS, whatever bytes come (RFC 8446 §6.2)', () => {
    const server = new TlsServer([1]);
    expect([...server.unseal(latin1Octets('GET / HTTP/1.1\r\n')).reply]).toEqual([21, 3, 3, 0, 2, 2, 10]);
    expect(server.isBroken).toBe(true);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(new TlsServer([1]).unseal(bytes).text.length).toBe(0);
      }),
    );
  });
});

describe('a page over https', () => {
  const apps = [
    serving({ port: 443, tls: true, pages: [page('/', 3000)] }),
    browsing(['https://198.51.100.20/', 'https://198.51.100.20/']),
  ];

  it('takes one round trip more than over http (RFC 8446 §2), and none when the connection is used again', () => {
    const story = webStory(simulateAll(withRoad(apps))).filter((line) => / 0 |(tls|page)/.test(line));
    expect(story).toContain('80 tlsFinished 0');
    expect(story).toContain('120 pageLoaded 0 3000 120000000');
    expect(story).toContain('1040 pageLoaded 1 3000 40000000');
  });

  it('is not to be had where only http is spoken, nor the other way round', () => {
    const plain = [serving({ port: 443 }), browsing(['https://198.51.100.20/'])];
    expect(webStory(simulateAll(withRoad(plain))).join('\n')).toContain('pageFailed 0 badAnswer');
    const sealed = [serving({ tls: true }), browsing(['http://198.51.100.20/'])];
    expect(webStory(simulateAll(withRoad(sealed))).join('\n')).toContain('pageFailed 0 badAnswer');
  });
});
