import type { App, Payload, SendApp, Town } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import { BLOCK_NUMBER_BYTES } from '../../experiment/pieces';
import type { RawSendApp } from '../../experiment/rawApps';
import { choosePieceBytes, filePayload, textPayload } from '../../experiment/street';
import { utf8 } from '../../experiment/utf8';
import { target, time, transportChoice, whole } from './appFieldParts';
import type { FieldSpec } from './fieldSpec';

/** What can be changed about a program that sends a message. */
export function sendFields(app: SendApp, town: Town): readonly FieldSpec<App>[] {
  const transport = app.transport ?? 'tcp';
  const { reliability } = app;
  return [
    ...messageField(app),
    target(app.to.address, town, (address) => ({ ...app, to: { ...app.to, address } })),
    // What the app repeats itself it sends over UDP.
    ...(reliability ? [] : [transportChoice(transport, (next) => ({ ...app, transport: next }))]),
    whole('toPort', app.to.port[transport], 1, LIMITS.port, (port) => ({
      ...app,
      to: { ...app.to, port: { tcp: port, udp: port } },
    })),
    ...pieceFields(app),
    ...(reliability
      ? [
          time('retry', reliability.timerNs, LIMITS.timerNs, (timerNs) => ({
            ...app,
            reliability: { ...reliability, timerNs: Math.max(LIMITS.shortestTimerNs, timerNs) },
          })),
        ]
      : []),
    ...(transport === 'udp' ? [mayFragment(app)] : []),
  ];
}

/** The same of bare IP packets. */
export function rawSendFields(app: RawSendApp, town: Town): readonly FieldSpec<App>[] {
  return [
    ...messageField(app),
    target(app.to, town, (to) => ({ ...app, to })),
    protocolField(app),
    ...pieceFields(app),
  ];
}

/** Which of the two numbers for experiments an IP header has (RFC 3692 §2.1). */
export function protocolField(app: App & { readonly protocol: number }): FieldSpec<App> {
  return {
    kind: 'choice',
    key: 'protocol',
    value: String(app.protocol),
    options: [{ value: '253' }, { value: '254' }],
    write: (protocol) => ({ ...app, protocol: Number(protocol) }),
  };
}

function pieceFields(app: SendApp | RawSendApp): readonly FieldSpec<App>[] {
  const least = app.payload.numbered ? BLOCK_NUMBER_BYTES + 1 : 1;
  return [
    whole('pieceBytes', app.pieceBytes, least, LIMITS.pieceBytes, (pieceBytes) => ({ ...app, pieceBytes })),
    time('every', app.everyNs, LIMITS.everyNs, (everyNs) => ({ ...app, everyNs })),
  ];
}

/** More than anyone types; a file has its own place. */
const LONGEST_MESSAGE = 2000;

/** Of what can be read; a call, a picture and a file stay as they are. */
function messageField(app: SendApp | RawSendApp): readonly FieldSpec<App>[] {
  const { payload } = app;
  if (payload.mediaType !== 'text/plain') return [];
  return [
    {
      kind: 'text',
      key: 'message',
      value: new TextDecoder().decode(payload.bytes),
      check: (text) => (text.length > LONGEST_MESSAGE ? 'tooLong' : null),
      write: (text) => withMessage(app, text),
    },
  ];
}

/** Pieces with numbers keep them, and their size; those of a text suit it. */
function withMessage(app: SendApp | RawSendApp, text: string): App {
  const { name, mediaType, numbered } = app.payload;
  if (numbered) return { ...app, payload: filePayload(name, mediaType, utf8(text)) };
  const payload: Payload = textPayload(text);
  return { ...app, payload, pieceBytes: choosePieceBytes(payload) };
}

function mayFragment(app: SendApp): FieldSpec<App> {
  return {
    kind: 'switch',
    key: 'mayFragment',
    value: app.mayFragment ?? false,
    write: (isOn) => {
      const { mayFragment: _mayFragment, ...rest } = app;
      return isOn ? { ...rest, mayFragment: true } : rest;
    },
  };
}
