/** The little of Chromium's trace format that is read here; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** The trace categories that `scriptTimes` needs. */
export const TRACE_CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Script of one render step, in ms. */
export interface ScriptStep {
  /** Inside its requestAnimationFrame callbacks. */
  readonly frameMs: number;
  /** The same in processor time, which a busy machine lengthens less. */
  readonly frameCpuMs: number;
  /** Those and everything that ran since the step before: events, timers, messages. */
  readonly allMs: number;
  /** Whether an input event was among it. */
  readonly hasInput: boolean;
  /** When its callbacks began. */
  readonly startMs: number;
}

/** What runs script at the outermost level. */
const SCRIPT = new Set([
  'FireAnimationFrame',
  'EventDispatch',
  'FunctionCall',
  'TimerFire',
  'RunMicrotasks',
  'EvaluateScript',
  'v8.evaluateModule',
]);

/** The render steps of the page in a trace, in order. Throws when it holds none. */
export function scriptTimes(json: string): readonly ScriptStep[] {
  const { traceEvents } = JSON.parse(json) as { readonly traceEvents: readonly TraceEvent[] };
  const steps: ScriptStep[] = [];
  let frames: Span[] = [];
  let others: Span[] = [];
  const close = (): void => {
    if (frames.length === 0) return;
    steps.push(stepOf(frames, others));
    frames = [];
    others = [];
  };
  for (const span of outermostScript(eventsOfPage(traceEvents))) {
    const isFrame = span.event.name === 'FireAnimationFrame';
    // All callbacks of one render step run in one task.
    if (!isFrame || span.task !== frames[0]?.task) close();
    (isFrame ? frames : others).push(span);
  }
  close();
  if (steps.length === 0) throw new Error('the trace holds no render step');
  return steps;
}

interface Span {
  readonly event: TraceEvent;
  /** The task it ran in; one task is one turn of the event loop. */
  readonly task: TraceEvent | null;
  readonly hasInput: boolean;
}

/** What happened on the page's main thread: the one that draws most, for a spare one may lie idle beside it. */
function eventsOfPage(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (event.name === 'FireAnimationFrame')
      counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return events
    .filter((event) => event.ph === 'X' && threadOf(event) === most)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}:${tid}`;
}

/** Script that no other script called, in order. */
function outermostScript(events: readonly TraceEvent[]): readonly Span[] {
  const spans: { event: TraceEvent; task: TraceEvent | null; hasInput: boolean }[] = [];
  let task: TraceEvent | null = null;
  let last = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (event.name === 'RunTask') task = event;
    if (!SCRIPT.has(event.name)) continue;
    const isInput = event.name === 'EventDispatch' && event.args?.data?.type === 'input';
    if (event.ts < last) {
      if (isInput) spans.at(-1)!.hasInput = true;
      continue;
    }
    last = event.ts + (event.dur ?? 0);
    spans.push({ event, task, hasInput: isInput });
  }
  return spans;
}

function stepOf(frames: readonly Span[], others: readonly Span[]): ScriptStep {
  const sum = (spans: readonly Span[], of: 'dur' | 'tdur'): number =>
    spans.reduce((total, { event }) => total + (event[of] ?? 0), 0) / 1000;
  const frameMs = sum(frames, 'dur');
  return {
    frameMs,
    frameCpuMs: sum(frames, 'tdur'),
    allMs: frameMs + sum(others, 'dur'),
    hasInput: [...frames, ...others].some(({ hasInput }) => hasInput),
    startMs: frames[0]!.event.ts / 1000,
  };
}
