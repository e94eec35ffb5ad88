import { useMemo, useState } from 'react';
import type { NodeId } from '../../experiment/experiment';
import { isMessageRun } from '../../trace/messageRun';
import type { PacketRef, Run } from '../../trace/run';
import { chooseColumns, endsOf, inOrder } from './columns';

/** Least distance of two columns: a short name with its packet's number has room. */
const COLUMN_STEP = 92;
/** So many fit anywhere. */
const FEWEST = 3;

/**
 * The nodes that are columns in a town: those that a person chose, or those who have most to do with each other, with
 * the ends of the chosen packet among them. `undefined` where the two ends of a message are all.
 */
export function useColumns(
  run: Run,
  selected: PacketRef | null,
  wanted: readonly NodeId[] | null,
  room: number,
): readonly NodeId[] | undefined {
  const isTown = !isMessageRun(run.experiment);
  const most = Math.max(FEWEST, Math.floor(room / COLUMN_STEP) + 1);
  const [first, setFirst] = useState<readonly NodeId[]>([]);
  const kept = useMemo(() => {
    const { hosts, routers } = run.experiment.town;
    const ids = [...hosts, ...routers].map(({ id }) => id);
    return (wanted ?? []).filter((id) => ids.includes(id));
  }, [run, wanted]);
  const columns = useMemo(() => {
    if (!isTown) return undefined;
    return kept.length > 1 ? inOrder(run, kept) : chooseColumns(run, first, most);
  }, [isTown, run, kept, first, most]);
  const ends = useMemo(() => (isTown && selected ? endsOf(run, selected) : []), [isTown, run, selected]);
  // A packet that is in sight already moves nothing.
  if (columns && ends.some((id) => !columns.includes(id)) && ends.join() !== first.join()) setFirst(ends);
  return columns;
}
