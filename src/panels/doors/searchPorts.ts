import type { AssignedPort } from './assignedPorts';

/** Shown at once. */
const MOST = 8;
/** Shown when nothing is asked for: those that a class hears of first. */
const FIRST: readonly number[] = [20, 21, 22, 23, 53, 80, 443];

/** Ports whose number begins with what is wanted, or whose name or purpose has it in it. */
export function searchPorts(names: readonly AssignedPort[], wanted: string): readonly AssignedPort[] {
  const text = wanted.trim().toLowerCase();
  if (text === '') return names.filter(({ port }) => FIRST.includes(port));
  const isNumber = /^\d+$/.test(text);
  const found = names.filter(({ port, name, purpose }) => {
    return isNumber
      ? String(port).startsWith(text)
      : name.includes(text) || purpose.toLowerCase().includes(text);
  });
  return found.toSorted((a, b) => rankOf(a, text) - rankOf(b, text) || a.port - b.port).slice(0, MOST);
}

/** What is meant exactly comes first, then what begins so. */
function rankOf({ port, name }: AssignedPort, text: string): number {
  if (String(port) === text || name === text) return 0;
  return name.startsWith(text) ? 1 : 2;
}
