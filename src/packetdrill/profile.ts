import { LINUX_PACKETDRILL_TCP } from '../experiment/tcpPresets';
import type { FlowOptions } from './flow';
import { OutOfScope } from './verdict';

/** What a script sets up before and while it runs. */
export interface Profile {
  readonly options: FlowOptions;
  /** What the MSS option says. */
  mssBytes: number;
  readonly toleranceNs: number;
  /** Length of a tick of the timestamp clock that the script counts on; 0 leaves the values unchecked. */
  readonly timestampTickNs: number;
}

const DEFAULT_TOLERANCE_USECS = 4000;
const DEFAULT_MTU = 1500;
const SMALLEST_MTU = 68;
const LARGEST_MTU = 65_535;
const SECOND_NS = 1_000_000_000;
/** IPv4 and TCP headers without options. */
const HEADER_BYTES = 40;
/** Settings that say nothing about TCP's behaviour here. */
const IGNORED_SETTINGS = new Set([
  'ip_version',
  'tolerance_usecs',
  'tcp_ts_tick_usecs',
  'mtu',
  'bind_port',
  'connect_port',
  'local_ip',
  'remote_ip',
  'gateway_ip',
  'netmask_ip',
]);
/**
 * Of the kernel, what concerns offloading; and tcp_early_retrans, since scripts leave it as it is and wait for the RTO
 * nevertheless: a script that wants the tail loss probe (RFC 8985 §7) says `sysctl -q town.tcp_tail_loss_probe=1`.
 */
const IGNORED_SYSCTLS = new Set(['tcp_tso_win_divisor', 'tcp_min_tso_segs', 'tcp_early_retrans']);
type Switch = { [K in keyof FlowOptions]: FlowOptions[K] extends boolean ? K : never }[keyof FlowOptions];
/** What is on unless it is 0. */
const SWITCHES: ReadonlyMap<string, Switch> = new Map<string, Switch>([
  ['tcp_timestamps', 'timestamps'],
  ['tcp_slow_start_after_idle', 'slowStartAfterIdle'],
  ['tcp_sack', 'sackPermitted'],
  ['tcp_dsack', 'duplicateSack'],
  ['tcp_recovery', 'rackTlp'],
  ['tcp_tail_loss_probe', 'tailLossProbe'],
  ['tcp_frto', 'forwardRtoRecovery'],
]);
/** Programs that touch only the operating system around TCP. */
const IGNORED_PROGRAMS = new Set(['true', 'ethtool', 'ip', 'tc', 'set', 'echo']);

/**
 * The Linux profile, changed by the `--name=value` lines of a script. Who names the IP version has a packetdrill that runs
 * both by default, which is FreeBSD's: those scripts expect no habit that only Linux has.
 */
export function profileOf(settings: ReadonlyMap<string, string>): Profile {
  for (const name of settings.keys()) {
    if (!IGNORED_SETTINGS.has(name)) throw new OutOfScope(`setting --${name}`);
  }
  const version = settings.get('ip_version') ?? 'ipv4';
  if (version !== 'ipv4') throw new OutOfScope(`IP version ${version}`);
  return {
    options: { ...LINUX_PACKETDRILL_TCP, dialect: settings.has('ip_version') ? 'freebsd' : 'linux' },
    mssBytes: mtuIn(settings) - HEADER_BYTES,
    toleranceNs: numberIn(settings, 'tolerance_usecs', DEFAULT_TOLERANCE_USECS) * 1000,
    timestampTickNs: numberIn(settings, 'tcp_ts_tick_usecs', 0) * 1000,
  };
}

/** Every path carries 68 bytes (RFC 791 §3.2), and no IPv4 packet has more than 65,535. */
function mtuIn(settings: ReadonlyMap<string, string>): number {
  const mtu = numberIn(settings, 'mtu', DEFAULT_MTU);
  if (mtu < SMALLEST_MTU || mtu > LARGEST_MTU) throw new OutOfScope(`setting --mtu=${mtu}`);
  return mtu;
}

function numberIn(settings: ReadonlyMap<string, string>, name: string, otherwise: number): number {
  const text = settings.get(name);
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text)) throw new OutOfScope(`setting --${name}=${text}`);
  return Number(text);
}

/** Does what a back-quoted command would do to the stack; nothing outside is ever run. */
export function applyCommand(profile: Profile, text: string): void {
  for (const line of text.replace(/\\\n/g, ' ').split(/\n|&&|;/)) {
    const words = line.trim().split(/\s+/);
    const program = words[0]!.split('/').at(-1)!;
    if (program === '' || program.startsWith('#') || IGNORED_PROGRAMS.has(program)) continue;
    if (program === 'defaults.sh') continue;
    if (program !== 'sysctl' && program !== 'set_sysctls.py') throw new OutOfScope(`command ${program}`);
    for (const word of words.slice(1)) if (!word.startsWith('-')) applySysctl(profile, word);
  }
}

function applySysctl({ options }: Profile, assignment: string): void {
  const [path, value] = assignment.replaceAll(/["']/g, '').split('=');
  const name = path!.split(/[./]/).at(-1)!;
  if (IGNORED_SYSCTLS.has(name)) return;
  if (name === 'tcp_congestion_control') {
    if (value !== 'reno' && value !== 'cubic') throw new OutOfScope(`sysctl ${assignment}`);
    options.congestionControl = value;
    return;
  }
  if (value === undefined || !/^\d+$/.test(value)) throw new OutOfScope(`sysctl ${assignment}`);
  const setting = SWITCHES.get(name);
  if (setting) options[setting] = value !== '0';
  else if (name === 'tcp_fin_timeout') options.finWait2Ns = Number(value) * SECOND_NS;
  else if (name === 'tcp_syn_linear_timeouts') options.linearSynRetries = Number(value);
  else if (name !== 'tcp_window_scaling') throw new OutOfScope(`sysctl ${name}`);
  else if (value === '0') options.windowScale = null;
}
