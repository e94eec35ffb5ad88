import { useCallback, useRef } from 'react';
import { followed, isCrowd } from './crowd';
import { PacketLayer, type PacketLayerProps } from './PacketLayer';
import { CROWD_PAINTER, SWARM_PAINTER } from './packetPainters';
import { PacketPicture } from './PacketPicture';
import { useSceneFact } from './sceneStore';
import type { PacketScene } from './sceneTypes';
import { chosenInSwarm } from './swarm';

/** All packets of a scene: elements, or a picture where they are too many, with elements over it for those of note. */
export function Packets(props: Omit<PacketLayerProps, 'pick'>) {
  const { run, store, plan, camera, selected, hovered, onSelect, onHover } = props;
  const wasCrowded = useRef(false);
  const crowded = useSceneFact(store, ({ packets }) => {
    wasCrowded.current = isCrowd(packets.length, wasCrowded.current);
    return wasCrowded.current;
  });
  const isSwarm = useSceneFact(store, ({ swarm }) => swarm !== null);
  const pick = useCallback(
    (scene: PacketScene) => {
      const chosen = [selected, hovered];
      if (scene.swarm) return [...scene.packets, ...chosenInSwarm(run, scene, chosen)];
      return crowded ? followed(scene.packets, chosen) : scene.packets;
    },
    [run, crowded, selected, hovered],
  );
  return (
    <>
      {(crowded || isSwarm) && (
        <PacketPicture
          painter={isSwarm ? SWARM_PAINTER : CROWD_PAINTER}
          {...{ store, plan, camera, onSelect, onHover }}
        />
      )}
      <PacketLayer {...props} pick={pick} />
    </>
  );
}
