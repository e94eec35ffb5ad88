import { FLAG, type TcpHeader } from '../../wire/tcp';

/** Whether a segment calls at a listening port: a SYN and nothing that speaks of a connection (RFC 9293 §3.10.7.2). */
export function isCall({ flags }: TcpHeader): boolean {
  return (flags & (FLAG.syn | FLAG.ack | FLAG.rst)) === FLAG.syn;
}

/**
 * Whether one more caller has to be ignored when `waiting` have not been accepted. How many may wait is left to the
 * implementation; Linux and BSD let one more wait than the backlog says and say nothing to who comes then, so that the
 * SYN comes again.
 */
export function isBacklogFull(waiting: number, backlog: number): boolean {
  return waiting > backlog;
}
