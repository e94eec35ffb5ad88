import { packetEvents } from '../../trace/packetBytesAt';
import type { PacketRef, Run } from '../../trace/run';
import { pathOf, pointOnRoad } from './mapRoad';
import { directionOf, roadOfWay } from './mapTraffic';
import type { MapPlan } from './mapTypes';

interface LitPathProps {
  readonly run: Run;
  readonly plan: MapPlan;
  readonly selected: PacketRef;
}

/** All roads that the chosen packet takes, from the house it leaves to where it ends, lit in its direction. */
export function LitPath({ run, plan, selected }: LitPathProps) {
  const size = plan.unit * plan.scale;
  const ways = waysOf(run, selected);
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round" data-part="lit">
      {ways.flatMap((way) => {
        const road = roadOfWay(plan, way);
        if (!road) return [];
        const direction = directionOf(way);
        // In the post offices at its ends it is not seen.
        const [start, end] = direction === 0 ? road.meets : [road.meets[1], road.meets[0]];
        const open = Math.max(1, road.length - 0.9 * (start + end));
        const half = Array.from({ length: 25 }, (_, i) =>
          pointOnRoad(road, direction, 0.9 * start + (open * i) / 24),
        );
        const middle = pointOnRoad(road, direction, road.length / 2);
        const path = pathOf(half);
        return [
          <g key={way}>
            <path d={path} stroke="#17233b" strokeOpacity="0.55" strokeWidth={road.width * 0.42} />
            <path d={path} stroke="#ffdf87" strokeWidth={road.width * 0.28} />
            <path
              d="M-6-6L3 0L-6 6"
              transform={`translate(${middle.x} ${middle.y}) rotate(${middle.angle}) scale(${size})`}
              stroke="#17233b"
              strokeWidth="3"
            />
          </g>,
        ];
      })}
    </g>
  );
}

/** The link ways that a packet is put on, in order of time. */
function waysOf({ traces }: Run, { lane, packet }: PacketRef): readonly number[] {
  const trace = traces[lane];
  if (!trace || packet >= trace.packetCount) return [];
  const ways = packetEvents(trace, packet).flatMap((number) => {
    const event = trace.event(number);
    return event.kind === 'linkEntered' ? [event.place] : [];
  });
  return [...new Set(ways)];
}
