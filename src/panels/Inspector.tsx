import type { MotionValue } from 'framer-motion';
import { useMemo, useState } from 'react';
import { packetTransport } from '../trace/eventTransport';
import type { PacketRef, Run } from '../trace/run';
import { townIndex } from '../trace/townIndex';
import { ChecksumCards } from './inspector/ChecksumCards';
import styles from './inspector/Inspector.module.css';
import { PacketHead } from './inspector/PacketHead';
import { PacketView } from './inspector/PacketView';
import { StoryCard } from './inspector/StoryCard';
import type { TaughtFields } from './inspector/taughtFields';
import { lastEventAt, whereaboutsOf } from './inspector/whereabouts';
import { WhyCard } from './inspector/WhyCard';
import { packetLabelOf } from './packetLabel';
import { useFact } from './useFact';
import { useWords } from './useWords';

interface InspectorProps {
  readonly run: Run;
  readonly playhead: MotionValue<number>;
  readonly selected: PacketRef | null;
  readonly onSeek: (timeNs: number) => void;
  /** The only fields a lesson has told of by now; the others are folded away. */
  readonly taught?: TaughtFields;
  /** Inverts a bit of the packet from the playhead on; undefined where no hand can. */
  readonly onFlip?: ((bit: number) => void) | undefined;
}

/** One packet opened: where it is, why it was sent, its layers, every field and every byte, at the playhead. */
export function Inspector({ run, playhead, selected, onSeek, onFlip, taught = null }: InspectorProps) {
  const { t } = useWords();
  const facts = selected ? packetLabelOf(run, selected) : undefined;
  if (!selected || !facts) {
    return (
      <div className={styles['empty']}>
        <p>{t('panels.inspector.empty')}</p>
        <p>{t('panels.inspector.emptyHint')}</p>
      </div>
    );
  }
  return <OpenPacket {...{ run, playhead, selected, onSeek, onFlip, taught }} />;
}

function OpenPacket({
  run,
  playhead,
  selected,
  onSeek,
  onFlip,
  taught,
}: InspectorProps & { readonly selected: PacketRef; readonly taught: TaughtFields }) {
  const [isUnfolded, setUnfolded] = useState(false);
  const trace = run.traces[selected.lane]!;
  const { packet } = selected;
  const places = useMemo(() => townIndex(run.experiment), [run.experiment]);
  const event = useFact(playhead, (timeNs) => lastEventAt(trace, packet, timeNs));
  const where = whereaboutsOf(trace, places, run.experiment.town.hosts.length, packet, event);
  const { madeBy } = trace.packet(packet);
  const hasEndedBadly = where.kind === 'lost' || where.kind === 'dropped';
  return (
    <div className={styles['inspector']} data-lane={packetTransport(trace, packet)}>
      <PacketHead run={run} facts={packetLabelOf(run, selected)!} where={where} />
      <WhyCard run={run} question={{ ...selected, kind: hasEndedBadly ? 'ended' : 'sent' }} />
      <PacketView
        key={`${selected.lane}.${packet}`}
        run={run}
        selected={selected}
        event={Math.max(event, madeBy)}
        onFlip={onFlip}
        taught={taught}
        isUnfolded={isUnfolded}
        onUnfold={setUnfolded}
      />
      <ChecksumCards run={run} selected={selected} event={Math.max(event, madeBy)} />
      <StoryCard run={run} selected={selected} event={event} onSeek={onSeek} />
    </div>
  );
}
