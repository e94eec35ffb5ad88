import { app as enApp } from './en/app';
import { appView as enAppView } from './en/appView';
import { camera as enCamera } from './en/camera';
import { chartsPanel as enChartsPanel } from './en/chartsPanel';
import { hands as enHands } from './en/hands';
import { envelopes as enEnvelopes } from './en/envelopes';
import { lens as enLens } from './en/lens';
import { lessons as enLessons } from './en/lessons';
import { lessonText as enLessonText } from './en/lessonText';
import { mechanisms as enMechanisms } from './en/mechanisms';
import { metaphor as enMetaphor } from './en/metaphor';
import { panels as enPanels } from './en/panels';
import { pictures as enPictures } from './en/pictures';
import { play as enPlay } from './en/play';
import { playback as enPlayback } from './en/playback';
import { problems as enProblems } from './en/problems';
import { socketsPanel as enSocketsPanel } from './en/socketsPanel';
import { stage as enStage } from './en/stage';
import { ui as enUi } from './en/ui';
import { why as enWhy } from './en/why';
import { windowPanel as enWindowPanel } from './en/windowPanel';
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
import type { Language } from './language';

const ko = {
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

const en = {
  app: enApp,
  appView: enAppView,
  camera: enCamera,
  chartsPanel: enChartsPanel,
  hands: enHands,
  envelopes: enEnvelopes,
  lens: enLens,
  lessons: enLessons,
  lessonText: enLessonText,
  mechanisms: enMechanisms,
  metaphor: enMetaphor,
  panels: enPanels,
  pictures: enPictures,
  play: enPlay,
  playback: enPlayback,
  problems: enProblems,
  socketsPanel: enSocketsPanel,
  stage: enStage,
  ui: enUi,
  why: enWhy,
  windowPanel: enWindowPanel,
};

/** Korean is written first and lends the keys their types; the test beside holds that no language lacks one. */
export type Words = typeof ko;

export const WORDS: Readonly<Record<Language, object>> = { ko, en };
