import { app } from './en/app';
import { appView } from './en/appView';
import { camera } from './en/camera';
import { chartsPanel } from './en/chartsPanel';
import { hands } from './en/hands';
import { envelopes } from './en/envelopes';
import { lens } from './en/lens';
import { lessons } from './en/lessons';
import { lessonText } from './en/lessonText';
import { mechanisms } from './en/mechanisms';
import { metaphor } from './en/metaphor';
import { panels } from './en/panels';
import { pictures } from './en/pictures';
import { play } from './en/play';
import { playback } from './en/playback';
import { problems } from './en/problems';
import { socketsPanel } from './en/socketsPanel';
import { stage } from './en/stage';
import { ui } from './en/ui';
import { why } from './en/why';
import { windowPanel } from './en/windowPanel';

/** All words in English, by the part of the page they are for. */
export const enWords = {
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
