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
          <LinkMarks {...props} />
          <Weather {...props} />
          <Doors {...props} />
        </>
      ) : (
        <>
          <LinkTables {...props} />
          <Sockets {...props} />
        </>
      )}
      <Queues {...props} />
      <Rooms {...props} message={message} picture={picture} />
      <HostMarks {...props} />
      <Bins {...props} />
      <Scars {...props} />
      <Ties {...props} />
      <Drops {...props} />
    </>
  );
}
