import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadOf, mustLimit, shortfalls } from '../../domain/blueprint/gate.ts';
import { MOSCOW, type Moscow } from '../../domain/blueprint/priority.ts';
import type { Plan, PlanLine } from '../../domain/blueprint/plan.ts';
import { EMPTY_ROOM, type Room, type Terms } from '../../domain/workshop/room/room.ts';
import { latestStart, type Deck, type DeckCard } from './deck.ts';
import { tableOf } from './moscow.ts';

const card = (id: string, more: Partial<DeckCard> = {}): DeckCard => ({
  id,
  kind: 'request',
  ref: id,
  title: id,
  days: null,
  minor: null,
  outcomes: [],
  asked: null,
  foundational: false,
  classed: null,
  ...more,
});
const deck = (cards: readonly DeckCard[], more: Partial<Deck> = {}): Deck => ({
  cards,
  outcomes: [{ id: 'u_a', name: 'Pipeline', due: '2026-09-30', latest: '2026-08-01' }],
  capacityDays: 100,
  moneyMinor: null,
  currency: 'EUR',
  mustPercent: 60,
  couldPercent: 20,
  showsMoney: true,
  ...more,
});
const terms = (days: number | null, more: Partial<Terms> = {}): Terms => ({ days, outcomes: [], under: null, ...more });
const sorted = (classes: Partial<Room['classes']>, said: Room['terms'] = {}, reasons: Room['reasons'] = {}): Room => ({
  ...EMPTY_ROOM,
  classes: { ...EMPTY_ROOM.classes, ...classes },
  terms: said,
  reasons,
});

/** The same cards as lines of a plan, for the gate that a Blueprint has to pass. */
const planOf = (
  capacityDays: number,
  mustPercent: number,
  lines: readonly { readonly id: string; readonly moscow: Moscow; readonly days: number; readonly minor: number | null }[],
  moneyMinor: number | null,
): Plan => ({
  from: '2026-07-01',
  to: '2026-10-01',
  lines: lines.map(({ id, moscow, days, minor }) => ({
    ...({ id: `r_${id}`, owner: null, title: id, moscow, outcomes: [], effortDays: days, budgetMinor: minor } as unknown as PlanLine),
    from: '2026-07-01',
    to: '2026-07-02',
    dependsOn: [],
    skills: [],
    milestones: [],
  })),
  stopped: [],
  carried: [],
  levers: [],
  notDoing: [],
  capacity: { days: capacityDays, bySkill: [], moneyMinor },
  rule: { mustPercent, couldPercent: 20 },
});

test('the table fits exactly where the gate of a Blueprint would let the same cards through', () => {
  const one = fc.record({
    moscow: fc.constantFrom(...MOSCOW),
    days: fc.integer({ min: 0, max: 600 }).map((n) => n / 10),
    minor: fc.option(fc.integer({ min: 0, max: 500 })),
  });
  const cards = fc.array(one, { minLength: 1, maxLength: 12 });
  const money = fc.option(fc.integer({ min: 0, max: 2000 }));
  fc.assert(
    fc.property(
      cards,
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 100 }),
      money,
      (all, capacityDays, mustPercent, moneyMinor) => {
        const named = all.map((each, n) => ({ id: `q_${n}`, ...each }));
        const room = sorted(
          Object.fromEntries(MOSCOW.map((moscow) => [moscow, named.filter((each) => each.moscow === moscow).map(({ id }) => id)])),
          Object.fromEntries(named.map(({ id, days }) => [id, terms(days)])),
        );
        const table = tableOf(
          deck(
            named.map(({ id }) => card(id)),
            { capacityDays, mustPercent, moneyMinor },
          ),
          { ...room, money: Object.fromEntries(named.map(({ id, minor }) => [id, minor])) },
        );
        const plan = planOf(
          capacityDays,
          mustPercent,
          named.filter(({ moscow }) => moscow !== 'wont'),
          moneyMinor,
        );
        equal(table.fits, shortfalls(plan).length === 0);
        equal(table.columns.must.limit, mustLimit(plan));
        const load = loadOf(plan);
        deepEqual([table.days, table.columns.must.days, table.columns.could.days], [load.days, load.byClass.must, load.byClass.could]);
      },
    ),
  );
});

test('a card nobody has sized weighs nothing and is counted; one put under a priority counts there', () => {
  const all = deck([card('q_a'), card('q_b'), card('r_c', { kind: 'priority', days: 10, classed: 'must' })]);
  const table = tableOf(all, sorted({ must: ['q_a'], should: ['q_b'] }, { q_b: terms(5, { under: 'r_c' }) }));
  deepEqual([table.days, table.unsized.map(({ id }) => id), table.fits], [10, ['q_a'], false]);
  equal(table.title, 'One card that is in has no effort yet.');
});

test('the title says by how much Must is over, and which one card would make it hold', () => {
  const all = deck([card('q_a'), card('q_b')]);
  const table = tableOf(all, sorted({ must: ['q_a', 'q_b'] }, { q_a: terms(55), q_b: terms(11) }));
  equal(table.title, 'Must is 6 days over. Moving “q_b” out makes it hold.');
  equal(table.columns.must.over, 6);
});

test('what nobody recorded is not known, and never 0', () => {
  const bare = tableOf(deck([card('q_a')], { capacityDays: null }), sorted({ must: ['q_a'] }, { q_a: terms(5, { outcomes: ['u_a'] }) }));
  deepEqual([bare.of, bare.free, bare.columns.must.share, bare.minor], [null, null, null, null]);
  equal(bare.title, 'No capacity is recorded for this quarter, so nothing says whether it fits.');
});

test('money is added up to the cent, counts under its priority, and stands over what is recorded once it does', () => {
  const all = deck(
    [card('q_a', { minor: 1_000_001 }), card('q_b', { minor: 500_000 }), card('r_c', { kind: 'priority', days: 1, classed: 'could' })],
    {
      moneyMinor: 2_000_000,
    },
  );
  const room = (money: Room['money']): Room => ({
    ...sorted({ must: ['q_a'], should: ['q_b'] }, { q_a: terms(5, { outcomes: ['u_a'] }), q_b: terms(5, { under: 'r_c' }) }),
    money,
  });
  const asRecorded = tableOf(all, room({}));
  deepEqual([asRecorded.minor, asRecorded.ofMinor, asRecorded.overMinor, asRecorded.fits], [1_000_001, 2_000_000, 0, true]);
  const said = tableOf(all, room({ q_a: 2_000_000, r_c: 1_200_000 }));
  deepEqual(
    [said.minor, said.overMinor, said.fits, said.title],
    [3_200_000, 1_200_000, false, 'The table costs €12 k more than there is.'],
  );
  // Taken back, it is not known: the others still add up.
  deepEqual(tableOf(all, room({ q_a: null, r_c: 1_200_000 })).minor, 1_200_000);
  // Whoever sees no money is told none, not 0.
  deepEqual(tableOf({ ...all, showsMoney: false, moneyMinor: null }, room({})).minor, null);
});

test('outcomes nothing serves and cards without a reason are found', () => {
  const table = tableOf(
    deck([card('q_a'), card('q_b')]),
    sorted({ must: ['q_a'], wont: ['q_b'] }, { q_a: terms(5) }, { q_b: { text: null, later: null } }),
  );
  deepEqual([table.starved.map(({ name }) => name), table.unexplained.map(({ id }) => id)], [['Pipeline'], ['q_b']]);
  equal(table.title, 'Nothing that is in serves Pipeline.');
});

test('the last useful start of a card is that of its first outcome, or says why it is not known', () => {
  deepEqual(latestStart(deck([]), ['u_a']), { day: '2026-08-01', why: null });
  deepEqual(latestStart(deck([]), []), { day: null, why: 'It serves no outcome.' });
});
