/**
 * Standard normal distribution: density, share below and share above.
 *
 * In    z            standard deviations, any real; ±Infinity give 1 and 0
 * Out   share        Φ(z), in [0, 1]; above: 1 − Φ(z) without loss for large z; density φ(z)
 *
 * Source: W. J. Cody, "Rational Chebyshev Approximations for the Error Function", Mathematics of Computation 23 (1969)
 *   631–637, doi:10.1090/S0025-5718-1969-0247736-4, with the coefficients for Φ that R's pnorm uses.
 * Checked against: scipy.stats.norm.cdf and sf (1.17.1), relative 2e-13 from −37 to 37; the quadrature of
 *   vectors/forecast_backlog_scores.json.
 */
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

export const normalShare = (z: number): number => (z < 0 ? upper(-z) : 1 - upper(z));

export const normalAbove = (z: number): number => (z < 0 ? 1 - upper(-z) : upper(z));

/** 1 − Φ(x) for x ≥ 0. */
const upper = (x: number): number => {
  if (x <= 0.67448975) {
    const s = x * x;
    return 0.5 - x * ratio(s, CENTRE, CENTRE_UNDER, CENTRE_LEAD);
  }
  if (x > 38.6) return 0;
  // exp(−x²/2) in two parts, so that rounding x² does not show.
  const whole = Math.trunc(x * 16) / 16;
  const scale = Math.exp(-whole * whole * 0.5) * Math.exp(-(x - whole) * (x + whole) * 0.5);
  if (x <= Math.sqrt(32)) return scale * ratio(x, TAIL, TAIL_UNDER, TAIL_LEAD);
  const s = 1 / (x * x);
  return (scale * (1 / Math.sqrt(2 * Math.PI) - s * ratio(s, FAR, FAR_UNDER, FAR_LEAD))) / x;
};

/** A ratio of polynomials written highest power first; both under-polynomials are monic. */
const ratio = (x: number, over: readonly number[], under: readonly number[], lead: number): number => {
  let a = lead * x;
  let b = x;
  const last = over.length - 1;
  for (let i = 0; i < last; i++) {
    a = (a + over[i]!) * x;
    b = (b + under[i]!) * x;
  }
  return (a + over[last]!) / (b + under[last]!);
};

const CENTRE_LEAD = 0.065682337918207449113;
const CENTRE = [2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249];
const CENTRE_UNDER = [47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956];
const TAIL_LEAD = 1.0765576773720192317e-8;
const TAIL = [
  0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326,
  11602.651437647350124, 9842.7148383839780218,
];
const TAIL_UNDER = [
  22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755, 18615.571640885098091, 34900.952721145977266,
  38912.003286093271411, 19685.429676859990727,
];
const FAR_LEAD = 0.02307344176494017303;
const FAR = [0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466, 2.9112874951168792e-5];
const FAR_UNDER = [1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244, 7.29751555083966205e-5];
