// Runs in the page, without imports: measure.ts strips the types and sends it there.

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Box {
  readonly name: string;
  readonly element: Element;
  readonly rects: readonly Rect[];
  readonly isText: boolean;
}

/** CSS pixels that rounding and anti-aliasing may cost. */
const SLACK = 1.5;
/** Part of a line's height above capitals and below the base line: there, neighbours' boxes may reach into each other. */
const LEADING = 0.18;
const LAYER =
  '[role=dialog],[role=alertdialog],[role=menu],[role=listbox],[role=tooltip],[popover],[data-layer]';

/** Every text and marked box that is cut, out of sight or on top of another, a line each. */
export function measureTexts(): string[] {
  const problems = new Set<string>();
  const tell = (problem: string): void => void problems.add(problem);
  const boxes = [...textBoxes(), ...markedBoxes()].map((box) => ({ ...box, rects: seenRects(box, tell) }));
  for (const box of boxes) if (isShortened(box)) tell(`shortened: ${box.name}`);
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      if (isOver(a, b) && !mayOverlap(a, b)) tell(`overlap: ${a.name} with ${b.name}`);
    }
  }
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + SLACK) {
    tell(`sideways: the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
  }
  return [...problems];
}

function textBoxes(): Box[] {
  const boxes: Box[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const text = walker.currentNode.textContent ?? '';
    const element = walker.currentNode.parentElement;
    if (element === null || text.trim() === '' || !isVisible(element)) continue;
    if (element.closest('script,style,noscript,title,desc,defs,option') !== null) continue;
    const rects = drawnRects(walker.currentNode, element instanceof SVGElement);
    if (rects.length > 0) boxes.push({ name: `"${shorten(text)}"`, element, rects, isText: true });
  }
  return boxes;
}

function drawnRects(text: Node, isSvg: boolean): Rect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  const rects = isSvg ? [range.getBoundingClientRect()] : [...range.getClientRects()];
  return rects.filter((rect) => rect.width > 0 && rect.height > 0).map(inkOf);
}

function markedBoxes(): Box[] {
  return [...document.querySelectorAll('[data-box]')].filter(isVisible).map((element) => ({
    name: `${nameOf(element)} "${shorten(element.textContent ?? '')}"`,
    element,
    rects: [element.getBoundingClientRect()],
    isText: false,
  }));
}

/** The parts of a box that can be seen; tells of parts that something which does not scroll cuts off. */
function seenRects(box: Box, tell: (problem: string) => void): Rect[] {
  return box.rects.flatMap((rect) => {
    let seen = rect;
    let frame = pageArea();
    for (const at of ancestorsOf(box.element)) {
      if (at === document.body || at === document.documentElement) break;
      const style = getComputedStyle(at);
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
        const around = at.getBoundingClientRect();
        if (isCut(seen, around, style)) {
          if (box.element.closest('[data-clip-ok]') === null) {
            tell(`clipped: ${box.name} by ${nameOf(at)}`);
            return [];
          }
        }
        seen = overlapOf(seen, around);
        if (!isLarge(seen)) return [];
      }
      if (style.position === 'fixed') {
        frame = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
        break;
      }
    }
    if (isWithin(seen, frame)) return [seen];
    tell(`outside: ${box.name} at ${Math.round(seen.left)},${Math.round(seen.top)}`);
    return [];
  });
}

/** Whether a frame cuts in a direction in which it does not scroll. */
function isCut(rect: Rect, frame: Rect, style: CSSStyleDeclaration): boolean {
  const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
  const isCutX = rect.left < frame.left - SLACK || rect.right > frame.right + SLACK;
  const isCutY = rect.top < frame.top - SLACK || rect.bottom > frame.bottom + SLACK;
  return (isCutX && !scrolls(style.overflowX)) || (isCutY && !scrolls(style.overflowY));
}

/** What the window shows, and what scrolling down brings into it. */
function pageArea(): Rect {
  const root = document.documentElement;
  const isFixed = [root, document.body].some((element) => getComputedStyle(element).overflowY === 'hidden');
  const bottom = isFixed ? innerHeight : Math.max(innerHeight, root.scrollHeight - scrollY);
  // Sideways is told once for the page, not for each text of it.
  return { left: -scrollX, top: -scrollY, right: Math.max(innerWidth, root.scrollWidth), bottom };
}

/** An ellipsis cuts without a rectangle that sticks out. */
function isShortened({ element, isText }: Box): boolean {
  const { textOverflow } = getComputedStyle(element);
  const isTooLong = element.scrollWidth > element.clientWidth + SLACK;
  return isText && textOverflow === 'ellipsis' && isTooLong && element.closest('[data-clip-ok]') === null;
}

function isOver(a: Box, b: Box): boolean {
  return a.rects.some((left) => b.rects.some((right) => isLarge(overlapOf(left, right))));
}

function mayOverlap(a: Box, b: Box): boolean {
  const isNested = a.element.contains(b.element) || b.element.contains(a.element);
  return (
    a.isText !== b.isText ||
    (!a.isText && isNested) ||
    a.element.closest('[data-overlap-ok]') !== null ||
    b.element.closest('[data-overlap-ok]') !== null ||
    a.element.closest(LAYER) !== b.element.closest(LAYER)
  );
}

function isVisible(element: Element): boolean {
  // What is behind a modal dialog cannot be scrolled to, and is not there to be read.
  if (element.closest('[data-aria-hidden]') !== null) return false;
  const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return isShown && !ancestorsOf(element).some(isForEarsOnly);
}

/** Text only for a screen reader sits in a box of a pixel or so, or in one that shows nothing. */
function isForEarsOnly(element: Element): boolean {
  const style = getComputedStyle(element);
  const rect = element.getBoundingClientRect();
  const isTiny = rect.width <= 2 && rect.height <= 2 && style.overflow !== 'visible';
  return isTiny || style.clipPath === 'inset(50%)' || style.clipPath === 'inset(100%)';
}

function ancestorsOf(element: Element): Element[] {
  const list: Element[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) list.push(at);
  return list;
}

function nameOf(element: Element): string {
  const id = element.id === '' ? '' : `#${element.id}`;
  const className = element.getAttribute('class')?.trim().split(/\s+/u)[0] ?? '';
  return `${element.tagName.toLowerCase()}${id}${className === '' ? '' : `.${className}`}`;
}

function shorten(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').slice(0, 40);
}

function inkOf(rect: DOMRect): Rect {
  const cut = rect.height * LEADING;
  return { left: rect.left, top: rect.top + cut, right: rect.right, bottom: rect.bottom - cut };
}

function overlapOf(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function isLarge(rect: Rect): boolean {
  return rect.right - rect.left > SLACK && rect.bottom - rect.top > SLACK;
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.left >= outer.left - SLACK &&
    inner.top >= outer.top - SLACK &&
    inner.right <= outer.right + SLACK &&
    inner.bottom <= outer.bottom + SLACK
  );
}
