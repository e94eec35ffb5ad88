import type { PacketRef, Run } from '../../trace/run';
import type { StoryDeed, StoryStep } from '../../trace/storyStep';
import { packetTransport } from '../../trace/eventTransport';
import { PROTOCOL } from '../../wire/ipv4';
import { formatTime } from '../../ui/format';
import { packetLabelOf } from '../packetLabel';
import { packetName } from '../packetName';
import { reasonWords } from '../reasonWords';
import type { PanelWords } from '../useWords';

/** A step in words: what was done, and why where the trace knows more. */
export function storyWords(
  words: PanelWords,
  run: Run,
  { lane, packet }: PacketRef,
  { deed, layer, reason }: StoryStep,
): { readonly text: string; readonly why: string } {
  const { t } = words;
  // What the weather did is said by the deed itself, and why something was thrown away says that it was.
  const why = reason && reason.kind !== 'none' && reason.kind !== 'weather' ? reasonWords(t, reason) : '';
  if (deed.kind === 'dropped' && why !== '') return { text: why, why: '' };
  const transport = packetTransport(run.traces[lane]!, packet);
  switch (deed.kind) {
    case 'cut':
    case 'kept':
    case 'joined':
      return { text: why, why: '' };
    case 'made':
      return { text: t(`panels.hostStory.made.${MADE_IN[layer] ?? transport}`), why };
    case 'transportFits':
      return { text: t('panels.hostStory.transportFits', { protocol: transport.toUpperCase() }), why };
    case 'answered': {
      const label = packetLabelOf(run, { lane, packet: deed.packet });
      return { text: t('panels.hostStory.answered', { name: label ? packetName(t, label) : '' }), why };
    }
    default:
      return { text: deedWords(words, deed), why };
  }
}

/** What each layer makes but the transports, which make one of two things. */
const MADE_IN: Partial<Record<StoryStep['layer'], 'raw' | 'icmp' | 'arp'>> = {
  application: 'raw',
  internet: 'icmp',
  link: 'arp',
};

type PlainDeed = Exclude<
  StoryDeed,
  { readonly kind: 'made' | 'transportFits' | 'answered' | 'cut' | 'kept' | 'joined' }
>;

function deedWords({ t, language }: PanelWords, deed: PlainDeed): string {
  switch (deed.kind) {
    case 'queued':
    case 'marked':
      return t(`panels.hostStory.${deed.kind}`, { count: deed.queueLength });
    case 'delayed':
    case 'held':
      return t(`panels.hostStory.${deed.kind}`, { time: formatTime(deed.byNs, language) });
    case 'handedUp': {
      const protocol = deed.protocol.toUpperCase();
      return t('panels.hostStory.handedUp', { number: PROTOCOL[deed.protocol], protocol });
    }
    case 'acknowledged':
    case 'delivered':
      return t(`panels.hostStory.${deed.kind}`, { count: deed.bytes });
    case 'framed':
    case 'lost':
    case 'corrupted':
    case 'doubled':
    case 'rescued':
    case 'detoured':
      return t(`panels.hostStory.${deed.kind}`, { to: deed.to });
    case 'rewrittenSource':
    case 'rewrittenDestination':
      return t(`panels.hostStory.${deed.kind}`, { socket: deed.socket });
    case 'lowered':
    case 'stateChanged':
      return t(`panels.hostStory.${deed.kind}`, { from: deed.from, to: deed.to });
    case 'addressed':
      return t('panels.hostStory.addressed', { timeToLive: deed.timeToLive });
    case 'mine':
      return t('panels.hostStory.mine', { address: deed.address });
    case 'foundSocket':
    case 'reported':
      return t(`panels.hostStory.${deed.kind}`, { port: deed.port });
    case 'passedOn':
    case 'renewed':
    case 'headerFits':
    case 'icmpFits':
    case 'told':
    case 'accepted':
    case 'dropped':
      return t(`panels.hostStory.${deed.kind}`);
  }
}
