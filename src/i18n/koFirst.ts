import { app } from './ko/app';
import { camera } from './ko/camera';
import { computing } from './ko/computing';
import { envelopes } from './ko/envelopes';
import { lens } from './ko/lens';
import { lessons } from './ko/lessons';
import { metaphor } from './ko/metaphor';
import { packetNames } from './ko/packetNames';
import { pictures } from './ko/pictures';
import { playback } from './ko/playback';
import { stage } from './ko/stage';
import { ui } from './ko/ui';

/** The words of the first screen in Korean, by the part of the page they are for. */
export const koFirst = {
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
