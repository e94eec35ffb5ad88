import { useEffect, useState } from 'react';
import type { Transport } from '../../experiment/experiment';
import type { AssignedPort } from './assignedPorts';

async function fetchNames(): Promise<readonly AssignedPort[]> {
  const { ASSIGNED_PORTS } = await import('./assignedPorts');
  return ASSIGNED_PORTS;
}

let names: Promise<readonly AssignedPort[]> | undefined;

/** The list is fetched when somebody first looks at doors. */
function load(): Promise<readonly AssignedPort[]> {
  names ??= fetchNames();
  return names;
}

/** The names that IANA has given to ports; none until they are here. */
export function usePortNames(): readonly AssignedPort[] {
  const [known, setKnown] = useState<readonly AssignedPort[]>([]);
  useEffect(() => {
    let isGone = false;
    const show = async (): Promise<void> => {
      const list = await load();
      if (!isGone) setKnown(list);
    };
    void show();
    return () => {
      isGone = true;
    };
  }, []);
  return known;
}

/** The name of one port, empty where it has none. */
export function usePortName(transport: Transport, port: number): string {
  const found = usePortNames().find((row) => {
    return row.port === port && (row.transports === 'both' || row.transports === transport);
  });
  return found?.name ?? '';
}
