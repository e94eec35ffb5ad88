import type { MotionValue } from 'framer-motion';
import { useMemo } from 'react';
import type { Run } from '../../trace/run';
import { whyOf, type WhyQuestion } from '../../trace/why';
import { isWait, whyLinks } from '../../trace/whyLinks';
import type { StepRole } from '../../trace/whyStep';
import { useFact } from '../useFact';
import styles from './Ladder.module.css';
import { type BadgeLane, type WhyBadge, whyBadges } from './whyBadges';

interface WhyOverlayProps extends Omit<BadgeLane, 'radius'> {
  readonly run: Run;
  readonly playhead: MotionValue<number>;
  readonly question: WhyQuestion;
  readonly window: { readonly top: number; readonly bottom: number };
  readonly x: number;
  readonly width: number;
  readonly unit: number;
}

const RADIUS = 9;
const BAD: ReadonlySet<StepRole> = new Set<StepRole>(['lost', 'dropped', 'corrupted', 'answerLost']);

/** The answer to a why over one lane: a numbered badge for each step, and a line from each to the next. */
export function WhyOverlay(props: WhyOverlayProps) {
  const { run, playhead, question, drawing, scale, lifelines, lineOf, window, unit } = props;
  const radius = RADIUS * unit;
  const isSilence = question.kind === 'silence';
  // Why nothing happens is asked of the moment that is shown.
  const timeNs = useFact(playhead, (now) => (isSilence ? now : 0));
  const steps = useMemo(
    () => whyOf(run, isSilence ? { ...question, timeNs } : question),
    [run, question, isSilence, timeNs],
  );
  const badges = useMemo(
    () => whyBadges(steps, { drawing, scale, lifelines, lineOf, radius }),
    [steps, drawing, scale, lifelines, lineOf, radius],
  );
  const links = whyLinks(run.traces[question.lane]!, steps);
  const shift = `translate(0 ${-window.top})`;
  return (
    <svg
      className={styles['why']}
      style={{ left: props.x, top: window.top }}
      width={props.width}
      height={window.bottom - window.top}
      aria-hidden="true"
    >
      <g transform={shift}>
        {links.map(({ from, to }) => (
          <path key={to} className={styles['whyLine']} d={lineBetween(badges[from]!, badges[to]!)} />
        ))}
        {badges.map(({ number, x, y, step }) => (
          <g
            key={number}
            data-why-badge={number}
            data-overlap-ok
            data-bad={BAD.has(step.role) || undefined}
            data-waits={isWait(step) || undefined}
            className={styles['whyBadge']}
            transform={`translate(${x} ${y})`}
          >
            {isWait(step) && <circle className={styles['waitRing']} r={radius * 1.4} />}
            <circle r={radius} />
            <text textAnchor="middle" dy="0.36em">
              {number}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

/** Bowed a little, so that it is not taken for a packet. */
function lineBetween(from: WhyBadge, to: WhyBadge): string {
  const bow = (to.x - from.x) * 0.1 + 12;
  return `M${from.x} ${from.y}Q${(from.x + to.x) / 2 + bow} ${(from.y + to.y) / 2} ${to.x} ${to.y}`;
}
