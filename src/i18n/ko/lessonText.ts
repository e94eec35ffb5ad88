import { lessonL13 as L13 } from './lessonL13';
import { lessonL14 as L14 } from './lessonL14';

/** The words of each lesson, by its name. */
export const lessonText = { L13, L14 };
