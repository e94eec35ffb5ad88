import { lessonL13 as L13 } from './lessonL13';
import { lessonL14 as L14 } from './lessonL14';
import { lessonL18 as L18 } from './lessonL18';

/** The words of each lesson, by its name. */
export const lessonText = { L13, L14, L18 };
