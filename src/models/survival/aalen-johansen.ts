/**
 * Aalen–Johansen: the share that came by each of several ends that rule each other out (won, lost), after so many days.
 *
 * In    spells     events 1 … causes; 0 is still open
 * Out   one point per day on which anything ended, ascending
 *       none       share without any of them yet;  shares[k] that met event k + 1 by that day; they sum to 1
 *       errors[k]  standard error of shares[k]
 *
 * A lost deal will not be won: counted as "still open" it would make the share won too high. Here it stays in the whole.
 * The standard error is Greenwood's for several ends, which without delayed entry equals the infinitesimal jackknife R gives.
 *
 * Source: Aalen & Johansen, Scandinavian J. Statistics 5 (1978) 141–150; Andersen, Borgan, Gill & Keiding, Statistical Models
 *   Based on Counting Processes (1993), IV.4.
 * Checked against: R survival 3.5.3 (vectors/survival_competing_risks), shares 1e-10, errors 1e-8.
 */
import { riskTable, type Spell } from './spell.ts';

export type CompetingPoint = {
  readonly day: number;
  readonly atRisk: number;
  readonly none: number;
  readonly shares: readonly number[];
  readonly errors: readonly number[];
};

export const aalenJohansen = (spells: readonly Spell[], causes: number): CompetingPoint[] => {
  let none = 1;
  const shares = Array.from({ length: causes }, () => 0);
  // Var F(t) = Σ_u Var[ S(u−) dA_k(u) − dA(u) (F(t) − F(u)) / (1 − dA(u)) ]: a square in F(t), so three sums carry it.
  const sums = shares.map(() => [0, 0, 0]);
  return riskTable(spells, causes).map(({ day, atRisk, events }) => {
    const ended = events.reduce((a, b) => a + b, 0);
    if (ended > 0) {
      const before = none;
      none = ended === atRisk ? 0 : none * (1 - ended / atRisk);
      const cube = atRisk ** 3;
      const stays = 1 - ended / atRisk;
      const ownAll = (ended * (atRisk - ended)) / cube;
      events.forEach((d, k) => {
        shares[k]! += (before * d) / atRisk;
        const own = (d * (atRisk - d)) / cube;
        const withAll = (d * (atRisk - ended)) / cube;
        const now = shares[k]!;
        const [b, q] = [before, stays > 0 ? 1 / stays : 0];
        const sum = sums[k]!;
        sum[0]! += b * b * own + 2 * b * q * withAll * now + q * q * ownAll * now * now;
        sum[1]! -= 2 * b * q * withAll + 2 * q * q * ownAll * now;
        sum[2]! += q * q * ownAll;
      });
    }
    const errors = sums.map(([a, b, c], k) => Math.sqrt(Math.max(0, a! + b! * shares[k]! + c! * shares[k]! ** 2)));
    return { day, atRisk, none, shares: [...shares], errors };
  });
};
