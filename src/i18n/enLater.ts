import { appView } from './en/appView';
import { builder } from './en/builder';
import { chartsPanel } from './en/chartsPanel';
import { doors } from './en/doors';
import { firstSteps } from './en/firstSteps';
import { hands } from './en/hands';
import { instruments } from './en/instruments';
import { journey } from './en/journey';
import { lessonText } from './en/lessonText';
import { lost } from './en/lost';
import { map } from './en/map';
import { mechanisms } from './en/mechanisms';
import { names } from './en/names';
import { panels } from './en/panels';
import { play } from './en/play';
import { presets } from './en/presets';
import { problems } from './en/problems';
import { socketsPanel } from './en/socketsPanel';
import { townNews } from './en/townNews';
import { tables } from './en/tables';
import { why } from './en/why';
import { windowPanel } from './en/windowPanel';

/** The words in English of what comes after the first screen. */
export const enLater = {
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
