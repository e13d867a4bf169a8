/**
 * Gamma distribution with mean scaled out: the shares below and above x = a·e^u of a gamma variate with shape a and scale 1.
 *
 * stirlingError   ln Γ(a) − (a − ½) ln a + a − ½ ln 2π, the error of Stirling's formula
 * expm1Less       e^u − 1 − u without loss near 0
 * gammaTails      P(a, a·e^u) below and Q(a, a·e^u) above; both in [0, 1], each to full relative precision where it is small
 * chiSquareAbove  share of a χ² variate with `df` degrees of freedom above x
 *
 * In    a > 0; u any real (x = a·e^u)
 * Throws RangeError   a or df not > 0
 *
 * Given as u = ln(x/a) because the generalised gamma has it at hand and x/a − 1 − ln(x/a) then loses nothing where it is small.
 *
 * Source: series and continued fraction, DLMF 8.7.1 and 8.9.2 (Lentz's method); for a ≥ 100 near the middle the uniform
 *   expansion of N. M. Temme, SIAM J. Math. Anal. 10 (1979) 757–766, doi:10.1137/0510071, its coefficients from his recursion
 *   in rational arithmetic.
 * Checked against: scipy.special.gammainc, gammaincc (1.17.1), relative 1e-12; scipy.stats.chi2.sf.
 */
import { normalAbove } from './normal-share.ts';

export const stirlingError = (a: number): number => {
  if (!(a > 0)) throw new RangeError(`stirlingError: a > 0 wanted, got ${a}`);
  if (a >= 15) return farError(a);
  // ln Γ(a) = ln Γ(b) − ln a(a + 1)…(b − 1), with b = a + a few, where the series holds.
  let [b, product] = [a, 1];
  while (b < 15) product *= b++;
  return farError(b) + (b - 0.5) * Math.log(b) - b - Math.log(product) - (a - 0.5) * Math.log(a) + a;
};

const farError = (a: number): number => {
  const s = 1 / (a * a);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / a;
};

export const expm1Less = (u: number): number => {
  if (Math.abs(u) > 0.3) return Math.expm1(u) - u;
  let term = (u * u) / 2;
  let sum = term;
  for (let n = 3; n < 20 && Math.abs(term) > 1e-18 * sum; n++) {
    term *= u / n;
    sum += term;
  }
  return sum;
};

export type Tails = { readonly below: number; readonly above: number };

export const gammaTails = (a: number, u: number): Tails => {
  if (!(a > 0)) throw new RangeError(`gammaTails: a > 0 wanted, got ${a}`);
  const depth = a * expm1Less(u);
  if (!(depth < 745)) return u < 0 ? { below: 0, above: 1 } : { below: 1, above: 0 };
  const eta = Math.sign(u) * Math.sqrt((2 * depth) / a);
  if (a >= 100 && Math.abs(eta) < 1) return temme(a, eta);
  // x^a e^−x / Γ(a)
  const front = Math.exp(-depth - stirlingError(a)) * Math.sqrt(a / (2 * Math.PI));
  const x = a * Math.exp(u);
  if (x < a + 1) {
    const below = Math.min(1, front * series(a, x));
    return { below, above: 1 - below };
  }
  const above = Math.min(1, front * fraction(a, x));
  return { below: 1 - above, above };
};

export const chiSquareAbove = (x: number, df: number): number => {
  if (!(df > 0)) throw new RangeError(`chiSquareAbove: df > 0 wanted, got ${df}`);
  return x <= 0 ? 1 : gammaTails(df / 2, Math.log(x / df)).above;
};

const series = (a: number, x: number): number => {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 5000 && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
};

const fraction = (a: number, x: number): number => {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 5000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    const delta = c * d;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-16) break;
  }
  return h;
};

const temme = (a: number, eta: number): Tails => {
  let sum = 0;
  for (let k = TEMME.length - 1; k >= 0; k--) sum = sum / a + TEMME[k]!.reduceRight((s, c) => s * eta + c, 0);
  const rest = (Math.exp((-a * eta * eta) / 2) / Math.sqrt(2 * Math.PI * a)) * sum;
  const z = eta * Math.sqrt(a);
  return { below: normalAbove(-z) - rest, above: normalAbove(z) + rest };
};

/** Row k: the power series of Temme's c_k in η. */
const TEMME: readonly (readonly number[])[] = [
  [
    -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073, 0.0003527336860670194, -0.0001787551440329218,
    3.919263178522438e-5, -2.185448510679992e-6, -1.85406221071516e-6, 8.296711340953087e-7, -1.7665952736826078e-7, 6.707853543401498e-9,
    1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10, -2.5514193994946248e-11, -5.830772132550426e-11,
    2.4361948020667415e-11, -5.0276692801141755e-12, 1.1004392031956135e-13, 3.371763262400985e-13, -1.392388722418162e-13,
    2.8534893807047445e-14, -5.139111834242572e-16,
  ],
  [
    -0.001851851851851852, -0.003472222222222222, 0.0026455026455026454, -0.0009902263374485596, 0.00020576131687242798,
    -4.018775720164609e-7, -1.8098550334489977e-5, 7.64916091608111e-6, -1.6120900894563446e-6, 4.647127802807434e-9, 1.378633446915721e-7,
    -5.752545603517705e-8, 1.1951628599778148e-8, -1.7543241719747647e-11, -1.0091543710600413e-9, 4.162792991842583e-10,
    -8.56390702649298e-11, 6.067215101604758e-14, 7.1624989648114856e-12, -2.933186643771437e-12,
  ],
  [
    0.004133597883597883, -0.0026813271604938273, 0.0007716049382716049, 2.0093878600823047e-6, -0.0001073665322636516,
    5.2923448829120125e-5, -1.2760635188618728e-5, 3.423578734096138e-8, 1.3721957309062934e-6, -6.298992138380055e-7,
    1.4280614206064242e-7, -2.0477098421990866e-10, -1.409252991086752e-8, 6.228974084922022e-9, -1.3670488396617114e-9,
    9.428356159014678e-13,
  ],
  [
    0.0006494341563786008, 0.00022947209362139917, -0.0004691894943952557, 0.00026772063206283885, -7.561801671883977e-5,
    -2.396505113867297e-7, 1.1082654115347302e-5, -5.6749528269915965e-6, 1.4230900732435883e-6, -2.7861080291528143e-11,
    -1.6958404091930278e-7, 8.099464905388083e-8,
  ],
  [
    -0.0008618882909167117, 0.0007840392217200666, -0.0002990724803031902, -1.4638452578843418e-6, 6.641498215465122e-5,
    -3.968365047179435e-5, 1.1375726970678419e-5, 2.507497226237533e-10,
  ],
];
