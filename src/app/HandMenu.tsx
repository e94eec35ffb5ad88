import type { TFunction } from 'i18next';
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { packetLabelOf } from '../panels/packetLabel';
import { packetName } from '../panels/packetName';
import { packetProtocol } from '../panels/packetProtocol';
import type { Run } from '../trace/run';
import { handsOn } from './hands';
import { followLongPresses } from './longPress';
import type { Session } from './session';
import { useHandKeys } from './useHandKeys';
import type { HandMenuState } from './viewStore';

const PointPopover = lazy(async () => ({ default: (await import('../ui/PointPopover')).PointPopover }));
const Surgery = lazy(async () => ({ default: (await import('../panels/hands/Surgery')).Surgery }));
const LinkHands = lazy(async () => ({ default: (await import('../panels/hands/LinkHands')).LinkHands }));
const HostHands = lazy(async () => ({ default: (await import('../panels/hands/HostHands')).HostHands }));

/**
 * What can be done to the packet, road or building that was pressed with the other button or for long, beside it; and
 * the keys that do it to the chosen packet.
 */
export function HandMenu({ session }: { readonly session: Session }): ReactNode {
  const menu = useStore(session.view, (state) => state.menu);
  useMenuOnPackets(session);
  useHandKeys(session);
  if (!menu) return null;
  return (
    <Suspense>
      <Sheet session={session} menu={menu} />
    </Suspense>
  );
}

function Sheet({ session, menu }: { readonly session: Session; readonly menu: HandMenuState }): ReactNode {
  const { t } = useTranslation();
  const run = useStore(session.experiment, (state) => state.run);
  const hands = useMemo(() => handsOn(session), [session]);
  if (!run) return null;
  const close = (): void => session.view.setState({ menu: null });
  const { of, x, y } = menu;
  const props = { run, playhead: session.playback.playhead, hands };
  const link = of.kind === 'link' ? run.experiment.town.links.find(({ id }) => id === of.id) : undefined;
  return (
    <PointPopover x={x} y={y} title={titleOf(t, run, of)} onClose={close}>
      {of.kind === 'packet' && <Surgery {...props} packet={of.packet} onDone={close} />}
      {link && <LinkHands {...props} link={link} />}
      {of.kind === 'host' && <HostHands {...props} host={of.id} />}
    </PointPopover>
  );
}

function titleOf(t: TFunction, run: Run, of: HandMenuState['of']): string {
  if (of.kind !== 'packet') return of.id.replace('-', '–');
  const label = packetLabelOf(run, of.packet);
  return label ? `${packetProtocol(t, run, label)} ${packetName(t, label)}` : '';
}

/** The other mouse button or a long press on a packet that is pointed at, wherever it is drawn, opens its menu. */
function useMenuOnPackets({ view }: Session): void {
  useEffect(() => {
    const presses = followLongPresses();
    const open = (event: MouseEvent): void => {
      const { hovered, menu } = view.getState();
      if (event.defaultPrevented || (!hovered && !menu)) return;
      event.preventDefault();
      if (!hovered || menu) return;
      const { clientX: x, clientY: y } = event;
      view.setState({ menu: { of: { kind: 'packet', packet: hovered }, x, y } });
    };
    addEventListener('contextmenu', open);
    return () => {
      presses.stop();
      removeEventListener('contextmenu', open);
    };
  }, [view]);
}
