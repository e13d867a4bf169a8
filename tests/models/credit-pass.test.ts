/** The one pass over many deals gives what each deal gives by itself, to the cent, under every model and every cut. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { creditPass, slotsOf } from '../../src/models/attribution/credit-pass.ts';
import { plainJourney } from '../../src/models/attribution/journey.ts';
import { keyPass } from '../../src/models/attribution/key-pass.ts';
import { MODELS } from '../../src/models/attribution/models.ts';
import { pathsOfWalks } from '../../src/models/attribution/walk-paths.ts';
import { NEVER, SOURCES, sourcedOf } from '../../src/models/attribution/sourced.ts';
import { DIRECT, LEAD, OPENED, SALES, walkTo, type Walks, type Won } from '../../src/models/attribution/walks.ts';
import { creditMinor } from '../../src/models/attribution/weights.ts';

const HALF_LIFE = 21;

const touch = fc.record({ unit: fc.nat({ max: 4 }), age: fc.nat({ max: 400 }), bits: fc.nat({ max: 127 }) });
const company = fc.record({
  outcomes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
  deals: fc.array(
    fc.record({
      touches: fc.array(touch, { maxLength: 9 }),
      minor: fc.option(fc.integer({ min: -50_000, max: 9_000_000 }), { nil: Number.NaN }),
      won: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
});
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never;

const walksOf = ({ deals }: Company): Walks => {
  const all = deals.flatMap(({ touches }) => touches.toSorted((a, b) => b.age - a.age));
  const start = new Int32Array(deals.length + 1);
  deals.forEach(({ touches }, d) => (start[d + 1] = start[d]! + touches.length));
  return {
    start,
    unit: Uint16Array.from(all, (t) => t.unit),
    age: Uint16Array.from(all, (t) => t.age),
    bits: Uint8Array.from(all, (t) => t.bits),
  };
};
const wonOf = ({ deals }: Company): Won => {
  const won = [...deals.keys()].filter((d) => deals[d]!.won);
  return { deal: Int32Array.from(won), minor: Float64Array.from(won, (d) => deals[d]!.minor) };
};

test('every model, by unit, is the sum of its deals, to the cent; each sums to what was sold', () => {
  fc.assert(
    fc.property(company, (given) => {
      const [walks, won] = [walksOf(given), wonOf(given)];
      const one = given.outcomes.map(() => 1);
      const pass = creditPass(walks, won, one, MODELS, HALF_LIFE);
      MODELS.forEach((model, m) => {
        const minor = new Float64Array(5);
        let sold = 0;
        won.deal.forEach((d, i) => {
          const journey = plainJourney(1);
          if (!walkTo(walks, d, journey)) return;
          if (Number.isNaN(won.minor[i]!)) return;
          sold += won.minor[i]!;
          creditMinor(model, won.minor[i]!, journey, HALF_LIFE).forEach((part, t) => (minor[walks.unit[walks.start[d]! + t]!]! += part));
        });
        deepEqual(
          [...pass.minor.subarray(m * 5, m * 5 + 5)].map((x) => x + 0),
          [...minor].map((x) => x + 0),
        );
        equal(
          pass.minor.subarray(m * 5, m * 5 + 5).reduce((sum, x) => sum + x, 0),
          sold,
        );
      });
    }),
  );
});

test('outcomes of one priority share a touch to the cent, and no model loses anything to them', () => {
  fc.assert(
    fc.property(company, (given) => {
      const [walks, won] = [walksOf(given), wonOf(given)];
      const whole = creditPass(
        walks,
        won,
        given.outcomes.map(() => 1),
        MODELS,
        HALF_LIFE,
      );
      const shared = creditPass(walks, won, given.outcomes, MODELS, HALF_LIFE);
      const slots = shared.slot[5]!;
      MODELS.forEach((_, m) => {
        given.outcomes.forEach((n, u) => {
          let sum = 0;
          for (let nth = 0; nth < n; nth += 1) sum += shared.minor[m * slots + shared.slot[u]! + nth]!;
          equal(sum, whole.minor[m * 5 + u]! + 0);
        });
      });
    }),
  );
});

test('key touches are read off what is known of each touch', () => {
  const walks: Walks = {
    start: Int32Array.of(0, 0, 3),
    unit: Uint16Array.of(0, 0, 0),
    age: Uint16Array.of(9, 5, 1),
    bits: Uint8Array.of(LEAD | OPENED, OPENED, DIRECT),
  };
  const journey = plainJourney(1);
  equal(walkTo(walks, 0, journey), false);
  equal(walkTo(walks, 1, journey), true);
  deepEqual([journey.n, journey.lead, journey.opened, journey.nonDirect, journey.from], [3, 0, 1, 1, 0]);
});

test('deals, touches, influenced and sourced by key are those of counting each deal', () => {
  const keysOf = fc.array(fc.array(fc.nat({ max: 2 }), { maxLength: 2 }), { minLength: 15, maxLength: 15 });
  fc.assert(
    fc.property(company, keysOf, fc.array(fc.integer({ min: -1, max: 30 }), { minLength: 12, maxLength: 12 }), (given, keyed, known) => {
      const [walks, bare] = [walksOf(given), wonOf(given)];
      const won = {
        ...bare,
        source: Uint8Array.from(bare.deal, (_, i) => Math.abs(known[i]!) % 3),
        salesAge: Int32Array.from(bare.deal, (_, i) => (known[i]! < 0 ? NEVER : known[i]! * 10)),
      };
      const slot = slotsOf(given.outcomes);
      const lists = keyed.slice(0, slot[5]);
      const first = Int32Array.from([0, ...lists.map((_, s) => lists.slice(0, s + 1).flat().length)]);
      const found = keyPass(
        walks,
        won,
        sourcedOf(walks, won),
        slot,
        { first, key: Int32Array.from(lists.flat()), keys: 3 },
        Uint8Array.of(0, 1, 0),
      );
      const mineOf = (k: number) => {
        const under = (u: number): boolean =>
          lists
            .slice(slot[u], slot[u + 1])
            .flat()
            .includes(k);
        return [...won.deal.keys()].map((i) => {
          const [from, to] = [walks.start[won.deal[i]!]!, walks.start[won.deal[i]! + 1]!];
          const units = [...walks.unit.subarray(from, to)];
          const opener = [...walks.bits.subarray(from, to)].findIndex((bits) => (bits & SALES) === 0);
          return {
            minor: Number.isNaN(won.minor[i]!) ? 0 : won.minor[i]!,
            priced: !Number.isNaN(won.minor[i]!),
            touches: units.filter(under).length,
            first: units.length > 0 && under(units[0]!),
            last: units.length > 0 && under(units.at(-1)!),
            opens: opener >= 0 && under(units[opener]!),
            sourced: {
              'lead-source': won.source[i] === 0,
              'first-touch': opener === 0,
              'before-sales': opener >= 0 && (known[i]! < 0 || walks.age[from + opener]! >= known[i]! * 10),
            },
          };
        });
      };
      for (let k = 0; k < 3; k += 1) {
        const mine = mineOf(k);
        const sum = (of: typeof mine): number => of.reduce((total, { minor }) => total + minor, 0);
        equal(found.deals[k], mine.filter((d) => d.touches > 0).length);
        equal(found.priced[k], mine.filter((d) => d.touches > 0 && d.priced).length);
        equal(
          found.touches[k],
          mine.reduce((total, d) => total + d.touches, 0),
        );
        equal(found.influenced[k]! + 0, sum(mine.filter((d) => d.touches > 0)) + 0);
        equal(found.firsts[k], mine.filter((d) => d.first).length);
        equal(found.lasts[k], mine.filter((d) => d.last).length);
        for (const source of SOURCES)
          equal(found.sourced[source][k]! + 0, sum(mine.filter((d) => d.opens && d.sourced[source])) + 0, source);
        if (k === 1) equal(found.flagged, mine.filter((d) => d.touches > 0 && d.priced).length);
      }
    }),
  );
});

test('walks become paths; touches of units without a key are passed over', () => {
  const walks: Walks = {
    start: Int32Array.of(0, 2, 3),
    unit: Uint16Array.of(0, 1, 1),
    age: Uint16Array.of(3, 2, 1),
    bits: new Uint8Array(3),
  };
  const paths = pathsOfWalks(
    walks,
    { deal: Int32Array.of(1, 0), won: Uint8Array.of(1, 0), minor: Float64Array.of(50, 0) },
    Int32Array.of(-1, 7),
    8,
  );
  deepEqual(
    [[...paths.start], [...paths.key], [...paths.won], [...paths.lost], [...paths.value]],
    [
      [0, 1, 2],
      [7, 7],
      [1, 0],
      [0, 1],
      [50, 0],
    ],
  );
});
