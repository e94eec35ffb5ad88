import { koFirst } from './koFirst';
import { koLater } from './koLater';

/** All words in Korean, by the part of the page they are for. */
export const koWords = { ...koFirst, ...koLater };
