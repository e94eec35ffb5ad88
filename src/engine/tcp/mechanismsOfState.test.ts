import { describe, expect, it } from 'vitest';
import { FLAG } from '../../wire/tcp';
import { findOption } from './arrival';
import { type Flight, VirtualWire } from './virtualWire';
import { compare, dataFrom, lose, notices, sending } from './withAndWithout';

describe('without a check on arrival', () => {
  it('sequenceCheck: what came is not acknowledged again, so the sender gives up', () => {
    const told = compare('sequenceCheck', (options) => {
      // The server's first bare ACK answers the only segment of data.
      const wire = sending(1000, { options, fate: lose('S', 2, false) }).run();
      expect(wire.server.received.length).toBe(1000);
      return notices(wire, 'client').at(-1);
    });
    expect(told).toEqual({ with: 'connected', without: 'gaveUp' });
  });

  it('resetCheck: a connection that is gone is talked to', () => {
    const told = compare('resetCheck', (options) => {
      const wire = sending(1000, { options });
      wire.at(700, () => wire.server.connection.abort(wire.now)).run();
      return notices(wire, 'client').at(-1);
    });
    expect(told).toEqual({ with: 'connectionReset', without: 'gaveUp' });
  });

  it('challengeAcks: who guesses a number within the window cuts the connection', () => {
    const told = compare('challengeAcks', (options) => {
      const wire = sending(1000, { options });
      wire.at(2000, () => wire.inject('C', { flags: FLAG.rst, sequence: 5000 })).run();
      return notices(wire, 'server').at(-1);
    });
    expect(told).toEqual({ with: 'readable', without: 'connectionReset' });
    const afterSyn = compare('challengeAcks', (options) => {
      const wire = sending(1000, { options });
      wire.at(2000, () => wire.inject('C', { flags: FLAG.syn, sequence: 5000 })).run();
      return wire.server.connection.state;
    });
    expect(afterSyn).toEqual({ with: 'ESTABLISHED', without: 'CLOSED' });
  });

  it('synchronizeCheck: a SYN on an open connection is not answered', () => {
    const answers = compare('synchronizeCheck', (options) => {
      const wire = sending(1000, { options });
      wire.at(2000, () => wire.inject('C', { flags: FLAG.syn, sequence: 5000 })).run();
      return wire.ladderFrom(2000);
    });
    expect(answers).toEqual({ with: ['2000 S . 1:1 ack 1001'], without: [] });
  });

  it('acknowledgmentCheck: a forged ACK makes bytes disappear that were never sent', () => {
    const received = compare('acknowledgmentCheck', (options) => {
      const wire = sending(20_000, { options });
      wire.at(600, () => wire.inject('S', { sequence: 1, acknowledgment: 18_001 })).run();
      return wire.server.received.length;
    });
    expect(received).toEqual({ with: 20_000, without: 10_000 });
  });

  it('finCheck: the app waits for an end that has come', () => {
    const told = compare('finCheck', (options) => {
      const wire = sending(1000, { options });
      wire.at(600, () => wire.client.close()).run();
      return [...notices(wire, 'server'), ...notices(wire, 'client')];
    });
    expect(told.with).toEqual([
      'connected',
      'readable',
      'peerClosed',
      'closed',
      'connected',
      'peerClosed',
      'closed',
    ]);
    expect(told.without).toEqual(['connected', 'readable', 'connected', 'deliveryProblem', 'gaveUp']);
  });

  it('timestampCheck: a segment from before the numbers wrapped is taken for a new one', () => {
    const bytes = compare('timestampCheck', (options) => {
      const wire = sending(1000, { options: { timestamps: true, ...options } });
      wire.at(2000, () => {
        const stamped = findOption(dataFrom(wire, 'C')[0]!.segment.header.options, 'timestamps')!;
        const old = { ...stamped, value: stamped.value - 1 };
        const payload = new Uint8Array(10);
        wire.inject('C', { sequence: 1001, acknowledgment: 1, options: [old], payload });
      });
      return wire.run(4000).server.received.length;
    });
    expect(bytes).toEqual({ with: 1000, without: 1010 });
  });
});

describe('without a rule of opening and closing', () => {
  it('threeWayHandshake: an old SYN opens a connection that nobody wants', () => {
    const told = compare('threeWayHandshake', (options) => {
      const wire = new VirtualWire({ options });
      wire.at(0, () => wire.inject('C', { flags: FLAG.syn })).run(1000);
      return notices(wire, 'server');
    });
    expect(told).toEqual({ with: [], without: ['connected', 'connectionReset'] });
  });

  it('simultaneousOpen: two that call each other never meet', () => {
    const states = compare('simultaneousOpen', (options) => {
      const wire = new VirtualWire({ options }).open();
      wire.at(100, () => wire.server.connection.openActive(wire.now)).run(10_000);
      return wire.client.connection.state;
    });
    expect(states).toEqual({ with: 'ESTABLISHED', without: 'SYN-SENT' });
  });

  it('halfClose: the answer to the last question is refused', () => {
    const answers = compare('halfClose', (options) => {
      const wire = sending(100, { options });
      wire.at(600, () => wire.client.close());
      wire.server.closesAfterPeer = false;
      wire.at(1500, () => {
        wire.server.write(1000);
        wire.server.close();
      });
      wire.run();
      return [wire.client.received.length, notices(wire, 'server').at(-1)];
    });
    expect(answers).toEqual({ with: [1000, 'closed'], without: [0, 'connectionReset'] });
  });

  it('resets: a connection that ends says nothing', () => {
    const told = compare('resets', (options) => {
      const wire = sending(1000, { options });
      wire.at(2000, () => wire.client.connection.abort(wire.now)).run();
      return notices(wire, 'server').at(-1);
    });
    expect(told).toEqual({ with: 'connectionReset', without: 'readable' });
  });

  it('timeWait: a lost last ACK turns a good end into a reset', () => {
    let finAcks = 0;
    const isLastAck = ({ from, segment }: Flight) => {
      const isOne = from === 'C' && segment.reason.kind === 'acknowledgeFin';
      if (isOne) finAcks += 1;
      return { isLost: isOne && finAcks === 1 };
    };
    const resets = compare('timeWait', (options) => {
      finAcks = 0;
      const wire = sending(1000, { options, fate: isLastAck });
      wire.at(600, () => wire.client.close()).run();
      return wire.flights.filter(({ flags }) => flags.includes('R')).length;
    });
    expect(resets).toEqual({ with: 0, without: 1 });
  });

  it('icmpErrors: a call to a closed door rings until it gives up', () => {
    const told = compare('icmpErrors', (options) => {
      const wire = new VirtualWire({ options, fate: () => ({ isLost: true }) }).open();
      wire.at(300, () => wire.client.connection.softError(wire.now));
      wire.at(400, () => wire.client.connection.hardError(wire.now)).run();
      return notices(wire, 'client');
    });
    expect(told).toEqual({
      with: ['hostUnreachable', 'connectionRefused'],
      without: ['deliveryProblem', 'gaveUp'],
    });
  });
});
