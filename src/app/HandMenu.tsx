import type { TFunction } from 'i18next';
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { packetLabelOf } from '../panels/packetLabel';
import { packetName } from '../panels/packetName';
import type { Run } from '../trace/run';
import { handsOn } from './hands';
import type { Session } from './session';
import type { HandMenuState } from './viewStore';

const PointPopover = lazy(async () => ({ default: (await import('../ui/PointPopover')).PointPopover }));
const Surgery = lazy(async () => ({ default: (await import('../panels/hands/Surgery')).Surgery }));
const LinkHands = lazy(async () => ({ default: (await import('../panels/hands/LinkHands')).LinkHands }));
const HostHands = lazy(async () => ({ default: (await import('../panels/hands/HostHands')).HostHands }));

/** What can be done to the packet, road or building that was pressed with the other button or for long, beside it. */
export function HandMenu({ session }: { readonly session: Session }): ReactNode {
  const menu = useStore(session.view, (state) => state.menu);
  useMenuOnPackets(session);
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
  return label ? `${t(`panels.lane.${label.lane}`)} ${packetName(t, label)}` : '';
}

/** A press of this length is a long one; browsers on phones take about as long. */
const LONG_PRESS_MS = 500;
/** A finger that moves further than this many px means something else. */
const SLACK = 10;

/** The other mouse button or a long press on what is pointed at, wherever that is drawn, opens the menu of that packet. */
function useMenuOnPackets({ view }: Session): void {
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let start = { x: 0, y: 0 };
    const open = (event: MouseEvent): void => {
      const { hovered, menu } = view.getState();
      if (event.defaultPrevented || (!hovered && !menu)) return;
      event.preventDefault();
      const of = hovered && ({ kind: 'packet', packet: hovered } as const);
      view.setState({ menu: of && !menu ? { of, x: event.clientX, y: event.clientY } : menu });
    };
    // Not every browser makes of a long press what it makes of the other button.
    const pressLong = (target: EventTarget | null): void => {
      const { x: clientX, y: clientY } = start;
      if (view.getState().menu) return;
      target?.dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }),
      );
    };
    const stop = (): void => clearTimeout(timer);
    addEventListener('contextmenu', open, { signal });
    addEventListener(
      'pointerdown',
      (event) => {
        stop();
        if (event.pointerType !== 'touch') return;
        start = { x: event.clientX, y: event.clientY };
        timer = setTimeout(() => pressLong(event.target), LONG_PRESS_MS);
      },
      { signal },
    );
    addEventListener(
      'pointermove',
      ({ clientX, clientY }) => Math.hypot(clientX - start.x, clientY - start.y) > SLACK && stop(),
      { signal },
    );
    addEventListener('pointerup', stop, { signal });
    addEventListener('pointercancel', stop, { signal });
    return () => {
      stop();
      ending.abort();
    };
  }, [view]);
}
