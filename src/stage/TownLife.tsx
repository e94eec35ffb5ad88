import { Bins } from './Bins';
import { Doors } from './Doors';
import { Drops } from './Drops';
import { HostMarks } from './HostMarks';
import { LinkMarks } from './LinkMarks';
import type { Look } from './LookTools';
import type { Message } from './message';
import type { TownPlan } from './plan';
import { LinkTables } from './protocol/LinkTables';
import { Sockets } from './protocol/Sockets';
import { Queues } from './Queues';
import { Rooms } from './Rooms';
import { Scars } from './Scars';
import type { SceneStore } from './sceneStore';
import { Ties } from './Ties';
import { Weather } from './weather/Weather';

interface TownLifeProps {
  readonly look: Look;
  readonly store: SceneStore;
  readonly plan: TownPlan;
  readonly message: Message;
  /** The picture that is sent, as an address an image can load; null for anything else. */
  readonly picture: string | null;
}

/** What changes in the town, but for the packets. */
export function TownLife({ look, store, plan, message, picture }: TownLifeProps) {
  const props = { store, plan };
  return (
    <>
      {look === 'town' ? (
        <>
          <g data-seen="link">
            <LinkMarks {...props} />
            <Weather {...props} />
          </g>
          <g data-seen="transport">
            <Doors {...props} />
          </g>
        </>
      ) : (
        <>
          <g data-seen="link">
            <LinkTables {...props} />
          </g>
          <g data-seen="transport">
            <Sockets {...props} />
          </g>
        </>
      )}
      <g data-seen="internet">
        <Queues {...props} />
      </g>
      <Rooms {...props} message={message} picture={picture} />
      <HostMarks {...props} />
      <g data-seen="transport internet">
        <Bins {...props} />
      </g>
      <Scars {...props} />
      <g data-seen="transport">
        <Ties {...props} />
      </g>
      <g data-seen="application transport">
        <Drops {...props} />
      </g>
    </>
  );
}
