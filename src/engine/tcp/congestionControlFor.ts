import { type CongestionControl, CongestionWindow } from './congestion';
import { LARGEST_WINDOW_BYTES } from '../../trace/snapshot';
import { Cubic } from './cubic';
import { dialectOf } from './dialect';
import { isOn } from './mechanisms';
import { Reno } from './reno';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** The congestion control that the experiment asks for. The block must have its set-up and its RTT estimator. */
export function congestionControlFor(tcb: TransmissionControlBlock): CongestionControl {
  if (!isOn(tcb, 'congestionControl')) return new NoControl();
  const { options } = tcb.setup;
  const rules = {
    options,
    dialect: dialectOf(tcb),
    hasSlowStart: isOn(tcb, 'slowStart'),
    hasAvoidance: isOn(tcb, 'congestionAvoidance'),
  };
  switch (options.congestionControl) {
    case 'reno':
      return new Reno(rules);
    case 'cubic':
      return new Cubic(tcb.rtt, rules);
  }
}

/** As wide as any window that a peer can advertise; loss recovery cannot change it. */
class BoundlessWindow extends CongestionWindow {
  constructor() {
    super(LARGEST_WINDOW_BYTES);
    super.resize(LARGEST_WINDOW_BYTES, { kind: 'initialWindow' });
  }

  override resize(): void {}

  override setThreshold(): void {}
}

/** Sends whatever the peer has room for. */
class NoControl implements CongestionControl {
  readonly window = new BoundlessWindow();

  begin(): void {}

  segmentsAre(): void {}

  acknowledged(): void {}

  lossNoticed(): void {}

  markNoticed(): void {}

  timedOut(): void {}

  undo(): void {}

  idled(): void {}
}
