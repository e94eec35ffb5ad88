/** What is noted inside the page while it runs. Times are ms since its navigation began. */
export interface PageProbe {
  /** React's commits so far. */
  commits: number;
  /** The first render step in which a packet stood elsewhere than in an earlier one. */
  firstMoveMs: number | null;
  /** When the viewer last clicked, and when the picture after the answer to it had been drawn. */
  clickedMs: number;
  redrawnMs: number | null;
}

declare global {
  interface Window {
    benchProbe: PageProbe;
  }
}

/** Runs in the page before anything of it does: counts commits by the hook that React offers to its developer tools. */
export function installProbe(): void {
  const probe: PageProbe = { commits: 0, firstMoveMs: null, clickedMs: 0, redrawnMs: null };
  window.benchProbe = probe;
  const hook = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE: () => undefined,
    onScheduleFiberRoot: () => undefined,
    onCommitFiberRoot: () => {
      probe.commits += 1;
    },
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
  };
  Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook });
}

/** Runs in the page before anything of it does: looks in each render step whether a packet has moved on the stage. */
export function watchFirstMove(): void {
  const places = new Map<string, string>();
  const look = (): void => {
    for (const packet of document.querySelectorAll<SVGGraphicsElement>('[data-packet*=":"]')) {
      const matrix = packet.getCTM();
      const place = `${matrix?.e} ${matrix?.f}`;
      const before = places.get(packet.dataset['packet']!);
      if (before !== undefined && before !== place) {
        window.benchProbe.firstMoveMs = performance.now();
        return;
      }
      places.set(packet.dataset['packet']!, place);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page before anything of it does: notes when the picture after a click's new run had been drawn. */
export function watchRedraws(): void {
  const NativeWorker = window.Worker;
  window.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<{ readonly kind: string }>) => {
        if (data.kind === 'done') requestAnimationFrame(noteAfterStep);
      });
    }
  };
  const noteAfterStep = (): void => {
    // A task that is posted within a render step runs when that step has been drawn.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      // The run without the edit comes after the one with it.
      window.benchProbe.redrawnMs ??= performance.now();
      port1.close();
    });
    port1.start();
    port2.postMessage(null);
  };
  addEventListener(
    'click',
    ({ timeStamp }) => {
      window.benchProbe.clickedMs = timeStamp;
      window.benchProbe.redrawnMs = null;
    },
    true,
  );
}
