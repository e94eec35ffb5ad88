import { appView } from './ko/appView';
import { builder } from './ko/builder';
import { chartsPanel } from './ko/chartsPanel';
import { doors } from './ko/doors';
import { firstSteps } from './ko/firstSteps';
import { hands } from './ko/hands';
import { instruments } from './ko/instruments';
import { journey } from './ko/journey';
import { lessonText } from './ko/lessonText';
import { lost } from './ko/lost';
import { map } from './ko/map';
import { mechanisms } from './ko/mechanisms';
import { names } from './ko/names';
import { panels } from './ko/panels';
import { play } from './ko/play';
import { presets } from './ko/presets';
import { problems } from './ko/problems';
import { socketsPanel } from './ko/socketsPanel';
import { townNews } from './ko/townNews';
import { tables } from './ko/tables';
import { why } from './ko/why';
import { windowPanel } from './ko/windowPanel';

/** The words in Korean of what comes after the first screen. */
export const koLater = {
  appView,
  builder,
  chartsPanel,
  doors,
  firstSteps,
  hands,
  instruments,
  journey,
  lessonText,
  lost,
  map,
  mechanisms,
  names,
  panels,
  play,
  presets,
  problems,
  socketsPanel,
  townNews,
  tables,
  why,
  windowPanel,
};
