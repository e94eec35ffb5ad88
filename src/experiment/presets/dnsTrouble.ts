import { asks, DNS_SERVERS, DNS_TOWN } from './dnsTown';
import { presetTown } from './town';

const SECOND = 1_000_000_000;

/** An answer that is lost, a name that is not there (twice), and a text too long for UDP. */
export const dnsTrouble = presetTown({
  ...DNS_TOWN,
  id: 'dns-trouble',
  apps: [
    ...DNS_SERVERS,
    asks('www.example.com', 0),
    asks('no.example.com', 5, { times: 2, everyNs: 3 * SECOND }),
    asks('long.example.com', 12, { type: 'TXT', ednsBytes: 1232 }),
  ],
  over: {
    ...DNS_TOWN.over,
    // The first that this server says.
    rules: [{ link: 'R2-ns', direction: 1, role: 'control', nth: 1, verdict: { kind: 'drop' } }],
  },
});
