import { useMemo } from 'react';
import type { PacketRef, Run } from '../trace/run';
import { whyOf, type WhyQuestion } from '../trace/why';
import type { StepRole } from '../trace/whyStep';
import { CameraLayer } from './CameraLayer';
import type { Camera } from './cameraStore';
import type { TownPlan } from './plan';
import styles from './Stage.module.css';
import { markRadius, whyArrow, type WhyMark, whyMarks } from './whyMarks';

interface WhyArrowsProps {
  readonly run: Run;
  readonly plan: TownPlan;
  readonly camera: Camera;
  readonly question: WhyQuestion;
  readonly hovered: PacketRef | null;
}

const BAD: ReadonlySet<StepRole> = new Set<StepRole>(['lost', 'dropped', 'corrupted', 'answerLost']);

/** The answer to a why, drawn where its steps happened: a numbered disc for each, and arrows from cause to effect. */
export function WhyArrows({ run, plan, camera, question, hovered }: WhyArrowsProps) {
  const marks = useMemo(() => whyMarks(run.experiment, plan, whyOf(run, question)), [run, plan, question]);
  const radius = markRadius(plan);
  const arrows = marks.slice(1).flatMap((mark, nth) => whyArrow(marks[nth]!, mark, radius) ?? []);
  return (
    <CameraLayer camera={camera} className={styles['layer']}>
      {arrows.map(({ line, head }) => (
        <g key={line} data-why-arrow fill="none" strokeLinecap="round" strokeLinejoin="round">
          <path d={line + head} stroke="var(--why-edge)" strokeWidth={radius * 0.62} />
          <path
            d={line}
            stroke="var(--why)"
            strokeWidth={radius * 0.28}
            strokeDasharray={`${radius * 0.7} ${radius * 0.55}`}
          />
          <path d={head} stroke="var(--why)" strokeWidth={radius * 0.28} />
        </g>
      ))}
      {marks.map((mark) => (
        <Disc key={mark.number} mark={mark} radius={radius} plan={plan} hovered={hovered} />
      ))}
    </CameraLayer>
  );
}

function Disc({
  mark,
  radius,
  plan,
  hovered,
}: {
  readonly mark: WhyMark;
  readonly radius: number;
  readonly plan: TownPlan;
  readonly hovered: PacketRef | null;
}) {
  const { packet, role } = mark.step;
  const isLit = packet !== null && hovered?.packet === packet.packet && hovered.lane === packet.lane;
  const isBad = BAD.has(role);
  return (
    <g data-why-step={mark.number} data-overlap-ok transform={`translate(${mark.x} ${mark.y})`}>
      {isLit && <circle r={radius * 1.35} fill="var(--focus)" />}
      <circle
        r={radius}
        fill={isBad ? 'var(--loss)' : 'var(--why-edge)'}
        stroke={isBad ? 'var(--loss-ink)' : 'var(--why)'}
        strokeWidth={radius * 0.2}
      />
      <text
        textAnchor="middle"
        dy="0.36em"
        fontSize={plan.font.small}
        fontWeight={800}
        fill={isBad ? 'var(--loss-ink)' : 'var(--why)'}
      >
        {mark.number}
      </text>
    </g>
  );
}
