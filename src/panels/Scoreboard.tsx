import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { pieceCount, senderOf } from '../experiment/pieces';
import { scoresAt, type Scores } from '../trace/scores';
import { formatBytes, formatTime } from '../ui/format';
import type { MomentProps } from './panelProps';
import { laneMark, markNs } from './scoreboard/laneEnd';
import styles from './scoreboard/Scoreboard.module.css';
import { useCalmly } from './useCalmly';
import { type PanelWords, useWords } from './useWords';

/** One card per lane: its figures at the moment, and at the end whether the app has what was sent. */
export function Scoreboard({ run, playhead }: MomentProps) {
  const { t } = useWords();
  return (
    <section className={styles['board']} aria-label={t('panels.scoreboard.title')}>
      {run.traces.map(({ lane: transport }, lane) => (
        <LaneCard key={transport} run={run} playhead={playhead} lane={lane} />
      ))}
    </section>
  );
}

const FIGURES = ['pieces', 'packets', 'again', 'bytes', 'first', 'finish'] as const;
/** From so many pieces on the figures are set smaller: six of them stand side by side. */
const LONG_FROM_PIECES = 100;
type Figure = (typeof FIGURES)[number];

function LaneCard({ run, playhead, lane }: MomentProps & { readonly lane: number }) {
  const words = useWords();
  const { t } = words;
  const transport = run.traces[lane]!.lane;
  const card = useRef<HTMLDListElement>(null);
  const sender = senderOf(run.experiment);
  const isLong = sender !== undefined && pieceCount(sender) >= LONG_FROM_PIECES;
  const draw = useCallback(
    (timeNs: number) => {
      const scores = scoresAt(run, lane, timeNs);
      for (const element of card.current?.querySelectorAll<HTMLElement>('[data-figure]') ?? []) {
        const text = figureText(words, scores, element.dataset['figure'] as Figure);
        if (element.textContent !== text) element.textContent = text;
      }
    },
    [run, lane, words],
  );
  useCalmly(playhead, draw);
  return (
    <article className={styles['card']} data-lane={transport}>
      <h3 className={styles['name']}>{t(`panels.lane.${transport}`)}</h3>
      <EndMark run={run} playhead={playhead} lane={lane} />
      <dl ref={card} className={styles['figures']} data-long={isLong || undefined}>
        {FIGURES.map((figure) => (
          <div key={figure} className={styles['figure']}>
            <dt>{t(`panels.scoreboard.${figure}`)}</dt>
            <dd data-figure={figure} />
          </div>
        ))}
      </dl>
    </article>
  );
}

function figureText({ t, language }: PanelWords, scores: Scores, figure: Figure): string {
  const time = (ns: number | null): string =>
    ns === null ? t('panels.scoreboard.none') : formatTime(ns, language);
  switch (figure) {
    case 'pieces':
      return t('panels.scoreboard.of', { have: scores.piecesInApp, total: scores.piecesTotal });
    case 'packets':
      return String(scores.packetsSent);
    case 'again':
      return String(scores.retransmissions);
    case 'bytes':
      return formatBytes(scores.bytesOnWire);
    case 'first':
      return time(scores.firstByteNs);
    case 'finish':
      return time(scores.finishNs);
  }
}

/** Says whether the app's bytes are the ones sent, as soon as that is known at the moment. The loop shows it. */
function EndMark({ run, playhead, lane }: MomentProps & { readonly lane: number }) {
  const { t } = useWords();
  const node = useRef<HTMLParagraphElement>(null);
  const knownNs = useMemo(() => markNs(run, lane), [run, lane]);
  const result = run.result?.lanes[lane];
  const mark = useMemo(() => (result ? laneMark(result) : null), [result]);
  const text =
    mark === null
      ? ''
      : 'number' in mark
        ? t(`panels.scoreboard.${mark.kind}`, { number: mark.number })
        : t(`panels.scoreboard.${mark.kind}`);
  useLayoutEffect(() => {
    const write = (timeNs: number): void => {
      const [sign, words] = node.current!.children;
      const shown = mark && knownNs !== null && timeNs >= knownNs ? mark.kind : null;
      if (node.current!.dataset['mark'] === (shown ?? 'unknown')) return;
      node.current!.dataset['mark'] = shown ?? 'unknown';
      (sign as SVGElement).style.display = shown === null || shown === 'empty' ? 'none' : '';
      words!.textContent = shown === null ? '' : text;
    };
    delete node.current!.dataset['mark'];
    write(playhead.get());
    return playhead.on('change', write);
  }, [playhead, knownNs, mark, text]);
  return (
    <p ref={node} className={styles['mark']}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path d={mark?.kind === 'intact' ? 'M4,10.5 L8.5,15 L16,5.5' : 'M5,5 L15,15 M15,5 L5,15'} />
      </svg>
      <span />
    </p>
  );
}
