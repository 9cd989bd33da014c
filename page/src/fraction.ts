// Exact numbers: fractions of big integers in lowest terms, as Python's `Fraction`.

export type Fraction = { readonly n: bigint; readonly d: bigint };

export function fraction(n: bigint, d = 1n): Fraction {
  if (d < 0n) [n, d] = [-n, -d];
  let [a, b] = [n < 0n ? -n : n, d];
  while (b) [a, b] = [b, a % b];
  return a > 1n ? { n: n / a, d: d / a } : { n, d };
}

export const NOUGHT = fraction(0n);
export const ONE = fraction(1n);

/** "12", "-2.5", "1/3" */
export function read(said: string): Fraction {
  const [top, bottom = "1"] = said.split("/");
  const [whole, decimals = ""] = top.split(".");
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length) * BigInt(bottom));
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const sub = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d });
export const mul = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const div = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const neg = (a: Fraction): Fraction => ({ n: -a.n, d: a.d });
export const sign = (a: Fraction): number => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0);
export const same = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d;

export function compare(a: Fraction, b: Fraction): number {
  const [x, y] = [a.n * b.d, b.n * a.d];
  return x < y ? -1 : x > y ? 1 : 0;
}

export function floor(a: Fraction): bigint {
  const q = a.n / a.d;
  return a.n % a.d !== 0n && a.n < 0n ? q - 1n : q;
}

export const ceil = (a: Fraction): bigint => -floor(neg(a));

/** Near enough to draw with; the big integers may be too long for a number. */
export function approximate(a: Fraction): number {
  const whole = Number(a.n) / Number(a.d);
  return Number.isFinite(whole) ? whole : Number((a.n * 1000000n) / a.d) / 1e6;
}

/** In decimals, grouped: 43,067 or 0.305; not more than nine places. */
export function written(a: Fraction, places = 9): string {
  const scale = 10n ** BigInt(places);
  const rounded = floor(add(mul(a.n < 0n ? neg(a) : a, fraction(scale)), fraction(1n, 2n)));
  const whole = (rounded / scale).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = (rounded % scale).toString().padStart(places, "0").replace(/0+$/, "");
  return (a.n < 0n && rounded ? "-" : "") + whole + (rest && places ? `.${rest}` : "");
}
