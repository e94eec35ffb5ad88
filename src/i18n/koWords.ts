import { app } from './ko/app';
import { appView } from './ko/appView';
import { camera } from './ko/camera';
import { chartsPanel } from './ko/chartsPanel';
import { hands } from './ko/hands';
import { envelopes } from './ko/envelopes';
import { lens } from './ko/lens';
import { lessons } from './ko/lessons';
import { lessonText } from './ko/lessonText';
import { mechanisms } from './ko/mechanisms';
import { metaphor } from './ko/metaphor';
import { panels } from './ko/panels';
import { pictures } from './ko/pictures';
import { play } from './ko/play';
import { playback } from './ko/playback';
import { problems } from './ko/problems';
import { socketsPanel } from './ko/socketsPanel';
import { stage } from './ko/stage';
import { ui } from './ko/ui';
import { why } from './ko/why';
import { windowPanel } from './ko/windowPanel';

/** All words in Korean, by the part of the page they are for. */
export const koWords = {
  app,
  appView,
  camera,
  chartsPanel,
  hands,
  envelopes,
  lens,
  lessons,
  lessonText,
  mechanisms,
  metaphor,
  panels,
  pictures,
  play,
  playback,
  problems,
  socketsPanel,
  stage,
  ui,
  why,
  windowPanel,
};
