import type { WalkStep } from '../../trace/nameWalks';
import { packetFactsOf } from '../../trace/packetFacts';
import type { Run } from '../../trace/run';
import { townIndex } from '../../trace/townIndex';
import { formatMoment } from '../../ui/format';
import { formatAddress, parseAddress } from '../../wire/address';
import type { PointingProps } from '../panelProps';
import { useWords } from '../useWords';
import styles from './Names.module.css';

interface StepListProps extends PointingProps {
  readonly lane: number;
  /** What was said by now. */
  readonly said: readonly WalkStep[];
  readonly nowNs: number;
}

/** What was said in a walk, in order; each line leads to its packet and its moment. */
export function StepList({ run, lane, said, nowNs, selected, hovered, ...pointing }: StepListProps) {
  const { t, language } = useWords();
  const { nodes } = townIndex(run.experiment);
  return (
    <ol className={styles['steps']}>
      {said.map((step, i) => {
        const { event, packet, over } = step;
        const ref = packet < 0 ? null : { lane, packet };
        const isOf = (other: typeof hovered): boolean => other?.lane === lane && other.packet === packet;
        return (
          <li
            key={event.index}
            data-depth={depthOf(step)}
            data-selected={isOf(selected) || undefined}
            data-lit={isOf(hovered) || undefined}
          >
            <button
              type="button"
              data-state={stateOf(step, nowNs)}
              onClick={() => {
                pointing.onSeek(event.timeNs);
                if (ref) pointing.onSelect(ref);
              }}
              onPointerEnter={() => pointing.onHover(ref)}
              onPointerLeave={() => pointing.onHover(null)}
            >
              <span className={styles['number']}>{i + 1}</span>
              <span className={styles['ends']}>
                <b>
                  {nodes[event.place]} → {hostAt(run, step.to)}
                </b>
                <time>{formatMoment(event.timeNs, language)}</time>
              </span>
              <span className={styles['card']}>{(ref && packetFactsOf(run, ref)?.dns) ?? 'DNS'}</span>
              {over === 'tcp' && <span className={styles['over']}>TCP</span>}
              <span className={styles['state']}>
                {stateOf(step, nowNs) === 'lost' && t('names.lost')}
                {stateOf(step, nowNs) === 'underWay' && (
                  <span role="img" aria-label={t('names.underWay')} title={t('names.underWay')}>
                    …
                  </span>
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** Between the asker and the resolver, or between the resolver and a name server. */
function depthOf({ what }: WalkStep): 1 | 2 {
  switch (what.kind) {
    case 'serverAsked':
    case 'silentServerLeft':
    case 'uselessServerLeft':
    case 'wildcardAnswered':
    case 'nameAnswered':
    case 'nameReferred':
    case 'nameDenied':
    case 'dataDenied':
      return 2;
    default:
      return 1;
  }
}

function stateOf({ arrivedNs, lostNs }: WalkStep, nowNs: number): 'arrived' | 'lost' | 'underWay' {
  if (arrivedNs <= nowNs) return 'arrived';
  return lostNs <= nowNs ? 'lost' : 'underWay';
}

/** The host with that address; the address itself where none has it. */
function hostAt(run: Run, address: number | null): string {
  if (address === null) return '…';
  const host = run.experiment.town.hosts.find((one) => parseAddress(one.address) === address);
  return host?.id ?? formatAddress(address);
}
