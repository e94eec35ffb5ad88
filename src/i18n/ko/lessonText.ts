import { lessonL13 as L13 } from './lessonL13';

/** The words of each lesson, by its name. */
export const lessonText = { L13 };
