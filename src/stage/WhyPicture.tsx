import { useMemo } from 'react';
import type { PacketRef, Run } from '../trace/run';
import { whyOf, type WhyQuestion } from '../trace/why';
import { isWait, whyLinks } from '../trace/whyLinks';
import type { StepRole, WhyStep } from '../trace/whyStep';
import { CameraLayer } from './CameraLayer';
import type { Camera } from './cameraStore';
import type { Sheet } from './plan';
import { type SceneStore, useSceneFact } from './sceneStore';
import type { PacketScene } from './sceneTypes';
import styles from './Stage.module.css';
import { type Bow, markRadius, whyArrow, type WhyMark } from './whyMark';

/** What is asked, and through what the answer is seen. */
export interface WhyPictureProps<S extends PacketScene> {
  readonly run: Run;
  readonly camera: Camera;
  readonly store: SceneStore<S>;
  readonly question: WhyQuestion;
  readonly hovered: PacketRef | null;
}

interface PlacedProps<S extends PacketScene> extends WhyPictureProps<S> {
  readonly sheet: Sheet;
  /** Where the steps happened. */
  readonly marksOf: (steps: readonly WhyStep[]) => readonly WhyMark[];
  readonly bow: Bow;
}

const BAD: ReadonlySet<StepRole> = new Set<StepRole>(['lost', 'dropped', 'corrupted', 'answerLost']);

/** The answer to a why, drawn where its steps happened: a numbered disc for each, and arrows from cause to effect. */
export function WhyPicture<S extends PacketScene>(props: PlacedProps<S>) {
  const { run, sheet, marksOf, bow, camera, store, question, hovered } = props;
  // Why nothing happens is asked of the moment that is shown.
  const timeNs = useSceneFact(store, (scene: S) => (question.kind === 'silence' ? scene.timeNs : 0));
  const marks = useMemo(
    () => marksOf(whyOf(run, question.kind === 'silence' ? { ...question, timeNs } : question)),
    [run, marksOf, question, timeNs],
  );
  const radius = markRadius(sheet);
  const trace = run.traces[question.lane];
  const links = trace ? whyLinks(trace, stepsOf(marks)) : [];
  const arrows = links
    .map(({ from, to }) => ({ from: marks[from]!, to: marks[to]! }))
    .filter(({ from, to }) => from.tray === undefined || from.tray !== to.tray)
    .flatMap(({ from, to }) => whyArrow(from, to, radius, bow) ?? []);
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
        <Disc key={mark.number} mark={mark} radius={radius} size={sheet.font.small} hovered={hovered} />
      ))}
    </CameraLayer>
  );
}

function stepsOf(marks: readonly WhyMark[]): readonly WhyStep[] {
  return marks.map(({ step }) => step);
}

interface DiscProps {
  readonly mark: WhyMark;
  readonly radius: number;
  /** Of the number, in px. */
  readonly size: number;
  readonly hovered: PacketRef | null;
}

function Disc({ mark, radius, size, hovered }: DiscProps) {
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
        fontSize={size}
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
