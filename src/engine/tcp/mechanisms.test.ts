import { describe, expect, it } from 'vitest';
import { defaultStreet, streetExperiment } from '../../experiment/street';
import { CLEAR_WEATHER } from '../../experiment/town';
import { simulateAll } from '../simulate';
import type { Flight } from './virtualWire';
import { compare, dataFrom, lose, notices, sending } from './withAndWithout';

describe('without a mechanism of the receiver', () => {
  it('reassembly: one loss costs all that is behind it (go-back-N)', () => {
    const segments = compare('reassembly', (options) => {
      const wire = sending(10_000, { options, fate: lose('C', 3) }).run();
      expect(wire.server.received.length).toBe(10_000);
      return dataFrom(wire, 'C').length;
    });
    expect(segments).toEqual({ with: 11, without: 18 });
  });

  it('duplicateAcks: a loss waits for the timer', () => {
    const finish = compare('duplicateAcks', (options) => {
      const wire = sending(10_000, { options, fate: lose('C', 3) }).run();
      return wire.flights.find(({ segment }) => segment.isRetransmission)!.segment.reason.kind;
    });
    expect(finish).toEqual({ with: 'tripleDuplicateAck', without: 'retransmissionTimeout' });
  });

  it('windowUpdates: the sender learns of the room by its own probe alone', () => {
    const story = compare('windowUpdates', (options) => {
      const wire = sending(4000, { options: { receiveBufferBytes: 2000, windowScale: null, ...options } });
      wire.server.readsAtOnce = false;
      wire.at(1200, () => {
        wire.server.readsAtOnce = true;
        wire.server.read();
      });
      wire.run();
      expect(wire.server.received.length).toBe(4000);
      return dataFrom(wire, 'C').map(({ timeMs }) => timeMs)[2];
    });
    expect(story).toEqual({ with: 1450, without: 2062.5 });
  });

  it('sillyWindowAvoidance: a slow reader draws tiny segments', () => {
    const smallest = compare('sillyWindowAvoidance', (options) => {
      const wire = sending(4000, { options: { receiveBufferBytes: 2000, windowScale: null, ...options } });
      wire.server.readsAtOnce = false;
      const readOn = (): void => {
        const { connection, received } = wire.server;
        for (const byte of connection.read(wire.now, 10)) received.push(byte);
        if (received.length < 4000) wire.at(wire.now / 1e6 + 10, readOn);
      };
      wire.at(1200, readOn).run();
      const fresh = dataFrom(wire, 'C').filter(({ segment }) => segment.reason.kind === 'newData');
      return Math.min(...fresh.map(({ segment }) => segment.payload.length));
    });
    expect(smallest).toEqual({ with: 1000, without: 10 });
  });
});

describe('without a mechanism of the sender', () => {
  it('pipelining: one segment for each round trip', () => {
    const times = compare('pipelining', (options) =>
      dataFrom(sending(4000, { options }).run(), 'C').map(({ timeMs }) => timeMs),
    );
    expect(times).toEqual({ with: [500, 500, 500, 500], without: [500, 1000, 1500, 2000] });
  });

  it('flowControl: a slow reader\u2019s buffer overflows, and what it drops comes again', () => {
    const repeated = compare('flowControl', (options) => {
      const wire = sending(9000, { options: { receiveBufferBytes: 3000, windowScale: null, ...options } });
      wire.server.readsAtOnce = false;
      wire.at(1500, () => {
        wire.server.readsAtOnce = true;
        wire.server.read();
      });
      wire.run();
      expect(wire.server.received.length).toBe(9000);
      return dataFrom(wire, 'C').filter(({ segment }) => segment.isRetransmission).length;
    });
    expect(repeated).toEqual({ with: 0, without: 6 });
  });

  it('windowProbes: a lost window update leaves both waiting for ever', () => {
    const received = compare('windowProbes', (options) => {
      const wire = sending(4000, {
        options: { receiveBufferBytes: 2000, windowScale: null, ...options },
        fate: ({ segment }) => (segment.reason.kind === 'windowUpdate' ? { isLost: true } : undefined),
      });
      wire.server.readsAtOnce = false;
      wire.at(1200, () => {
        wire.server.readsAtOnce = true;
        wire.server.read();
      });
      return wire.run().server.received.length;
    });
    expect(received).toEqual({ with: 4000, without: 2000 });
  });

  it('segmentSizeLimit: the segments stay too big for the path', () => {
    const sizes = compare('segmentSizeLimit', (options) => {
      const wire = sending(1000, { options });
      wire.at(600, () => wire.client.connection.pathMtuIs(wire.now, 540, 101)).run();
      return dataFrom(wire, 'C').map(({ segment }) => segment.payload.length);
    });
    expect(sizes).toEqual({ with: [1000, 500, 500], without: [1000] });
  });

  it('userTimeout: nobody is told that nobody is there', () => {
    const told = compare('userTimeout', (options) => {
      const isAway = ({ timeMs }: Flight) => ({ isLost: timeMs >= 500 });
      const wire = sending(1000, { options, fate: isAway }).run(3_600_000);
      return notices(wire, 'client').at(-1);
    });
    expect(told).toEqual({ with: 'gaveUp', without: 'connected' });
  });
});

describe('without keep-alive probes', () => {
  it('keepAliveProbes: a connection to nobody is kept for ever', () => {
    const told = compare('keepAliveProbes', (options) => {
      const keepAlive = { idleNs: 7200e9, intervalNs: 75e9, probes: 9 };
      const isAway = ({ timeMs }: Flight) => ({ isLost: timeMs >= 3000 });
      return notices(sending(10, { options: { keepAlive, ...options }, fate: isAway }).run(), 'client').at(
        -1,
      );
    });
    expect(told).toEqual({ with: 'gaveUp', without: 'connected' });
  });
});

describe('without the checksum', () => {
  it('the app reads wrong bytes', () => {
    const street = { ...defaultStreet('en'), weather: { ...CLEAR_WEATHER, corrupt: 0.5 } };
    const intact = compare('checksum', (options) => {
      const experiment = streetExperiment(street);
      const tcp = { ...experiment.tcp, ...options };
      return simulateAll({ ...experiment, tcp, lanes: ['tcp'] }).result!.lanes[0]!.intact;
    });
    expect(intact).toEqual({ with: true, without: false });
  });
});
