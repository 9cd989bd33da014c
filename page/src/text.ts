// Offsets of the report (code points) as places in the page, and highlights that may cross each other.

import { type Span, documents } from "./data";

type Block = { start: number; element: HTMLElement };
const blocks = new Map<number, Block[]>();

export const article = (document_: number): HTMLElement | null =>
  document.querySelector<HTMLElement>(`article.doc[data-d="${document_}"]`);

function blocksOf(document_: number): Block[] {
  const known = blocks.get(document_);
  if (known) return known;
  const made = [...(article(document_)?.querySelectorAll<HTMLElement>("[data-s]") ?? [])].map((element) => ({ start: Number(element.dataset.s), element }));
  blocks.set(document_, made);
  return made;
}

const ASTRAL = /[\ud800-\udbff]/;

function range(document_: number, [start, end]: Span): Range | null {
  const known = blocksOf(document_);
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (known[middle].start <= start) low = middle + 1;
    else high = middle;
  }
  const block = known[low - 1];
  if (!block) return null;
  const walker = document.createTreeWalker(block.element, NodeFilter.SHOW_TEXT);
  const made = document.createRange();
  let at = block.start;
  let begun = false;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const size = ASTRAL.test(node.data) ? [...node.data].length : node.data.length;
    if (!begun && start < at + size) {
      made.setStart(node, units(node.data, start - at, size));
      begun = true;
    }
    if (begun && end <= at + size) {
      made.setEnd(node, units(node.data, end - at, size));
      return made;
    }
    at += size;
  }
  return null;
}

const units = (text: string, points: number, size: number): number =>
  size === text.length ? points : [...text].slice(0, points).join("").length;

/** Whether the browser paints ranges by itself; else they are wrapped in marks. */
export const painted = typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";
const wrapped = new Map<string, HTMLElement[]>();

export function light(name: string, document_: number, spans: Span[]): void {
  for (const mark of wrapped.get(name) ?? []) mark.replaceWith(...mark.childNodes);
  if ((wrapped.get(name) ?? []).length) article(document_)?.normalize();
  wrapped.delete(name);
  const ranges = spans.map((span) => range(document_, span)).filter((made): made is Range => made !== null);
  if (painted) {
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
    return;
  }
  wrapped.set(name, ranges.flatMap((made) => wrap(made, name)));
}

function wrap(made: Range, name: string): HTMLElement[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(made.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  if (made.commonAncestorContainer instanceof Text) nodes.push(made.commonAncestorContainer);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) if (made.intersectsNode(node)) nodes.push(node);
  const [from, to, first, last] = [made.startOffset, made.endOffset, made.startContainer, made.endContainer];
  return nodes.map((node) => {
    let part = node;
    if (node === last) part.splitText(to);
    if (node === first) part = part.splitText(from);
    const mark = document.createElement("mark");
    mark.className = name;
    part.replaceWith(mark);
    mark.append(part);
    return mark;
  });
}

export function words(document_: number, span: Span): string {
  return (range(document_, span)?.toString() ?? "").replace(/\s+/g, " ").trim();
}

/** The sentence or cell around a stretch, for quotes. */
export function sentence(document_: number, span: Span): string {
  const leaf = documents[document_].leaves.find(([start, end]) => start <= span[0] && span[0] < end);
  return words(document_, leaf ?? span);
}

export function marks(document_: number, figure: number): HTMLElement[] {
  return [...(article(document_)?.querySelectorAll<HTMLElement>(`mark[data-f~="${figure}"]`) ?? [])];
}

/** The boxes of a figure on the pictures of pages. */
export function boxes(document_: number, figure: number): SVGElement[] {
  return [...(article(document_)?.querySelectorAll<SVGElement>(`rect[data-f="${figure}"]`) ?? [])];
}

export const pictured = (document_: number): boolean => !!article(document_)?.querySelector(".sheets");

/** Where some words stand in the text; found in what is shown, so that line ends count as spaces. */
export function search(document_: number, said: string, most = 500): Span[] {
  const wanted = fold(said).trim();
  if (!wanted) return [];
  const found: Span[] = [];
  for (const { start, element } of blocksOf(document_)) {
    const text = [...(element.textContent ?? "")];
    const line = text.map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("").replace(/\s/g, " ");
    for (let i = line.indexOf(wanted); i >= 0 && found.length < most; i = line.indexOf(wanted, i + 1)) {
      const before = [...line.slice(0, i)].length;
      found.push([start + before, start + before + [...wanted].length]);
    }
  }
  return found;
}

const fold = (said: string): string => said.toLowerCase().replace(/\s+/g, " ");
