import { describe, expect, it } from 'vitest';
import { authorityOf, parseUrl } from './url';

describe('a URL', () => {
  it('names scheme, host, port and path; port 80 is meant where none is named (RFC 9110 §4.2.1)', () => {
    expect(parseUrl('http://www.Example.com')).toEqual({
      scheme: 'http',
      host: 'www.example.com',
      port: 80,
      path: '/',
    });
    expect(parseUrl('http://192.0.2.1:8080/a/b?c=d')).toEqual({
      scheme: 'http',
      host: '192.0.2.1',
      port: 8080,
      path: '/a/b?c=d',
    });
  });

  it.each([
    '',
    'www.example.com',
    'ftp://a/',
    'http://',
    'http://a:0/',
    'http://a:70000/',
    'http://a b/',
    'http://a/#x',
    'http://a..b/',
    `http://${'a'.repeat(64)}.example/`,
  ])('is not "%s"', (text) => {
    expect(parseUrl(text)).toBe(undefined);
  });

  it('has its port in the Host field only when it is not the usual one (RFC 9110 §7.2)', () => {
    expect(authorityOf(parseUrl('http://a.example:80/')!)).toBe('a.example');
    expect(authorityOf(parseUrl('http://a.example:8080/')!)).toBe('a.example:8080');
  });
});
