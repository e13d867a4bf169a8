/**
 * What no sequence of commands can do to a Blueprint: over 1,000 journals at random, looked at by arithmetic of their own.
 * A failing run prints its seed.
 */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quarterNamed } from '../kernel/fiscal.ts';
import { random, type Random } from '../kernel/random.ts';
import { allSigned, isAgreed, newest, waitingChange } from './blueprint/blueprint.ts';
import type { Plan } from './blueprint/plan.ts';
import { emptyBook, type Book, type Command, type Event } from './book.ts';
import { recordedCapacity } from './capacity/recorded.ts';
import { decideBatch } from './decide.ts';
import type { Entry } from './decider.ts';
import type { Asked } from './given.ts';
import { founding, randomCommand } from './random-commands.ts';

const KINDS = /^(priority|milestone|blueprint|scenario|capacity|company\/choose-shares)/;

const PERIOD = '2026-Q2';
const bar = (r: Random, n: number, book: Book): Command => {
  const days = quarterNamed(book.company.get('company')!.fiscal, PERIOD)!;
  const odd = r.chance(0.1);
  return {
    type: 'priority/plan',
    id: `r_own-${n}`,
    period: PERIOD,
    owner: null,
    title: `Own ${n}`,
    moscow: r.pick(['must', 'should', 'could'] as const),
    outcomes: [],
    effortDays: r.whole(2, 16),
    budgetMinor: null,
    from: odd ? '2025-01-01' : days.from,
    to: odd ? '2027-01-01' : days.from,
  };
};

/** What people do who want it agreed: put it forward, sign what stands (or what stood), grow a bar, fall ill, change it. */
const steer = (r: Random, book: Book): Asked => {
  const b = book.blueprint.get(PERIOD);
  const v = newest(b);
  const change = waitingChange(b);
  const seat = r.pick(['ceo', 'sales']);
  const by = seat === 'sales' ? 'p_sales' : r.pick(['p_owner', 'p_money'] as const);
  const own = `r_own-${r.whole(0, 4)}` as const;
  const why = `n_why-${r.whole(0, 9999)}` as const;
  switch (r.pick(['propose', 'propose', 'sign', 'sign', 'sign', 'grow', 'cut', 'ill', 'change', 'sign-change', 'sign-change'] as const)) {
    case 'propose':
      return ['p_plan', { type: 'blueprint/propose', period: PERIOD, after: v?.n ?? 0, seats: ['ceo', 'sales'] }];
    case 'sign':
      return [by, { type: 'blueprint/sign', period: PERIOD, version: (v?.n ?? 1) - (r.chance(0.15) ? 1 : 0), seat }];
    case 'grow':
      return ['p_plan', { type: 'priority/resize', id: own, effortDays: r.whole(0, 30), budgetMinor: null }];
    case 'cut':
      return ['p_plan', { type: 'blueprint/pull-lever', period: PERIOD, lever: { lever: 'cut', priority: own, why } }];
    case 'ill':
      return [
        'p_plan',
        {
          type: 'capacity/take-off',
          person: 'p_plan',
          id: `a_${r.whole(0, 99)}`,
          from: '2026-04-01',
          to: '2026-05-15',
          halfFirst: false,
          halfLast: false,
        },
      ];
    case 'change':
      return [
        'p_plan',
        {
          type: 'blueprint/ask-change',
          period: PERIOD,
          version: v?.n ?? 1,
          change: `x_${r.whole(0, 99)}`,
          words: why,
          edits: [{ edit: 'out', priority: own, spentDays: r.whole(0, 4), spentMinor: null, why }],
        },
      ];
    case 'sign-change':
      return [by, { type: 'blueprint/sign-change', period: PERIOD, change: change?.id ?? 'x_none', seat }];
  }
};

/** Commands about the plan, and now and then about people's hours; each batch is looked at as it lands. */
const journal = (seed: number, look: (before: Book, entries: readonly Entry<Event>[], after: Book) => void): number => {
  let book = emptyBook;
  let agreed = 0;
  const ask = ([by, command]: Asked, n: number): void => {
    const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    const answer = decideBatch(book, [command], { by, at });
    if (!answer.ok || answer.value.entries.length === 0) return;
    look(book, answer.value.entries, answer.value.book);
    if (answer.value.entries.some(({ event }) => event.type === 'blueprint/signed' || event.type === 'blueprint/change-signed'))
      agreed += 1;
    book = answer.value.book;
  };
  const r = random(`never ${seed}`);
  founding(r).forEach((asked, n) => ask(asked, n));
  for (let n = 0; n < 5; n++) ask(['p_plan', bar(r, n, book)], 50 + n);
  let asked = 0;
  for (let n = 0; asked < 40 && n < 400; n++) {
    const one = r.chance(0.5) ? steer(r, book) : randomCommand(random(`${seed} ${n}`), book);
    if (!KINDS.test(one[1].type)) continue;
    asked += 1;
    ask(one, 100 + n);
  }
  return agreed;
};

/** Person-days and money that a plan takes of its quarter, added up the long way. */
const taken = (plan: Plan): { days: number; must: number; minor: number } => {
  let [days, must, minor] = [0, 0, 0];
  for (const line of plan.lines) {
    let [own, money] = [line.effortDays, line.budgetMinor ?? 0];
    for (const lever of plan.levers)
      if (lever.lever === 'extend' && lever.priority === line.id) [own, money] = [own - lever.daysAfter, money - (lever.minorAfter ?? 0)];
    days += own;
    minor += money;
    if (line.moscow === 'must') must += own;
  }
  for (const s of plan.stopped) {
    days += s.spentDays;
    minor += s.spentMinor ?? 0;
    if (s.moscow === 'must') must += s.spentDays;
  }
  for (const c of plan.carried) {
    days += c.days;
    minor += c.minor ?? 0;
    if (c.moscow === 'must') must += c.days;
  }
  return { days, must, minor };
};

const holds = (look: (before: Book, entries: readonly Entry<Event>[], after: Book) => void): void => {
  let agreed = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      agreed += journal(seed, look);
    }),
    { numRuns: 350 },
  );
  ok(agreed > 50, `only ${agreed} signatures were given: the property says too little`);
};
const NEAR = 0.01;

test('no sequence of commands agrees a Blueprint over the recorded capacity, or Must over its share, without a recorded lever', () => {
  holds((before, _, after) => {
    for (const b of after.blueprint.values()) {
      if (!isAgreed(b) || (newest(b)!.n === newest(before.blueprint.get(b.period))?.n) === isAgreed(before.blueprint.get(b.period)))
        continue;
      const { plan } = newest(b)!;
      const { days: recorded, moneyMinor } = recordedCapacity(before, b.period);
      const added = plan.levers.reduce((sum, l) => sum + (l.lever === 'add' ? l.days : 0), 0);
      const addedMinor = plan.levers.reduce((sum, l) => sum + (l.lever === 'add' ? (l.minor ?? 0) : 0), 0);
      const { days, must, minor } = taken(plan);
      ok(recorded !== null, 'agreed although nobody recorded capacity');
      ok(days <= recorded + added + NEAR, `${days} days of ${recorded} and ${added} added`);
      ok(must <= ((recorded + added) * before.company.get('company')!.shares.mustPercent) / 100 + NEAR, `Must takes ${must}`);
      ok(minor === 0 || (moneyMinor !== null && minor <= moneyMinor + addedMinor), `${minor} of ${moneyMinor}`);
      for (const lever of plan.levers) ok(lever.why.startsWith('n_'), 'a lever without a reason');
      for (const line of plan.lines) {
        const extended = plan.levers.some((l) => l.lever === 'extend' && l.priority === line.id);
        ok(line.from >= plan.from && (line.to < plan.to || extended), `${line.id} lies outside its quarter`);
      }
    }
  });
});

test('no sequence of commands signs a Blueprint twice for a seat, or signs an older revision', () => {
  holds((before, entries) => {
    for (const { event } of entries) {
      if (event.type !== 'blueprint/signed' && event.type !== 'blueprint/change-signed') continue;
      const b = before.blueprint.get(event.period)!;
      const of = event.type === 'blueprint/signed' ? newest(b)! : b.changes.find((c) => c.id === event.change)!;
      equal(of.signatures[event.seat], undefined, 'signed twice');
      if (event.type === 'blueprint/signed') equal(event.version, newest(b)!.n, 'an older revision');
      else equal(b.changes.at(-1)!.id, event.change, 'an older change');
    }
  });
});

test('an agreed version never changes, and an agreed Blueprint moves to the next version by a signed change only', () => {
  holds((before, entries, after) => {
    for (const b of before.blueprint.values()) {
      const now = after.blueprint.get(b.period)!;
      for (const v of b.versions.filter(allSigned))
        equal(JSON.stringify(now.versions[v.n - 1]), JSON.stringify(v), 'an agreed version moved');
      if (!isAgreed(b) || now.versions.length === b.versions.length) continue;
      ok(entries.some(({ event }) => event.type === 'blueprint/change-signed'));
      ok(isAgreed(now));
    }
  });
});
