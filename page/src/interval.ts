// Exact ranges, as `crossfoot.interval`: an end that is null is unbounded, an open one does not belong to the range.

import { type Fraction, NOUGHT, ONE, add, ceil, compare, div, floor, fraction, mul, neg, same, sign } from "./fraction";

export type End = Fraction | null;
export type Interval = {
  readonly low: End;
  readonly high: End;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
};

export const interval = (low: End, high: End, lowOpen = false, highOpen = false): Interval => ({
  low,
  high,
  lowOpen,
  highOpen,
});
export const EVERYTHING = interval(null, null);
export const exactly = (value: Fraction): Interval => interval(value, value);
export const bounded = (r: Interval): boolean => r.low !== null && r.high !== null;
export const isExact = (r: Interval): boolean => r.low !== null && r.high !== null && same(r.low, r.high);

const sameEnd = (a: End, b: End): boolean => (a === null || b === null ? a === b : same(a, b));
export const equal = (a: Interval, b: Interval): boolean =>
  sameEnd(a.low, b.low) && sameEnd(a.high, b.high) && a.lowOpen === b.lowOpen && a.highOpen === b.highOpen;

export function meet(a: Interval, b: Interval): Interval | null {
  const [low, lowOpen] = later(a.low, a.lowOpen, b.low, b.lowOpen, 1);
  const [high, highOpen] = later(a.high, a.highOpen, b.high, b.highOpen, -1);
  if (low !== null && high !== null) {
    const order = compare(low, high);
    if (order > 0 || (order === 0 && (lowOpen || highOpen))) return null;
  }
  return interval(low, high, lowOpen, highOpen);
}

function later(a: End, aOpen: boolean, b: End, bOpen: boolean, side: number): [End, boolean] {
  const order = a === null || b === null ? 0 : compare(b, a) * side;
  if (a === null || (b !== null && order > 0)) return [b, bOpen];
  return [a, aOpen || (b !== null && order === 0 && bOpen)];
}

export function plus(a: Interval, b: Interval): Interval {
  return interval(
    a.low === null || b.low === null ? null : add(a.low, b.low),
    a.high === null || b.high === null ? null : add(a.high, b.high),
    a.lowOpen || b.lowOpen,
    a.highOpen || b.highOpen,
  );
}

export const minus = (a: Interval): Interval =>
  interval(a.high && neg(a.high), a.low && neg(a.low), a.highOpen, a.lowOpen);

export function scaled(a: Interval, factor: Fraction): Interval {
  if (sign(factor) === 0) return exactly(NOUGHT);
  if (sign(factor) < 0) return scaled(minus(a), neg(factor));
  return interval(a.low && mul(a.low, factor), a.high && mul(a.high, factor), a.lowOpen, a.highOpen);
}

function corner(a: End, aSide: number, b: End, bSide: number): [End, number] {
  if (a !== null && b !== null) return [mul(a, b), 0];
  const side = (a === null ? aSide : sign(a)) * (b === null ? bSide : sign(b));
  return side === 0 ? [NOUGHT, 0] : [null, side];
}

function product(a: Interval, b: Interval): Interval {
  const corners: [End, number][] = [];
  for (const [x, i] of [[a.low, -1], [a.high, 1]] as [End, number][])
    for (const [y, j] of [[b.low, -1], [b.high, 1]] as [End, number][]) corners.push(corner(x, i, y, j));
  const known = corners.map(([value]) => value).filter((value): value is Fraction => value !== null);
  const low = corners.some(([value, side]) => value === null && side < 0) ? null : least(known, 1);
  const high = corners.some(([value, side]) => value === null && side > 0) ? null : least(known, -1);
  return interval(low, high);
}

export function least(values: Fraction[], side: number): End {
  let best: End = null;
  for (const value of values) if (best === null || compare(value, best) * side < 0) best = value;
  return best;
}

/** The products, with an end open where none reaches it. */
export function times(a: Interval, b: Interval): Interval {
  const made = product(a, b);
  const reached: Fraction[] = [];
  for (const [x, xOpen] of [[a.low, a.lowOpen], [a.high, a.highOpen]] as [End, boolean][])
    for (const [y, yOpen] of [[b.low, b.lowOpen], [b.high, b.highOpen]] as [End, boolean][]) {
      const x0 = x !== null && sign(x) === 0;
      const y0 = y !== null && sign(y) === 0;
      if ((x0 && !xOpen) || (y0 && !yOpen) || (x !== null && y !== null && !xOpen && !yOpen))
        reached.push(x0 || y0 ? NOUGHT : mul(x as Fraction, y as Fraction));
    }
  const open = (end: End) => end !== null && !reached.some((value) => same(value, end));
  return interval(made.low, made.high, open(made.low), open(made.high));
}

export function over(a: Interval, b: Interval): Interval {
  const turned = contains(a, NOUGHT) && contains(b, NOUGHT) ? null : inverse(b);
  if (turned === null) return EVERYTHING;
  const [low, high] = [turned.low, turned.high];
  return times(a, interval(low, high, low !== null && b.highOpen, high !== null && b.lowOpen));
}

function inverse(r: Interval): Interval | null {
  const { low, high } = r;
  if (low !== null && sign(low) > 0) return interval(high === null ? NOUGHT : div(ONE, high), div(ONE, low));
  if (high !== null && sign(high) < 0) return interval(div(ONE, high), low === null ? NOUGHT : div(ONE, low));
  const [low0, high0] = [low !== null && sign(low) === 0, high !== null && sign(high) === 0];
  if (low0 && !high0) return interval(high === null ? NOUGHT : div(ONE, high), null);
  if (high0 && !low0) return interval(null, low === null ? NOUGHT : div(ONE, low));
  return null;
}

export function contains(r: Interval, value: Fraction): boolean {
  const below = r.low === null ? 1 : compare(value, r.low);
  const above = r.high === null ? -1 : compare(value, r.high);
  return (below > 0 || (below === 0 && !r.lowOpen)) && (above < 0 || (above === 0 && !r.highOpen));
}

export function hull(ranges: Interval[]): Interval {
  const [lows, highs] = [ranges.map((r) => r.low), ranges.map((r) => r.high)];
  const all = (ends: End[]) => ends.every((end) => end !== null);
  return interval(
    all(lows) ? least(lows as Fraction[], 1) : null,
    all(highs) ? least(highs as Fraction[], -1) : null,
  );
}

/** Narrowed to the whole numbers in it; null when it holds none. */
export function wholly(r: Interval): Interval | null {
  const low = r.low === null ? null : fraction(r.lowOpen && r.low.d === 1n ? floor(r.low) + 1n : ceil(r.low));
  const high = r.high === null ? null : fraction(r.highOpen && r.high.d === 1n ? ceil(r.high) - 1n : floor(r.high));
  return low !== null && high !== null && compare(low, high) > 0 ? null : interval(low, high);
}
