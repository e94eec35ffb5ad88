import { useMemo } from 'react';
import type { PacketRef, Run } from '../trace/run';
import { whyOf, type WhyQuestion } from '../trace/why';
import { isWait, whyLinks } from '../trace/whyLinks';
import type { StepRole, WhyStep } from '../trace/whyStep';
import { CameraLayer } from './CameraLayer';
import type { Camera } from './cameraStore';
import type { TownPlan } from './plan';
import { type SceneStore, useSceneFact } from './sceneStore';
import styles from './Stage.module.css';
import { markRadius, whyArrow, type WhyMark, whyMarks } from './whyMarks';

interface WhyArrowsProps {
  readonly run: Run;
  readonly plan: TownPlan;
  readonly camera: Camera;
  readonly store: SceneStore;
  readonly question: WhyQuestion;
  readonly hovered: PacketRef | null;
}

const BAD: ReadonlySet<StepRole> = new Set<StepRole>(['lost', 'dropped', 'corrupted', 'answerLost']);

/** The answer to a why, drawn where its steps happened: a numbered disc for each, and arrows from cause to effect. */
export function WhyArrows({ run, plan, camera, store, question, hovered }: WhyArrowsProps) {
  // Why nothing happens is asked of the moment that is shown.
  const timeNs = useSceneFact(store, (scene) => (question.kind === 'silence' ? scene.timeNs : 0));
  const marks = useMemo(() => {
    const asked = question.kind === 'silence' ? { ...question, timeNs } : question;
    return whyMarks(run, plan, whyOf(run, asked));
  }, [run, plan, question, timeNs]);
  const radius = markRadius(plan);
  const links = whyLinks(run.traces[question.lane]!, stepsOf(marks));
  const arrows = links.flatMap(({ from, to }) => whyArrow(marks[from]!, marks[to]!, radius) ?? []);
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

function stepsOf(marks: readonly WhyMark[]): readonly WhyStep[] {
  return marks.map(({ step }) => step);
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
      {isWait(mark.step) && <WaitRing radius={radius} />}
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

/** What is waited for has a ring of dots around its number: it is not over. */
function WaitRing({ radius }: { readonly radius: number }) {
  return (
    <>
      <circle r={radius * 1.3} fill="var(--why-edge)" />
      <circle
        r={radius * 1.22}
        fill="none"
        stroke="var(--why)"
        strokeWidth={radius * 0.2}
        strokeDasharray={`0 ${radius * 0.479}`}
        strokeLinecap="round"
      />
    </>
  );
}
