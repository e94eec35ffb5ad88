/**
 * Marks every element under `root` whose `data-from` (a time in ns) has not come with `data-future`, straight in the
 * document. The function that is returned does it for a moment and touches only what changes.
 */
export function revealer(root: Element | null): (timeNs: number) => void {
  const elements = [...(root?.querySelectorAll<HTMLElement | SVGElement>('[data-from]') ?? [])];
  const entries = elements.map((element) => {
    delete element.dataset['future'];
    return { element, fromNs: Number(element.dataset['from']), isFuture: false };
  });
  return (timeNs) => {
    for (const entry of entries) {
      const isFuture = entry.fromNs > timeNs;
      if (isFuture === entry.isFuture) continue;
      entry.isFuture = isFuture;
      if (isFuture) entry.element.dataset['future'] = '';
      else delete entry.element.dataset['future'];
    }
  };
}
