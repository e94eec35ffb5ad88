import { latin1Octets } from '../../wire/latin1';
import type { Page } from '../webApps';

/** An HTML page that shows the pictures under these paths, filled up with a comment to so many bytes. */
export function htmlPage(path: string, title: string, bytes: number, pictures: readonly string[] = []): Page {
  const shown = pictures.map((shownPath) => `<img src="${shownPath}">\n`).join('');
  const text = `<!doctype html>\n<title>${title}</title>\n<h1>${title}</h1>\n${shown}`;
  const room = Math.max(0, bytes - text.length - '<!---->'.length);
  return {
    path,
    mediaType: 'text/html',
    bytes: latin1Octets(`${text}<!--${'packet town '.repeat(room).slice(0, room)}-->`),
  };
}

/** Something to show in a page, of so many bytes. */
export function picture(path: string, bytes: number): Page {
  const head = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>';
  return { path, mediaType: 'image/svg+xml', bytes: latin1Octets(head.padEnd(bytes)) };
}
