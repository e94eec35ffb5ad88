import { asks, DNS_SERVERS, DNS_TOWN } from './dnsTown';
import { presetTown } from './town';

/**
 * A name is asked for three times: from the root down, 20 s later out of the cache, and after 61 s, when its address is
 * forgotten and whom to ask is not. Then another name that hangs at the same desk.
 */
export const dnsTree = presetTown({
  ...DNS_TOWN,
  id: 'dns-tree',
  apps: [
    ...DNS_SERVERS,
    asks('www.example.com', 0),
    asks('www.example.com', 20),
    asks('www.example.com', 61),
    asks('blog.example.com', 63),
  ],
});
