import { useTranslation } from 'react-i18next';
import type { TownPlan } from './plan';
import type { SceneScar } from './sceneTypes';
import { scarNameBox } from './separate';
import { type SceneStore, useSceneFact } from './sceneStore';
import { guessWidth } from './textFit';

interface MarksProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

/** The ✕ that losses leave on the roads; the newest of a lane says what was lost. */
export function Scars({ store, plan }: MarksProps) {
  const scars = useSceneFact(store, ({ scars: all }) => all, isSameScars);
  return scars.map((scar) => <Scar key={scar.key} scar={scar} plan={plan} />);
}

/** Fading goes in a few steps: a scar is not worth a render at each moment. */
const FADE_STEPS = 5;

function isSameScars(a: readonly SceneScar[], b: readonly SceneScar[]): boolean {
  return a.length === b.length && a.every((scar, i) => isSameScar(scar, b[i]!));
}

function isSameScar(a: SceneScar, b: SceneScar): boolean {
  // In a town of another size the same scar is elsewhere.
  const isThere = a.x === b.x && a.y === b.y;
  return isThere && a.key === b.key && a.isNamed === b.isNamed && fade(a) === fade(b);
}

function fade({ opacity }: SceneScar): number {
  return Math.ceil(opacity * FADE_STEPS) / FADE_STEPS;
}

function Scar({ scar, plan }: { readonly scar: SceneScar; readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { unit, font, shape } = plan;
  const { face, why } = scar;
  const arm = 9 * unit;
  const cross = `M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`;
  const text =
    why === 'queueFull'
      ? t('stage.queueFull')
      : face.piece > 0
        ? t('stage.lostPiece', { piece: face.piece })
        : t('stage.lost');
  const width = guessWidth(text, font.small) + 14 * unit;
  const name = scarNameBox(scar, plan);
  const below = name.y - scar.y;
  return (
    <g transform={`translate(${scar.x} ${scar.y})`} opacity={fade(scar)}>
      <path d={cross} stroke="var(--card)" strokeWidth={9.5 * unit} strokeLinecap="round" />
      <path d={cross} stroke="#17233b" strokeWidth={6.5 * unit} strokeLinecap="round" />
      <path d={cross} stroke="var(--loss)" strokeWidth={3.6 * unit} strokeLinecap="round" />
      {scar.isNamed && shape === 'wide' && (
        <g>
          <path
            d={`M0 ${arm}V${below}`}
            stroke="var(--loss)"
            strokeWidth={1.5 * unit}
            strokeDasharray={`${3 * unit} ${3 * unit}`}
          />
          <rect
            x={-width / 2}
            y={below}
            width={width}
            height={name.height}
            rx={font.small * 0.5}
            fill="var(--card)"
            stroke="var(--loss)"
            strokeWidth={1.6 * unit}
          />
          <text
            x={0}
            y={below + font.small * 0.75}
            dy="0.36em"
            textAnchor="middle"
            fontSize={font.small}
            fontWeight={700}
            fill="#8a3700"
          >
            {text}
          </text>
        </g>
      )}
    </g>
  );
}
