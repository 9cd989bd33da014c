// What the reader has chosen, and what follows from it.

import { type Claim, type Document, type Figure, type Span, data, documents, grouped, over, own } from "./data";
import { type Fraction, NOUGHT, read, sub } from "./fraction";
import { type Outcome, changed, outcome } from "./solver";
import { article, boxes, light, marks, pictured, search, sentence, words } from "./text";

export const TABS = ["findings", "figures", "equations", "facts", "implied", "unchecked"] as const;
export type Tab = (typeof TABS)[number];
export type Turn = { claim: Claim; before: Outcome; after: Outcome };

const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(`crossfoot.${key}`);
  } catch {
    return null; // a page from disk may have no store
  }
};

function store(key: string, value: string): void {
  try {
    localStorage.setItem(`crossfoot.${key}`, value);
  } catch {
    // then it holds for this visit
  }
}

class State {
  document = $state(0);
  figure = $state(-1);
  claim = $state(-1);
  tab = $state<Tab>("figures");
  filter = $state("all");
  query = $state("");
  chinese = $state(false);
  theme = $state<"light" | "dark">("light");
  pages = $state(false); // pictures of the pages are shown, not the text
  help = $state(false);
  open = $state(false); // the sheet of a small screen
  said = $state("");
  edits = $state.raw(new Map<string, Fraction>());
  hits = $state.raw<Span[]>([]);

  get doc(): Document {
    return documents[this.document];
  }

  get chosen(): Figure | undefined {
    return this.doc?.figures[this.figure];
  }

  /** The claims of the chosen figure; the one that is open stands for itself where it was chosen from a list. */
  get claims(): Claim[] {
    return this.figure >= 0 ? this.doc.claimsOf(this.figure) : this.claim >= 0 ? [this.doc.claims[this.claim]] : [];
  }

  word(name: string, values: Record<string, string | number> = {}): string {
    const said = data.said.words[name]?.[this.chinese ? 1 : 0] ?? name;
    return said.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
  }

  status(name: string): string {
    return data.said.status[name]?.[this.chinese ? 1 : 0] ?? name;
  }

  kind(name: string): string {
    return data.said.kind[name]?.[this.chinese ? 1 : 0] ?? name;
  }

  fact(name: string): string {
    return data.said.fact[name]?.[this.chinese ? 1 : 0] ?? name;
  }

  slip(name: string): string {
    return name === "other" ? "" : (data.said.slip[name]?.[this.chinese ? 1 : 0] ?? "");
  }

  /** Words of a verdict, in the language that is chosen. */
  told(said: string): string {
    return (this.chinese && own(this.doc.zh, said)) || said;
  }

  /** A value of a fact: an id of ours as words, a period as it is spoken of, in the language that is chosen. */
  value(value: unknown): string {
    if (typeof value === "number") return grouped(String(value));
    if (Array.isArray(value)) return value.map((one) => this.value(one)).join(this.chinese ? "、" : ", ");
    if (value && typeof value === "object") return this.fields(value as Record<string, unknown>);
    const said = String(value);
    const known = own(data.said.value, said);
    if (known) return known[this.chinese ? 1 : 0];
    if (this.chinese) return own(this.doc.zh, said) ?? period(said) ?? said.replace(/^other:/, "");
    return said.replace(/^other:/, "").replace(/_/g, " ");
  }

  /** The fields of a fact, each with its name. */
  fields(fields: Record<string, unknown>): string {
    const name = (key: string) => own(data.said.field, key)?.[this.chinese ? 1 : 0] ?? key.replace(/_/g, " ");
    const made = Object.entries(fields).filter(([, value]) => value !== "exact" && value !== null);
    return made.map(([key, value]) => `${name(key)}${this.chinese ? "：" : ": "}${this.value(value)}`).join(this.chinese ? "，" : ", ");
  }

  says(claim: Claim): string {
    if (claim.type !== "derived") return this.told(claim.says);
    const unit = claim.unit ? (this.chinese ? "" : " ") + this.told(claim.unit) : "";
    return `${this.told(claim.says)}${this.chinese ? "：" : ": "}${claim.value}${unit}`;
  }

  start(): void {
    this.chinese = (stored("language") ?? navigator.language.slice(0, 2)) === "zh";
    const dark = typeof matchMedia === "function" && matchMedia("(prefers-color-scheme: dark)").matches;
    this.paint((stored("theme") ?? (dark ? "dark" : "light")) as "light" | "dark");
    this.speak();
    this.tab = this.doc?.claims.some((claim) => claim.type === "finding") ? "findings" : "figures";
    this.show(0);
    this.follow();
    addEventListener("hashchange", () => this.follow());
  }

  paint(theme: "light" | "dark"): void {
    this.theme = theme === "dark" ? "dark" : "light";
    document.documentElement.dataset.theme = this.theme;
  }

  turn(): void {
    this.paint(this.theme === "dark" ? "light" : "dark");
    store("theme", this.theme);
  }

  translate(): void {
    this.chinese = !this.chinese;
    store("language", this.chinese ? "zh" : "en");
    this.speak();
  }

  private speak(): void {
    document.documentElement.lang = this.chinese ? "zh" : "en";
  }

  show(number: number): void {
    this.letGo();
    this.document = number;
    this.edits = new Map();
    for (const [d] of documents.entries()) article(d)?.toggleAttribute("hidden", d !== number);
    this.turnTo(pictured(number) && stored("view") !== "text");
  }

  get pictured(): boolean {
    return pictured(this.document);
  }

  /** The pages of the source, or its text. */
  turnTo(pages: boolean): void {
    this.pages = pages;
    document.documentElement.dataset.view = pages ? "pages" : "text";
  }

  switchView(): void {
    this.turnTo(!this.pages);
    store("view", this.pages ? "pages" : "text");
    if (this.figure >= 0) this.lit(true);
  }

  choose(figure: number, from: "text" | "list" | "link" = "list"): void {
    this.figure = figure;
    const claims = this.doc.claimsOf(figure);
    this.claim = claims[0]?.index ?? -1;
    this.open = true;
    this.lit(from !== "text");
    const span = this.doc.figures[figure].span;
    if (from === "link" || !this.linked) return;
    history.replaceState(null, "", `#${this.document ? `${this.document}/` : ""}${span.join("-")}`);
  }

  /** Whether the page has an address of its own: within a notebook it has none. */
  get linked(): boolean {
    return location.protocol !== "about:";
  }

  /** The claim behind a mark in the margin; where it counts several, the next one each time. */
  openTick(mark: string, stands: string, figures: number[]): void {
    const claims = [...new Set(figures.flatMap((figure) => this.doc.claimsOf(figure)))].sort((a, b) => a.index - b.index);
    const own = claims.filter((claim) => this.doc.tick(claim).join() === `${mark},${stands}`);
    const now = own.findIndex((claim) => claim.index === this.claim);
    if (own.length) this.openClaim(own[(now + 1) % own.length].index);
  }

  openClaim(index: number): void {
    const claim = this.doc.claims[index];
    const span = claim.finding?.culprits[0]?.span ?? claim.spans[0];
    const figure = span && this.doc.at(span)[0];
    if (figure) this.choose(figure.index);
    else this.figure = -1;
    this.claim = index;
    this.open = true;
    this.lit(true);
  }

  look(index: number): void {
    this.claim = index;
    this.lit(false);
  }

  letGo(): void {
    this.figure = this.claim = -1;
    this.open = false;
    light("lit", this.document, []);
    light("chosen", this.document, []);
    this.frame([]);
    document.querySelector("mark[tabindex]")?.removeAttribute("tabindex");
  }

  /** Light the chosen figure, and the others of the equation that is open. */
  private lit(move: boolean): void {
    const claim = this.doc.claims[this.claim];
    const own = this.chosen?.span;
    light("lit", this.document, claim ? claim.spans.filter((span) => !own || !over(span, own)) : []);
    light("chosen", this.document, own ? [own] : []);
    this.frame(claim ? claim.spans.flatMap((span) => this.doc.at(span).map((f) => f.index)) : []);
    if (this.figure < 0) return;
    const [box] = boxes(this.document, this.figure);
    if (this.pages && !box) this.turnTo(false); // on a page without a picture
    const mark = this.pages ? box : marks(this.document, this.figure)[0];
    if (!mark) return;
    const calm = typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
    const sheet = matchMedia("(max-width: 899px)").matches; // covers the lower half
    if (move && parent !== window) within(mark, sheet ? 0.2 : 0.5);
    else if (move) mark.scrollIntoView({ block: sheet ? "start" : "center", inline: "nearest", behavior: calm || this.doc.figures.length > 500 ? "auto" : "smooth" });
  }

  /** The same on the pictures of pages. */
  private frame(lit: number[]): void {
    const own = new Set(this.figure >= 0 ? boxes(this.document, this.figure) : []);
    const others = new Set(lit.flatMap((figure) => boxes(this.document, figure)));
    for (const box of article(this.document)?.querySelectorAll<SVGElement>("rect[data-f]") ?? []) {
      box.classList.toggle("chosen", own.has(box));
      box.classList.toggle("lit", others.has(box) && !own.has(box));
    }
  }

  step(by: number): void {
    const many = this.doc.figures.length;
    if (many) this.choose(this.figure < 0 ? (by > 0 ? 0 : many - 1) : (this.figure + by + many) % many);
  }

  stepFinding(by: number): void {
    const found = this.doc.claims.filter((claim) => claim.type === "finding");
    if (!found.length) return this.say(`${this.word("findings")}: ${this.word("none")}`);
    const now = found.findIndex((claim) => claim.index === this.claim);
    this.openClaim(found[now < 0 ? (by > 0 ? 0 : found.length - 1) : (now + by + found.length) % found.length].index);
  }

  stepEquation(): void {
    const claims = this.claims;
    if (!claims.length) return;
    const now = claims.findIndex((claim) => claim.index === this.claim);
    this.look(claims[(now + 1) % claims.length].index);
  }

  /** What is suggested for the finding that is open, put in its place. */
  fix(): void {
    const finding = this.doc.claims[this.claim]?.finding ?? this.claims.find((claim) => claim.finding)?.finding;
    const best = finding?.culprits.find((culprit) => culprit.suggested !== null);
    if (best) this.tryOut(best.span, best.suggested ?? "");
  }

  tryOut(span: Span, said: string): void {
    const printed = this.printing(span);
    const value = printed && reckoned(said, words(this.document, printed.span), printed.value);
    if (!printed || !value) return;
    const edits = new Map(this.edits);
    const by = sub(value, read(printed.value));
    if (by.n === 0n) edits.delete(printed.span.join("-"));
    else edits.set(printed.span.join("-"), by);
    this.edits = edits;
  }

  reset(): void {
    this.edits = new Map();
  }

  /** Where and as what a certificate has the number of a stretch. */
  printing(span: Span): { span: Span; value: string } | undefined {
    for (const claim of this.doc.claims)
      for (const shown of claim.certificate?.printed ?? [])
        if (over(shown.span, span) && shown.value.length === 1) return { span: shown.span, value: shown.value[0] };
    return undefined;
  }

  /** The claims whose standing the edits change. */
  get turned(): Turn[] {
    if (!this.edits.size) return [];
    const made: Turn[] = [];
    for (const claim of this.doc.claims) {
      const { certificate } = claim;
      if (!certificate || claim.type === "derived" || !certificate.claims.length) continue;
      if (!certificate.printed.some((shown) => this.edits.has(shown.span.join("-")))) continue;
      const [before, after] = [outcome(certificate), outcome(changed(certificate, this.edits))];
      if (before !== after) made.push({ claim, before, after });
    }
    return made;
  }

  find(said: string): void {
    this.query = said;
    this.hits = search(this.document, said);
    if (this.pages && this.hits.length) this.turnTo(false); // words are found in the text
    light("hit", this.document, this.hits);
  }

  async copy(said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(said);
    } catch {
      const area = document.createElement("textarea");
      area.value = said;
      document.body.append(area);
      area.select();
      document.execCommand("copy"); // a page from disk may have no clipboard of the newer kind
      area.remove();
    }
    this.say(this.word("copied"));
  }

  private say(what: string): void {
    this.said = what;
    setTimeout(() => (this.said = ""), 1500);
  }

  quote(): void {
    const span = this.chosen?.span ?? this.doc.claims[this.claim]?.spans[0];
    if (!span) return;
    const claim = this.doc.claims[this.claim];
    void this.copy(`“${sentence(this.document, span)}” (${this.doc.name})${claim ? `\n${this.status(claim.status)}: ${this.says(claim)}` : ""}`);
  }

  link(): void {
    if (this.linked) void this.copy(location.href);
  }

  private follow(): void {
    const found = /^#(?:(\d+)\/)?(\d+)-(\d+)$/.exec(location.hash);
    if (!found) return;
    const number = Number(found[1] ?? 0);
    if (!documents[number]) return;
    if (number !== this.document) this.show(number);
    const figures = this.doc.at([Number(found[2]), Number(found[3])]);
    const figure = figures.find((f) => f.span[0] === Number(found[2])) ?? figures[0];
    if (figure && figure.index !== this.figure) this.choose(figure.index, "link");
  }
}

/** Scroll this page alone: within a frame, `scrollIntoView` would take the page around it along. */
function within(mark: Element, share: number): void {
  const go = () => scrollBy({ top: mark.getBoundingClientRect().top - innerHeight * share, behavior: "instant" });
  go();
  requestAnimationFrame(go); // what was not laid out before may be taller than was guessed
}

/** "2024-04" as 2024年4月; nothing for what is no period. */
function period(said: string): string | null {
  if (said.includes("/")) {
    const [from, to] = said.split("/").map(period);
    return from && to && `${from}至${to}`;
  }
  const [, year, part, day] = /^(\d{4})(?:-(\d\d|Q[1-4]|H[12]))?(?:-(\d\d))?$/.exec(said) ?? [];
  if (!year) return null;
  if (!part) return `${year}年`;
  if (part[0] === "Q") return `${year}年第${"一二三四"[Number(part[1]) - 1]}季度`;
  if (part[0] === "H") return `${year}年${part[1] === "1" ? "上" : "下"}半年`;
  return `${year}年${Number(part)}月${day ? `${Number(day)}日` : ""}`;
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/;

/** The value of a number that is written in place of another: "43,067" for "43,607", "1.3" for "1.41 million". */
export function reckoned(said: string, there: string, value: string): Fraction | null {
  const [now, old] = [NUMBER.exec(said.replace(/[０-９]/g, (c) => String(c.charCodeAt(0) - 65296))), NUMBER.exec(there)];
  if (!now) return null;
  const own = read(now[0].replaceAll(",", ""));
  const was = old ? read(old[0].replaceAll(",", "")) : NOUGHT;
  if (was.n === 0n) return own;
  const whole = read(value);
  const made = { n: own.n * whole.n * was.d, d: own.d * whole.d * (was.n < 0n ? -was.n : was.n) };
  return read(`${made.n}/${made.d}`);
}

export const view = new State();
