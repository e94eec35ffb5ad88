import { app } from './en/app';
import { camera } from './en/camera';
import { computing } from './en/computing';
import { envelopes } from './en/envelopes';
import { lens } from './en/lens';
import { lessons } from './en/lessons';
import { metaphor } from './en/metaphor';
import { packetNames } from './en/packetNames';
import { pictures } from './en/pictures';
import { playback } from './en/playback';
import { stage } from './en/stage';
import { ui } from './en/ui';

/** The words of the first screen in English, by the part of the page they are for. */
export const enFirst = {
  app,
  camera,
  computing,
  envelopes,
  lens,
  lessons,
  metaphor,
  pictures,
  playback,
  stage,
  ui,
  panels: packetNames,
};
