// What the page was handed: the exchange form of each report, and the words of the interface.

import type { Certificate } from "./solver";

export type Span = [number, number];
export type Culprit = { span: Span; suggested: string | null; lo: string | null; hi: string | null; slip: string };
export type Evidence = { source: string; span: Span; text: string; page?: number; cell?: string };
type Entry = { spans: Span[]; certificate?: Certificate | null; because?: string[] };
type Relation = Entry & { kind: string; status: string; origin: string; arithmetic: string; reason?: string };
type Finding = Entry & {
  code: string;
  name: string;
  kind: string;
  severity: string;
  message: string;
  arithmetic: string;
  culprits: Culprit[];
  margin: string | null;
  evidence: Evidence[];
};
type Derived = Entry & { label: string; lo: string | null; hi: string | null; unit: string };
export type Fact = { type: string; fields: Record<string, unknown>; spans: Span[]; via: string };
export type Figure = { span: Span; status: string; index: number };
export type Claim = {
  index: number;
  type: "relation" | "finding" | "derived";
  kind: string;
  status: string;
  says: string;
  value: string; // of an implied figure, which `says` only names
  spans: Span[];
  because: string[];
  certificate: Certificate | null;
  outside: boolean;
  unit?: string;
  finding?: Finding;
};

type Raw = {
  name: string;
  lang: string;
  relations: Relation[];
  findings: Finding[];
  derived: Derived[];
  facts: Fact[];
  figures: [number, number, string][];
  leaves: Span[];
  zh: Record<string, string>;
  ticks: Record<string, string>; // of a kind of relation, or the code of a finding: its mark
};
type Pair = [string, string];
type Data = { documents: Raw[]; said: { words: Record<string, Pair>; status: Record<string, Pair>; kind: Record<string, Pair>; fact: Record<string, Pair>; slip: Record<string, Pair>; value: Record<string, Pair>; field: Record<string, Pair>; tick: Record<string, Pair> } };

export const data = JSON.parse(document.getElementById("data")?.textContent ?? "{}") as Data;

export const over = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** What a record has under a key that may be any word of a text, "constructor" too. */
export const own = <T>(record: Record<string, T>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

export class Document {
  readonly name: string;
  readonly lang: string;
  readonly figures: Figure[];
  readonly claims: Claim[];
  readonly facts: Fact[];
  readonly leaves: Span[];
  readonly zh: Record<string, string>;
  readonly ticks: Record<string, string>;
  private readonly by = new Map<number, Claim[]>(); // figure > its claims, the gravest first

  constructor(raw: Raw) {
    this.name = raw.name;
    this.lang = raw.lang;
    this.facts = raw.facts;
    this.leaves = raw.leaves;
    this.zh = raw.zh;
    this.ticks = raw.ticks;
    this.figures = raw.figures.map(([start, end, status], index) => ({ span: [start, end], status, index }));
    const claims: Omit<Claim, "index">[] = [
      ...raw.findings.map((f) => ({ ...told(f), type: "finding" as const, kind: f.kind, status: f.severity, says: f.message, value: "", outside: f.evidence.length > 0, finding: f })),
      ...raw.relations
        .filter((r) => r.status !== "contradicted")
        .map((r) => ({ ...told(r), type: "relation" as const, kind: r.kind, status: r.status, says: r.arithmetic || r.reason || "", value: "", outside: r.origin === "outside", because: r.reason ? [r.reason] : (r.because ?? []) })),
      ...raw.derived.map((d) => ({ ...told(d), type: "derived" as const, kind: "implied", status: "implied", says: d.label, value: spread(d), unit: ["percent", ""].includes(d.unit) ? "" : d.unit, outside: false })),
    ];
    this.claims = claims.map((claim, index) => ({ ...claim, index }));
    for (const claim of this.claims) {
      const spans = [...claim.spans, ...(claim.finding?.culprits ?? []).map((c) => c.span), ...(claim.certificate?.printed ?? []).map((p) => p.span)];
      const own = new Set(spans.flatMap((span) => this.at(span).map((figure) => figure.index)));
      for (const figure of own) this.by.set(figure, [...(this.by.get(figure) ?? []), claim]);
    }
  }

  claimsOf(figure: number): Claim[] {
    return this.by.get(figure) ?? [];
  }

  /** The mark in the margin, and how it stands there. */
  tick(claim: Claim): [string, string] {
    if (claim.type === "derived") return ["i", "note"];
    const stands = { error: "bad", query: "ask", note: "ask", contradicted: "ask", holds: "ok", holds_rounded: "ok" }[claim.status];
    return [own(this.ticks, claim.finding?.code ?? claim.kind) ?? "", stands ?? "open"];
  }

  /** The figures that touch a stretch of the text. */
  at(span: Span): Figure[] {
    let [low, high] = [0, this.figures.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.figures[middle].span[0] < span[1]) low = middle + 1;
      else high = middle;
    }
    const found: Figure[] = [];
    for (let i = low - 1; i >= 0 && i >= low - 8; i--) if (over(this.figures[i].span, span)) found.unshift(this.figures[i]);
    return found;
  }
}

const told = (entry: Entry) => ({ spans: entry.spans, certificate: entry.certificate ?? null, because: entry.because ?? [] });

export const grouped = (said: string): string => said.replace(/^(-?)(\d+)/, (_, sign, whole) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** What people need of a large number: its whole part, rounded away from the range that it ends. */
function rounded(said: string, up: boolean): string {
  const [whole, rest] = said.split(".");
  if (rest === undefined || whole.replace("-", "").length < 4) return grouped(said);
  return grouped(String(BigInt(whole) + (said.startsWith("-") ? (up ? 0n : -1n) : up ? 1n : 0n)));
}

function spread(d: Derived): string {
  const unit = d.unit === "percent" ? "%" : "";
  if (d.lo === null || d.hi === null) return d.lo === null ? `≤ ${grouped(d.hi ?? "")}${unit}` : `≥ ${grouped(d.lo)}${unit}`;
  return (d.lo === d.hi ? grouped(d.lo) : `${rounded(d.lo, false)} … ${rounded(d.hi, true)}`) + unit;
}

export const documents = data.documents.map((raw) => new Document(raw));
