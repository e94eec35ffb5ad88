import type { NodeId, Route, Town } from '../../experiment/experiment';
import type { Place } from '../../experiment/townEdits';
import type { PointingProps } from '../panelProps';

/** What the tables get beside the run: the town as it is being built, and what a person does to it. */
export interface TablesProps extends PointingProps {
  /** With the tables that hold, worked out or written. */
  readonly town: Town;
  /** The tables are worked out from the links. */
  readonly isAutomatic: boolean;
  readonly chosen: Place | null;
  readonly onChoose: (place: Place) => void;
  /** The rows of one router are these from now on, and no table is worked out any more. */
  readonly onRoutes: (router: NodeId, routes: readonly Route[]) => void;
}
