import { enFirst } from './enFirst';
import { enLater } from './enLater';

/** All words in English, by the part of the page they are for. */
export const enWords = { ...enFirst, ...enLater };
