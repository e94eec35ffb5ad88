import { describe, expect, it } from 'vitest';
import { runScript } from './runScript';

const OPEN = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 bind(3, ..., ...) = 0
+0 listen(3, 1) = 0
+0 < S 0:0(0) win 65535 <mss 1000>
+0 > S. 0:0(0) ack 1 <mss 1460>
+.1 < . 1:1(0) ack 1 win 65535
+0 accept(3, ..., ...) = 4
`;
const after = (text: string) => runScript(OPEN + text);
const failure = (line: number, expected: RegExp | string, got: RegExp | string) => ({
  kind: 'fail',
  line,
  expected: expect.stringMatching(expected),
  got: expect.stringMatching(got),
});

describe('runScript', () => {
  it('lets one line stand for a run of segments, and for nothing else', () => {
    expect(after('+0 write(4, ..., 2500) = 2500\n+0 > P. 1:2501(2500) ack 1')).toEqual({ kind: 'ok' });
    expect(after('+0 write(4, ..., 2500) = 2500\n+0 > P. 1:3001(3000) ack 1')).toMatchObject({ line: 9 });
    expect(after('+0 write(4, ..., 2000) = 2000\n+0 close(4) = 0\n+0 > F. 1:2001(2000) ack 1')).toEqual(
      failure(10, 'F. 1:2001', '^\\. 1001:2001|^P\\. 1001:2001'),
    );
  });

  it('finds what differs', () => {
    expect(after('+0 write(4, ..., 10) = 10\n+0 > P. 1:11(10) ack 2')).toEqual(failure(9, 'ack 2', 'ack 1'));
    expect(after('+0 write(4, ..., 10) = 10\n+0 > . 1:11(10) ack 1 win 1')).toEqual(
      failure(9, 'win 1', 'win 65535'),
    );
    expect(after('+0 write(4, ..., 10) = 10\n+0 > . 1:11(10) ack 1 <nop>')).toMatchObject({ kind: 'fail' });
    expect(after('+0 write(4, ..., 10) = 11')).toEqual(failure(8, 'write = 11', '10'));
    expect(after('+.1 > . 1:1(0) ack 1')).toEqual(failure(8, 'ack 1', 'nothing by 0.2'));
  });

  it('keeps to the tolerance', () => {
    const late = (time: string) => after(`+0 write(4, ..., 10) = 10\n${time} > P. 1:11(10) ack 1`);
    expect(late('+.003')).toEqual({ kind: 'ok' });
    expect(late('+.005')).toEqual(failure(9, 'at 0.105', '0.100'));
    expect(late('+0~+.1')).toEqual({ kind: 'ok' });
    expect(late('*')).toEqual({ kind: 'ok' });
    expect(
      runScript(`--tolerance_usecs=6000\n${OPEN}+0 write(4, ..., 10) = 10\n+.005 > P. 1:11(10) ack 1`),
    ).toEqual({
      kind: 'ok',
    });
  });

  it('checks nothing that nobody asks about until a line meets it', () => {
    expect(after('+0 write(4, ..., 10) = 10\n+.1 < . 1:1(0) ack 11 win 65535')).toEqual({ kind: 'ok' });
    const two =
      '+0 write(4, ..., 10) = 10\n+.1 < . 1:1(0) ack 11 win 65535\n+0 close(4) = 0\n+0 > F. 11:11(0) ack 1';
    expect(after(two)).toEqual(failure(11, 'F. 11:11', '1:11'));
  });

  it('lets blocking calls block, exactly as long as the script says', () => {
    const read = (end: string) => after(`+0...${end} read(4, ..., 10) = 5\n+.1 < P. 1:6(5) ack 1 win 65535`);
    expect(read('.1')).toEqual({ kind: 'ok' });
    expect(read('.2')).toEqual(failure(8, 'return at 0.3', '0.2'));
    expect(read('.05')).toEqual(failure(8, 'return by 0.15', 'no return'));
    expect(after('+0 read(4, ..., 10) = 0')).toEqual(failure(8, 'read to return', 'no return'));
    expect(after('+0...1 read(4, ..., 10) = 5')).toEqual(failure(8, 'read to return', 'no return'));
  });

  it('asserts with line numbers', () => {
    expect(after('+0 %{ assert tcpi_snd_cwnd == 10\nassert tcpi_snd_mss == 1 }%')).toEqual({
      kind: 'fail',
      line: 9,
      expected: 'assert tcpi_snd_mss == 1',
      got: 'tcpi_snd_mss = 1000',
    });
  });

  it('takes chunks while there is room under SO_SNDBUF, and once full waits for a third of it', () => {
    const write = (returnsAt: string) =>
      after(`+0 setsockopt(4, SOL_SOCKET, SO_SNDBUF, [21000], 4) = 0
+0 getsockopt(4, SOL_SOCKET, SO_SNDBUF, [42000], [4]) = 0
+0...${returnsAt} write(4, ..., 70000) = 70000
+.1 < . 1:1(0) ack 10001 win 50000
+.1 < . 1:1(0) ack 20001 win 50000
+.1 < . 1:1(0) ack 36001 win 50000
`);
    expect(write('.3')).toEqual({ kind: 'ok' });
    expect(write('.2')).toEqual(failure(10, 'write to return by', 'no return'));
    const partial = '+0 fcntl(4, F_SETFL, O_RDWR|O_NONBLOCK) = 0\n+0 write(4, ..., 90000) = 64000\n';
    const again = '+0 write(4, ..., 10) = -1 EAGAIN (Resource temporarily unavailable)';
    expect(after(`+0 setsockopt(4, SOL_SOCKET, SO_SNDBUF, [21000], 4) = 0\n${partial}${again}`)).toEqual({
      kind: 'ok',
    });
  });

  it('knows the fields of TCP_INFO that scripts ask for', () => {
    const lost =
      '+0 write(4, ..., 4000) = 4000\n+0 > P. 1:4001(4000) ack 1\n+.1 < . 1:1(0) ack 1001 win 65535\n';
    const facts = [
      'tcpi_unacked == 3',
      'tcpi_sacked == 0',
      'tcpi_state == TCP_ESTABLISHED',
      'tcpi_ca_state == TCP_CA_Open',
      'tcpi_advmss == 1460',
      'tcpi_reordering == 3',
      '100 <= tcpi_last_data_recv <= 101',
    ];
    expect(after(`${lost}+0 %{ assert ${facts.join(' and ')}, 'facts; all # of them' }%`)).toEqual({
      kind: 'ok',
    });
  });

  it('fails a script, and no more, by a fault of the program', () => {
    const broken = `0 ${'('.repeat(100_000)}`;
    expect(runScript(broken)).toMatchObject({ kind: 'fail', line: 1 });
    const deep = after(`+0 %{ assert ${'('.repeat(100_000)}1 }%`);
    expect(deep).toMatchObject({ kind: 'fail', expected: 'no fault of the program' });
  });

  it('skips what it does not know, and never calls that ok', () => {
    const reasonOf = (text: string) => after(text);
    expect(reasonOf('+0 poll(4, ..., 1) = 0')).toEqual({ kind: 'skip', reason: 'system call poll' });
    expect(reasonOf('+0 setsockopt(4, SOL_TCP, TCP_CORK, [1], 4) = 0')).toEqual({
      kind: 'skip',
      reason: 'socket option TCP_CORK',
    });
    expect(reasonOf('+0 %{ assert tcpi_rtt > 0 }%')).toMatchObject({ kind: 'skip' });
    expect(runScript('`insmod x`\n0 `true`')).toEqual({ kind: 'skip', reason: 'command insmod' });
    expect(runScript('--ip_version=ipv6\n0 `true`')).toEqual({ kind: 'skip', reason: 'IP version ipv6' });
  });

  it('obeys the set-up', () => {
    const syn =
      '0 socket(..., SOCK_STREAM|SOCK_NONBLOCK, IPPROTO_TCP) = 3\n+0 connect(3, ..., ...) = -1 EINPROGRESS (x)\n+0 > S 0:0(0) ';
    expect(
      runScript(
        `\`./defaults.sh\nsysctl -q net.ipv4.tcp_timestamps=0\`\n${syn}<mss 1460,nop,nop,sackOK,nop,wscale 8>`,
      ),
    ).toEqual({ kind: 'ok' });
    expect(runScript(`--mtu=1000\n${syn}<mss 960,sackOK,TS val 5 ecr 0,nop,wscale 8>`)).toEqual({
      kind: 'ok',
    });
  });
});
