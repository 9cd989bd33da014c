// What follows from a certificate: the same steps as `crossfoot.proof`, so that a number can be changed in the page.
// tests/views/test_page_solver.py holds the two against each other.

import { type Fraction, NOUGHT, ONE, add, compare, div, floor, fraction, mul, neg, read, same, sub } from "./fraction";
import {
  EVERYTHING, type Interval, bounded, contains, equal, exactly, hull, interval, isExact, least, meet, minus, over, plus,
  scaled, times, wholly,
} from "./interval";

export type Ends = { low?: string; high?: string; low_open?: boolean; high_open?: boolean };
export type Shown = {
  figure: number;
  span: [number, number];
  value: string[];
  strict?: Ends;
  default?: Ends;
  loose?: Ends;
  used?: Ends;
  aside?: boolean;
};
export type Term = number | string | [string, ...unknown[]];
export type Reading = [string, Term, Term];
export type Certificate = {
  conclusion: string;
  figures: { label: string; base?: Ends; whole?: boolean; unsaid?: boolean }[];
  printed: Shown[];
  claims: { kind: string; readings: Reading[] }[];
  figure?: number;
};
export type Level = "strict" | "default" | "loose";
export type Outcome = "holds" | "holds_rounded" | "query" | "fails";

const LEVELS: Level[] = ["strict", "default", "loose"];
const [ROUNDS, PICKS] = [100, 1000];
const HAIR = fraction(10n ** 9n);
type Linear = { terms: Map<number, Fraction>; constant: Fraction };

export function ends(said: Ends = {}): Interval {
  const end = (text?: string) => (text === undefined || text === null ? null : read(text));
  return interval(end(said.low), end(said.high), !!said.low_open, !!said.high_open);
}

/** What a printing may stand for at a level; one that is left out is as the next stricter one, or else a looser one
 *  (a certificate holds only the levels that its conclusion needs). */
export function at(shown: Shown, level: Level): Interval {
  if (shown.used || shown.aside) return ends(shown.used);
  for (let i = LEVELS.indexOf(level); i >= 0; i--) if (shown[LEVELS[i]]) return ends(shown[LEVELS[i]]);
  return ends(shown.default ?? shown.loose);
}

export class System {
  ranges: (Interval | null)[];
  private whole: boolean[];
  private picks = PICKS;
  private linear: { terms: [number, Fraction][]; constant: Fraction; op: string }[] = [];
  private products: [number, number, number][] = [];
  private means: { made: number; values: number[]; weights: number[] }[] = [];

  constructor(certificate: Certificate, level: Level, readings: Reading[], frees: number[] = []) {
    this.ranges = certificate.figures.map((figure) => ends(figure.base));
    this.whole = certificate.figures.map((figure) => !!figure.whole);
    certificate.printed.forEach((shown, i) => {
      if (!frees.includes(i)) this.meet(shown.figure, at(shown, level));
    });
    for (const [op, left, right] of readings) {
      const { terms, constant } = sum([ONE, this.term(left)], [neg(ONE), this.term(right)]);
      this.linear.push({ terms: [...terms, ...this.fresh(exactly(NOUGHT)).terms], constant, op });
    }
  }

  private term(term: Term): Linear {
    if (typeof term === "number") return { terms: new Map([[term, ONE]]), constant: NOUGHT };
    if (typeof term === "string") return { terms: new Map(), constant: read(term) };
    const [op, ...rest] = term;
    if (op === "weekday") return { terms: new Map(), constant: fraction(BigInt(weekday(rest[0] as string))) };
    if (op === "within") return this.fresh(ends({ low: rest[0] as string, high: rest[1] as string }));
    if (op === "mean") {
      const [values, weights] = (rest as Term[][]).map((side) => side.map((t) => this.figure(this.term(t))));
      return this.mean(values, weights);
    }
    const parts = (rest as Term[]).map((t) => this.term(t));
    if (op === "+") return sum(...parts.map((part): [Fraction, Linear] => [ONE, part]));
    if ((op !== "*" && op !== "/") || parts.length !== 2) throw new Error(`${op}: no such term`);
    const [one, other] = parts[1].terms.size || op === "/" ? parts : [parts[1], parts[0]];
    if (op === "*" && !one.terms.size) return sum([one.constant, other]);
    if (op === "/" && !other.terms.size) return sum([div(ONE, other.constant), one]);
    const made = this.fresh(EVERYTHING);
    const key = [...made.terms.keys()][0];
    const [left, right] = [this.figure(one), this.figure(other)];
    this.products.push(op === "*" ? [key, left, right] : [left, key, right]);
    return made;
  }

  private mean(values: number[], weights: number[]): Linear {
    const made = this.fresh(EVERYTHING);
    this.means.push({ made: [...made.terms.keys()][0], values, weights });
    const away = values.map((v) =>
      this.figure(sum([ONE, { terms: new Map([[v, ONE]]), constant: NOUGHT }], [neg(ONE), made])),
    );
    const parts = values.map(() => [...this.fresh(EVERYTHING).terms.keys()][0]);
    parts.forEach((part, i) => this.products.push([part, weights[i], away[i]]));
    this.linear.push({ terms: parts.map((part) => [part, ONE]), constant: NOUGHT, op: "==" });
    return made;
  }

  private fresh(range: Interval): Linear {
    this.ranges.push(range);
    this.whole.push(false);
    return { terms: new Map([[this.ranges.length - 1, ONE]]), constant: NOUGHT };
  }

  private figure(of: Linear): number {
    const entries = [...of.terms];
    if (entries.length === 1 && same(entries[0][1], ONE) && same(of.constant, NOUGHT)) return entries[0][0];
    const key = [...this.fresh(EVERYTHING).terms.keys()][0];
    this.linear.push({ terms: [...entries, [key, neg(ONE)]], constant: of.constant, op: "==" });
    return key;
  }

  private meet(key: number, range: Interval): boolean {
    const was = this.ranges[key];
    let now = was && meet(was, range);
    if (now && this.whole[key]) now = wholly(now);
    this.ranges[key] = now;
    if (!now || !was || equal(now, was) || !bounded(was)) return !(now === was || (now && was && equal(now, was)));
    const width = (r: Interval) => sub(r.high as Fraction, r.low as Fraction);
    return compare(mul(sub(width(was), width(now)), HAIR), width(was)) >= 0;
  }

  propagate(): boolean {
    for (let round = 0; round < ROUNDS; round++) {
      if (this.ranges.includes(null)) return false;
      let moved = false;
      for (const [key, range] of this.narrower()) {
        moved = this.meet(key, range) || moved;
        if (this.ranges[key] === null) return false;
      }
      if (!moved) break;
    }
    return true;
  }

  private *narrower(): Generator<[number, Interval]> {
    const r = this.ranges as Interval[];
    for (const { terms, constant, op } of this.linear) {
      const sizes = terms.map(([key, factor]) => scaled(r[key], factor));
      const before = [exactly(constant)];
      for (const size of sizes) before.push(plus(before[before.length - 1], size));
      const after = [exactly(NOUGHT)];
      for (const size of [...sizes].reverse()) after.unshift(plus(after[0], size));
      for (let i = 0; i < terms.length; i++) {
        let left = minus(plus(before[i], after[i + 1]));
        if (op !== "==") left = interval(null, left.high, false, left.highOpen || op === "<");
        yield [terms[i][0], scaled(left, div(ONE, terms[i][1]))];
      }
    }
    for (const [made, one, other] of this.products) {
      yield [made, times(r[one], r[other])];
      yield [one, over(r[made], r[other])];
      yield [other, over(r[made], r[one])];
    }
    for (const { made, values, weights } of this.means)
      yield* this.bounds(made, values.map((v) => r[v]), weights.map((w) => r[w]), values);
  }

  private *bounds(made: number, own: Interval[], by: Interval[], values: number[]): Generator<[number, Interval]> {
    if (by.some((w) => w.low === null || w.low.n < 0n || (w.high !== null && w.high.n === 0n))) return;
    yield [made, hull(own)];
    if (![...own, ...by].every(bounded)) return;
    const means: Fraction[][] = [[], []];
    for (const side of [0, 1]) {
      const pairs = own.map((v, i): [Fraction, Interval] => [(side ? v.high : v.low) as Fraction, by[i]]);
      pairs.sort((p, q) => compare(p[0], q[0]));
      for (let most = 0; most <= pairs.length; most++) {
        const weighed = pairs.map(([v, w], i): [Fraction, Fraction] => [v, ((i < most) !== !!side ? w.high : w.low) as Fraction]);
        const total = weighed.reduce((a, [, w]) => add(a, w), NOUGHT);
        if (total.n) means[side].push(div(weighed.reduce((a, [v, w]) => add(a, mul(v, w)), NOUGHT), total));
      }
    }
    yield [made, interval(least(means[0], 1), least(means[1], -1))];
    const parts = own.map((v, i) => times(v, by[i]));
    for (let i = 0; i < values.length; i++) {
      const mean = this.ranges[made];
      if (!mean || (by[i].low as Fraction).n <= 0n) continue;
      const rest = times(mean, by.reduce(plus, exactly(NOUGHT)));
      const others = parts.filter((_, j) => j !== i).reduce(plus, exactly(NOUGHT));
      yield [values[i], over(plus(rest, minus(others)), by[i])];
    }
  }

  satisfied(): boolean {
    if (!this.propagate()) return false;
    const kept = [...this.ranges] as Interval[];
    const left = kept.map((_, k) => k).filter((k) => !isExact(kept[k]));
    if (!left.length) return true;
    const width = (k: number) => sub(kept[k].high as Fraction, kept[k].low as Fraction);
    let key = left[0];
    const narrow = left.filter((k) => bounded(kept[k]));
    if (narrow.length)
      key = narrow.reduce((a, b) => {
        const order = Number(!this.whole[b]) - Number(!this.whole[a]) || compare(width(b), width(a));
        return order < 0 ? b : a;
      });
    for (const value of tried(kept[key], this.whole[key])) {
      this.picks--;
      this.ranges = [...kept];
      this.meet(key, exactly(value));
      if (this.picks >= 0 && this.satisfied()) return true;
    }
    return false;
  }
}

function sum(...parts: [Fraction, Linear][]): Linear {
  const terms = new Map<number, Fraction>();
  let constant = NOUGHT;
  for (const [factor, own] of parts) {
    constant = add(constant, mul(factor, own.constant));
    for (const [key, f] of own.terms) terms.set(key, add(terms.get(key) ?? NOUGHT, mul(factor, f)));
  }
  for (const [key, f] of terms) if (!f.n) terms.delete(key);
  return { terms, constant };
}

function* tried(range: Interval, whole: boolean): Generator<Fraction> {
  const { low, high } = range;
  if (low === null || high === null) {
    const from = (low?.n ? low : null) ?? (high?.n ? high : null) ?? NOUGHT;
    for (let k = 0n; k < 8n; k++) yield add(from, fraction((high === null ? 1n : -1n) * 10n ** k));
    return;
  }
  const twice = add(low, high);
  const middle = fraction(floor(div(twice, fraction(2n))));
  yield whole || compare(low, middle) < 0 ? middle : div(twice, fraction(2n));
  for (const end of [low, high]) if (contains(range, end)) yield end;
}

/** 0 is Monday. */
function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function* choices(certificate: Certificate): Generator<Reading[]> {
  let made: Reading[][] = [[]];
  for (const claim of certificate.claims) made = made.flatMap((some) => claim.readings.map((r) => [...some, r]));
  yield* made;
}

/** How the claims of a certificate stand, whatever it concluded before a number was changed. */
export function outcome(certificate: Certificate): Outcome {
  const all = [...choices(certificate)];
  const stands = (level: Level, some: Reading[][]) => some.some((r) => new System(certificate, level, r).satisfied());
  if (stands("strict", all.slice(0, 1))) return "holds";
  if (stands("default", all.slice(0, 1))) return "holds_rounded";
  if (all.some((readings) => new System(certificate, "loose", readings).propagate())) return "query";
  return "fails";
}

/** What the claims leave of a figure, at the ranges of a level, when some printings are set aside. */
export function leaves(certificate: Certificate, figure: number, level: Level, frees: number[]): Interval | null {
  const system = new System(certificate, level, certificate.claims.map((claim) => claim.readings[0]), frees);
  return system.propagate() ? system.ranges[figure] : null;
}

/** The certificate as if other numbers stood in some places of the text, as exactly printed as what stands there. */
export function changed(certificate: Certificate, edits: Map<string, Fraction>): Certificate {
  const printed = certificate.printed.map((shown): Shown => {
    const by = edits.get(shown.span.join("-"));
    if (!by) return shown;
    const value = shown.value.map((text) => said(add(read(text), by)));
    if (shown.aside) return { figure: shown.figure, span: shown.span, value, strict: { low: value[0], high: value[0] } };
    const made: Shown = { ...shown, value };
    for (const level of [...LEVELS, "used"] as const) if (shown[level]) made[level] = moved(shown[level] as Ends, by);
    return made;
  });
  return { ...certificate, printed };
}

function moved(range: Ends, by: Fraction): Ends {
  const made = { ...range };
  if (made.low != null) made.low = said(add(read(made.low), by));
  if (made.high != null) made.high = said(add(read(made.high), by));
  return made;
}

const said = (a: Fraction): string => (a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);
