import { describe, expect, it } from 'vitest';
import type { Weather } from './experiment';
import { decodeLink } from './linkCodec';
import type { LinkState } from './linkState';
import { filePayload, type Street, textPayload } from './street';

/**
 * Links that people have. Whatever becomes of the codec, they must keep meaning the same: never change a line here,
 * and spell values out rather than take them from defaults that may change.
 */
const CLEAR: Weather = { loss: 0, reorder: 0, reorderDelayNs: 60_000_000, duplicate: 0, corrupt: 0 };

const GREETING: Street = {
  seed: 7,
  payload: textPayload('안녕하세요\u3000패킷\u3000타운\uff01'),
  pieceBytes: null,
  weather: { ...CLEAR, loss: 0.2 },
  link: { delayNs: 30_000_000, rateBps: 1_000_000, queuePackets: 20 },
  ports: { tcp: 80, udp: 9000 },
  tcp: 'classroom',
  timing: { everyNs: null, leadNs: null, otherLinks: null, keepsOpen: false },
  lanes: ['tcp', 'udp'],
  reliability: null,
  tcpChanges: {},
  rules: [],
  commands: [],
};

const EVERYTHING: LinkState = {
  street: {
    seed: 4_294_967_295,
    payload: textPayload('👩‍🚀 hi'),
    pieceBytes: 4,
    weather: { loss: 0, reorder: 0.3, reorderDelayNs: 90_000_000, duplicate: 0.25, corrupt: 0.125 },
    link: { delayNs: 5_000_000, rateBps: 64_000, queuePackets: 3 },
    ports: { tcp: 9999, udp: 9999 },
    tcp: 'rfc',
    timing: { everyNs: null, leadNs: null, otherLinks: null, keepsOpen: false },
    lanes: ['tcp', 'udp'],
    reliability: null,
    tcpChanges: {},
    rules: [
      { link: 'R2-R3', direction: 0, role: 'piece', nth: 2, verdict: { kind: 'flip', bit: 163 } },
      { link: 'R2-R3', direction: 1, role: 'control', nth: 1, verdict: { kind: 'delay', delayNs: 1000 } },
    ],
    commands: [
      { kind: 'setWeather', atNs: 100_000_000, link: 'R2-R3', weather: CLEAR },
      {
        kind: 'setLink',
        atNs: 200_000_000,
        link: 'R2-R3',
        settings: { delayNs: 30_000_000, rateBps: 1_000_000, queuePackets: 20 },
      },
    ],
  },
  playheadNs: 123_456_789,
  language: 'ko',
  speed: 0.25,
  spacing: 'even',
  playing: false,
};

const DOT: LinkState = {
  street: {
    ...GREETING,
    payload: filePayload('dot.png', 'image/png', Uint8Array.of(137, 80, 78, 71, 0, 255)),
  },
  playheadNs: 1,
  language: 'en',
  spacing: 'true',
  playing: true,
};

const LESSON: LinkState = {
  street: {
    ...GREETING,
    seed: 1,
    payload: textPayload('ABC'),
    weather: CLEAR,
    timing: {
      everyNs: 20_000_000,
      leadNs: 500_000_000,
      otherLinks: { delayNs: 62_500_000, rateBps: 0, queuePackets: 20 },
      keepsOpen: true,
    },
    lanes: ['tcp'],
    reliability: null,
  },
  playheadNs: 9,
};

const PIECE_3 = {
  transport: 'tcp',
  from: 'C',
  role: 'piece',
  number: 2,
  copy: 0,
  double: 0,
} as const;
const ON_ROAD = { kind: 'touchPacket', link: 'R2-R3', direction: 0 } as const;

const HANDS: LinkState = {
  street: {
    ...GREETING,
    tcpChanges: { nagle: true, delayedAckNs: 40_000_000, without: ['fastRetransmit', 'windowProbes'] },
    commands: [
      { ...ON_ROAD, atNs: 10, packet: PIECE_3, act: { kind: 'drop' } },
      { ...ON_ROAD, atNs: 11, packet: PIECE_3, act: { kind: 'hold', delayNs: 5000 }, isOff: true },
      { ...ON_ROAD, atNs: 12, packet: { ...PIECE_3, transport: 'udp', double: 1 }, act: { kind: 'dup' } },
      { ...ON_ROAD, atNs: 13, packet: { ...PIECE_3, copy: 1 }, act: { kind: 'flip', bit: 400 } },
      {
        ...ON_ROAD,
        direction: 1,
        atNs: 14,
        packet: { ...PIECE_3, from: 'S', role: 'control' },
        act: { kind: 'swap' },
      },
      {
        ...ON_ROAD,
        atNs: 15,
        packet: { ...PIECE_3, role: 'retransmission', copy: 2 },
        act: { kind: 'rescue' },
      },
      { kind: 'cutLink', atNs: 16, link: 'R1-R2' },
      { kind: 'restoreLink', atNs: 17, link: 'R1-R2' },
      { kind: 'closePort', atNs: 18, host: 'S', transport: 'tcp', port: 80 },
      { kind: 'powerOff', atNs: 19, host: 'C', isOff: true },
      { kind: 'stopReading', atNs: 20, host: 'S' },
      { kind: 'resumeReading', atNs: 21, host: 'S' },
    ],
  },
  playheadNs: 9,
};

const SAMPLES: readonly (readonly [string, string, LinkState])[] = [
  [
    'a greeting through loss',
    '1.q1YqVrIy11HKVbJSejO143Xr1LdTZ7xp2fFm1pTHDQ1ve1a8bdoOYjQ3vJm15f2eRiUdpXIlq2qlnPxioEYDPaPaWgA',
    { street: GREETING, playheadNs: 0 },
  ],
  [
    'everything there is',
    '1.fVK9TsMwGHwV9M0GNc5PSUbEiBDqwoAYguO2VkISHKeliiL1BRhYWTrzWjxBH4Fzm4SqBTzZn-8733fnhiqKPB56YTDmoc_omSLabt4_v9Zv283H-myuiNETMIyWFDWkZaETqSkaXbisP13LLF7dgikc7RejpC4zJWIjLZKDWBRa16WxR4f7LaPM0iV9p983avRclagE3u78Usta3sUilQZFF42FbTSixHNYjOqk2-JOQL6eCmiGxIeGMpWnKE34-cRFMVFaCqOKHDIAKTLIo1JJIXGZmzlFnNFC6kQJKG0oVXkCxDRTpbVBoegEbtuy_5idgVkUucG258bFKffOAUvQO-Fg7LZ9ZAR6TNDBKmnuZWzmsJ5RbHpgZ9qRmGWHxCtZUQFqhx2CO40t-DW2w8x2I_9IubHv9Tr4nzqANCqfAXOQtDugh6i7SY7D5nsfrOnc9fxgfIm0Z-BPC5Av-p_1iopcyBy1FUXTOKtk-w0',
    EVERYTHING,
  ],
  [
    'a small picture',
    '1.LY3BCsIwEET_Zc6hVS9CjuJdEPGemiUsmjSkG2oo_rsb9DY85s1sWGCPBhl2w5OTh0Xmh9RCMEgukgI_y5BTUBDJs7u13ClHF2j88akJ6RD4frpc1_PY3RonKqSDUip9DNZ-8ZoX7e2GgwKB3RsE1Sip8NbQqxrbX_oC',
    DOT,
  ],
  [
    'a timing of its own and one lane',
    '1.LcyxCsJAEATQf5l6Cw0oeJ2xFbUXiyMZMFyM52VPkCP_7pq41fB2dwpGuLXgAYd9fYCggyvgm-lzslW1WkbQ07c_2fzF6Kl3pmM3BOOClr2ff7bVciNIXllHI8uvzMyLbwJ17p0EgYzjOXKA05RpYukKbSJuAoXbTV8',
    LESSON,
  ],
  [
    'hands in the run, and a TCP with changes',
    '1.vZRLahtBEIbvUutxkMZ2Ys8uZBsSMVkGL1rdNVaj0dTQD4QRAuUFWWQZQfAJcoBAsshtsoxErpAqyR5ZSALbMtaqevTX319VdfcIPGTPEhhABrPp57-fpvPpt9nHX7PLr38mk_mX7_P3PyX4MJld_vj3-x0kMIRsBCV5Tmw9SccJ9ORDpc5LhCy4iAkYLNUFmue6_4pVR63lj1Nt6FEMkL2FQvmQY3Cq8gMbxNZWhoYdR130cMa2fZaNoM-fmS1Q1L2O0n0UbWkr_hfy9CA_5KWxDnWwVDFRAirIpm2O6qWe6Rb71OR4AUHXnFM4kppfcOhIyKG2qJGXVRx00UGWJqCpvlh4GopdEbWYS-mF5RWYcVTDeJzsQdp-HNIelUYQZDay7zGPhEXWvy6K5eD2qoIhtlcRzf2raG_2O-7b7sMHazcPbne7i9KKXZcPt9yA-zCz_xXz0a2Y36yYNVWBwzsfEj9U-_b3-K79ddfPgPditQWZg93IDr2OuAatY3gppA3T0xV6-yBP4YaW0wM5XNfzi7hLr_npw45U1KhP-A0kLyXKBDZLXi5OGL1xqWmITi5eY3LamEhrtt9KJq1zVMZW501iyp1vdl-vKw5wQ81naqU-Y1rITsf_AQ',
    HANDS,
  ],
];

const WITHOUT_PAYLOAD =
  '1.FY5BDsIgFETv8teo8KW0dOkZvACFqRJb2hSMMaZ3l87yJTNvfpSpbwWB-h-9YgrU0xgnkKDk5kopLTHjPMRU0YwQ3f27Htyt6xS9K3FJl8UXlFMuG9x8NN_zgA11q2xvCJqQHuV5-xZUGcsaQfnpuDGHbbQDxtFb67iTgYdgFJsOhlVjfWuhuYO-6i60WnOjlGqllsarBlfvLGgX9DneT0uu8_LMFZTq2f8';

describe('kept links of version 1', () => {
  it.each(SAMPLES)('%s', (_, link, state) => {
    expect(decodeLink(link)).toEqual({ ok: true, state, missingPayload: null });
  });

  it('a file that is elsewhere', () => {
    const { payload: _, ...choices } = GREETING;
    expect(decodeLink(WITHOUT_PAYLOAD)).toEqual({
      ok: true,
      state: { street: choices, playheadNs: 2 },
      missingPayload: {
        kind: 'file',
        name: 'noise.bin',
        mediaType: 'application/octet-stream',
        numbered: true,
        lengthBytes: 20_000,
        sha256: 'ff9beffc99a280d2bd61268e62159c79e428e4348d7442511170406c15e3ca9e',
      },
    });
  });
});
