import type { QuizQuestion } from '../../trace/quiz';
import type { ConnectionSnapshot } from '../../trace/snapshot';
import { formatBytes } from '../../ui/format';
import type { PanelWords } from '../useWords';

interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What the end knows before it acts, as far as the answer depends on it; numbers count from the SYN. */
export function factsOf(words: PanelWords, { role, state }: QuizQuestion): readonly Fact[] {
  return role === 'receiver' ? receiverFacts(words, state) : senderFacts(words, state);
}

function receiverFacts({ t }: PanelWords, state: ConnectionSnapshot): readonly Fact[] {
  const base = state.initialReceiveSequence;
  const isOpen = state.state !== 'LISTEN' && state.state !== 'CLOSED';
  const awaited = (state.receiveNext - base) >>> 0;
  const held = state.reassembly.map(({ start, end }) =>
    rangeWords(t, (start - base) >>> 0, (end - base) >>> 0),
  );
  const nothing = t('play.fact.nothing');
  return [
    { name: t('play.fact.inOrder'), value: isOpen ? rangeWords(t, 0, awaited) : nothing },
    { name: t('play.fact.held'), value: held.join(', ') || nothing },
  ];
}

function senderFacts({ t }: PanelWords, state: ConnectionSnapshot): readonly Fact[] {
  const base = state.initialSendSequence;
  const [first, next] = [(state.sendUnacked - base) >>> 0, (state.sendNext - base) >>> 0];
  return [
    {
      name: t('play.fact.unacknowledged'),
      value: first === next ? t('play.fact.nothing') : rangeWords(t, first, next),
    },
    { name: t('play.fact.unsent'), value: formatBytes(state.unsentBytes) },
    { name: t('play.fact.cwnd'), value: formatBytes(state.cwnd) },
    { name: t('play.fact.pipe'), value: formatBytes(state.pipe) },
    { name: t('play.fact.sendWindow'), value: formatBytes(state.sendWindow) },
  ];
}

/** Numbers from `start` to before `end`. */
function rangeWords(t: PanelWords['t'], start: number, end: number): string {
  return end - start === 1 ? String(start) : t('play.range', { first: start, last: end - 1 });
}
