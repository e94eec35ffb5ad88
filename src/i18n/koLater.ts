import { appView } from './ko/appView';
import { chartsPanel } from './ko/chartsPanel';
import { hands } from './ko/hands';
import { lessonText } from './ko/lessonText';
import { mechanisms } from './ko/mechanisms';
import { panels } from './ko/panels';
import { play } from './ko/play';
import { socketsPanel } from './ko/socketsPanel';
import { why } from './ko/why';
import { windowPanel } from './ko/windowPanel';

/** The words in Korean of what comes after the first screen. */
export const koLater = {
  appView,
  chartsPanel,
  hands,
  lessonText,
  mechanisms,
  panels,
  play,
  socketsPanel,
  why,
  windowPanel,
};
