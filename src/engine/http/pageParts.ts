import { fieldValue, type HttpResponse } from '../../wire/http';
import { latin1Text } from '../../wire/latin1';

/** What one page may show beside itself. */
const MOST_PARTS = 16;
/** How far into a page they are looked for, in bytes. */
const LONGEST_TEXT = 65_536;
const SOURCE = /src="(\/[^"\s]{0,1000})"/g;

/** The paths on the same server that an HTML page asks to be shown with it, each once, in their order. */
export function partsOf(response: HttpResponse): readonly string[] {
  const mediaType = fieldValue(response, 'Content-Type') ?? '';
  if (response.status !== 200 || !mediaType.startsWith('text/html')) return [];
  const text = latin1Text(response.body.subarray(0, LONGEST_TEXT));
  const paths = [...text.matchAll(SOURCE)].flatMap(([, path]) => (path === undefined ? [] : [path]));
  return [...new Set(paths)].slice(0, MOST_PARTS);
}
