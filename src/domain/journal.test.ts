/** What holds for every journal, whatever people asked: properties over journals grown from random commands. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { random } from '../kernel/random.ts';
import type { Said } from './agreements/verdict.ts';
import type { Micro } from './campaign/micro.ts';
import { emptyBook, fold, type Book, type Command, type Event } from './book.ts';
import { ROLES, type Role } from './company/company.ts';
import { decideBatch } from './decide.ts';
import type { Ctx, Entry } from './decider.ts';
import type { Asked } from './given.ts';
import { current, isLocked } from './guidepoint/guidepoint.ts';
import { founding, randomCommand } from './random-commands.ts';
import { SECRET_MINOR } from './random-draw.ts';
import { VERSIONS } from './history/upcast.ts';
import { HIDDEN, visible } from './visible.ts';

type Batch = {
  readonly before: Book;
  readonly commands: readonly Command[];
  readonly entries: readonly Entry<Event>[];
  readonly after: Book;
};
type Grown = { readonly batches: readonly Batch[]; readonly entries: readonly Entry<Event>[]; readonly book: Book };

const ctx = (by: Ctx['by'], n: number): Ctx => ({ by, at: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString() });

/** A journal grown from these numbers: one command each, asked of what the ones before it left. */
const grown = (numbers: readonly number[], seen?: (answer: ReturnType<typeof decideBatch>) => void): Grown => {
  const batches: Batch[] = [];
  let book = emptyBook;
  const ask = ([by, command]: Asked): void => {
    const answer = decideBatch(book, [command], ctx(by, batches.length));
    seen?.(answer);
    if (!answer.ok || answer.value.entries.length === 0) return;
    batches.push({ before: book, commands: [command], entries: answer.value.entries, after: answer.value.book });
    book = answer.value.book;
  };
  for (const asked of founding(random(`founded ${numbers[0]}`))) ask(asked);
  for (const seed of numbers) ask(randomCommand(random(String(seed)), book));
  return { batches, entries: batches.flatMap(({ entries }) => entries), book };
};

const seeds = fc.noBias(fc.array(fc.nat(), { minLength: 1, maxLength: 240, size: 'max' }));
const holds = (property: (seeds: readonly number[]) => void, numRuns = 100): void => fc.assert(fc.property(seeds, property), { numRuns });
const seenBy = (role: Role, entries: readonly Entry<Event>[]): Entry<Event>[] =>
  entries.flatMap(({ event, stamp }) => {
    const seen = visible(role, event);
    return seen ? [{ event: seen, stamp }] : [];
  });
const upTo = (book: Book, seq: number): Book => ({ ...book, seq });

test('commands at random reach every event there is, so that what follows is about all of them', () => {
  const reached = new Set<string>();
  for (let n = 0; n < 700; n++)
    for (const { event } of grown(Array.from({ length: 320 }, (_, i) => n * 1000 + i)).entries) reached.add(event.type);
  deepEqual(
    Object.keys(VERSIONS).filter((type) => !reached.has(type)),
    [],
  );
});

test('any prefix of a journal folds, and to the book that stood then', () => {
  holds((numbers) => {
    const { entries, batches } = grown(numbers);
    for (const { after } of batches) deepEqual(fold(entries.slice(0, after.seq)), after);
  }, 40);
});

test('deciding never throws, and a refusal has a code and says which command it is about', () => {
  holds((numbers) => {
    grown(numbers, (answer) => {
      if (!answer.ok) ok(/^[a-z]+(-[a-z]+)*$/.test(answer.refusal.refusal.code) && answer.refusal.index === 0);
    });
  });
});

test('deciding changes nothing in the book it was asked of', () => {
  holds((numbers) => {
    const { book } = grown(numbers);
    const before = JSON.stringify(plain(book));
    for (const seed of numbers.slice(0, 20)) {
      const [by, command] = randomCommand(random(`again ${seed}`), book);
      decideBatch(book, [command], ctx(by, 1));
    }
    equal(JSON.stringify(plain(book)), before);
  }, 60);
});

test('events carry what was decided and no field of a command that nobody decided on', () => {
  holds((numbers) => {
    for (const { entries } of grown(numbers).batches)
      for (const { event } of entries) deepEqual(event, JSON.parse(JSON.stringify(event)), 'an event comes back from JSON as it was');
  }, 60);
});

test('folding in two halves gives what folding at once gives', () => {
  holds((numbers) => {
    const { entries, book } = grown(numbers);
    const middle = numbers[0]! % (entries.length + 1);
    deepEqual(fold(entries.slice(middle), fold(entries.slice(0, middle))), book);
    deepEqual(fold(entries), book);
  });
});

test('a batch lands whole or not at all, and each command sees what the ones before it did', () => {
  holds((numbers) => {
    let book = fold(grown([1]).entries);
    for (let i = 0; i < numbers.length; i += 3) {
      const asked = numbers.slice(i, i + 3).map((seed) => randomCommand(random(String(seed)), book)[1]);
      const together = decideBatch(book, asked, ctx('p_owner', i));
      const oneByOne = asked.reduce<ReturnType<typeof decideBatch>>(
        (so, command) => (so.ok ? decideBatch(so.value.book, [command], ctx('p_owner', i)) : so),
        { ok: true, value: { entries: [], book } },
      );
      equal(together.ok, oneByOne.ok);
      if (!together.ok || !oneByOne.ok) continue;
      deepEqual(together.value.book, oneByOne.value.book);
      deepEqual(
        together.value.entries.map(({ stamp }) => stamp.seq),
        together.value.entries.map((_, n) => book.seq + n + 1),
      );
      book = together.value.book;
    }
  });
});

test('what a role may see folds without fault from any prefix, and into its own redacted state', () => {
  holds((numbers) => {
    const { entries, book } = grown(numbers);
    for (const role of ROLES) {
      for (let n = 0; n <= entries.length; n += 7) fold(seenBy(role, entries.slice(0, n)));
      deepEqual(upTo(fold(seenBy(role, entries)), book.seq), redacted(role, book), role);
    }
  });
});

test('no budget, no request and nothing that people wrote reaches a viewer, as event or as state', () => {
  holds((numbers) => {
    const { entries } = grown(numbers);
    const seen = seenBy('viewer', entries);
    const sent = JSON.stringify(seen) + JSON.stringify(plain(fold(seen)));
    for (const secret of [String(SECRET_MINOR).slice(0, -2), 'n_secret', '"words":"n_s', '"request":{'])
      equal(sent.includes(secret), false, secret);
  });
});

test('everybody else sees the events as they are', () => {
  holds((numbers) => {
    const { entries } = grown(numbers);
    for (const role of ['owner', 'marketer', 'stakeholder'] as const) deepEqual(seenBy(role, entries), entries);
  }, 20);
});

test('the order of the Backlog always holds each work item exactly once', () => {
  holds((numbers) => {
    for (const { after } of grown(numbers).batches) {
      const items = after.backlog.get('backlog')?.items ?? [];
      equal(new Set(items).size, items.length);
      deepEqual([...items].toSorted(), [...after.item.keys()].toSorted());
    }
  }, 60);
});

test('an outcome of a locked Guidepoint moves only in the batch that approves a change', () => {
  holds((numbers) => {
    for (const { before, entries } of grown(numbers).batches) {
      const approved = entries.some(({ event }) => event.type === 'guidepoint/change-approved');
      const locked = [...before.guidepoint.values()].filter(isLocked).flatMap((g) => current(g).outcomes.map((o) => o.outcome));
      for (const { event } of entries)
        if (
          event.type === 'outcome/target-moved' ||
          event.type === 'outcome/baseline-corrected' ||
          event.type === 'outcome/remeasured' ||
          event.type === 'outcome/retired'
        )
          ok(approved || !locked.includes(event.id));
    }
  });
});

test('a Guidepoint that locks says of each outcome what stands', () => {
  holds((numbers) => {
    for (const { before, after } of grown(numbers).batches)
      for (const g of after.guidepoint.values()) {
        const was = before.guidepoint.get(g.period);
        if (!isLocked(g) || (was && isLocked(was))) continue;
        for (const { outcome, target, due, baseline } of current(g).outcomes) {
          const now = after.outcome.get(outcome)!;
          deepEqual({ target, due, baseline }, { target: now.target, due: now.due, baseline: now.baseline });
        }
      }
  });
});

test('a company that had an owner among its members keeps one', () => {
  holds((numbers) => {
    const members = Object.values(grown(numbers).book.company.get('company')!.members);
    ok(members.some(({ role, left }) => role === 'owner' && left === null));
  });
});

/** Without money and words, whatever its shape: said by field name, where the domain says it by kind. */
const hush = <T>(part: T): T =>
  JSON.parse(JSON.stringify(part), (field, value: unknown) =>
    value !== null && ['budgetMinor', 'spentMinor', 'minor', 'minorAfter', 'moneyMinor'].includes(field)
      ? null
      : field === 'why' && value !== null
        ? HIDDEN
        : value,
  ) as T;
const unsaid = <T extends object>(declined: { readonly [seat: string]: T }) =>
  Object.fromEntries(Object.entries(declined).map(([seat, one]) => [seat, { ...one, why: HIDDEN }]));

/** A book as JSON can hold it. */
const plain = (book: Book): unknown =>
  Object.entries(book).map(([kind, things]) => [kind, typeof things === 'number' ? things : [...things]]);

const unplanned = (said: Said): Said => ({ ...said, evidence: said.evidence.filter(({ askedBy }) => askedBy !== null) });
const unwritten = (m: Micro): Micro => ({
  ...m,
  hypothesis: HIDDEN,
  line: null,
  setAside: null,
  answers: Object.fromEntries(Object.keys(m.answers).map((question) => [question, HIDDEN])),
  written: m.written && { ...m.written, declined: m.written.declined && { ...m.written.declined, why: HIDDEN } },
  looks: m.looks.map((look) => ({ ...look, spent: null, correction: look.correction && HIDDEN })),
  ended: m.ended?.how === 'aborted' ? { ...m.ended, why: HIDDEN, freedMinor: null } : m.ended,
});

/** The state as a role may see it, said apart from what `visible` says of events. */
const redacted = (role: Role, book: Book): Book => {
  if (role !== 'viewer') return book;
  const each = <K, T>(things: ReadonlyMap<K, T>, change: (thing: T) => Partial<T>): Map<K, T> =>
    new Map([...things].map(([key, thing]) => [key, { ...thing, ...change(thing) }]));
  const unexplained = ({ retired }: { readonly retired: object | null }) => ({ retired: retired && { why: HIDDEN } });
  return {
    ...book,
    objective: each(book.objective, unexplained),
    outcome: each(book.outcome, (o) => ({
      ...unexplained(o),
      checkIns: o.checkIns.map((c) => ({ ...c, note: null })),
      confidence: o.confidence.map((c) => ({ ...c, note: null })),
      scored: o.scored && { ...o.scored, note: o.scored.note && HIDDEN },
    })),
    kpi: each(book.kpi, (k) => ({ ...unexplained(k), checkIns: k.checkIns.map((c) => ({ ...c, note: null })) })),
    segment: each(book.segment, unexplained),
    guidepoint: each(book.guidepoint, ({ versions, changes }) => ({
      versions: versions.map((v) => ({
        ...v,
        declined: Object.fromEntries(Object.entries(v.declined).map(([seat, declined]) => [seat, { ...declined, why: HIDDEN }])),
      })),
      changes: changes.map((c) => ({ ...c, words: HIDDEN, why: c.why && HIDDEN })),
    })),
    calendar: each(book.calendar, unexplained),
    team: each(book.team, unexplained),
    budget: new Map(),
    priority: each(book.priority, (p) => ({ ...unexplained(p), budgetMinor: null })),
    scenario: new Map(),
    blueprint: each(book.blueprint, ({ levers, leftOut, versions, changes }) => ({
      levers: levers.map((l) => ({ ...l, lever: hush(l.lever) })),
      leftOut: leftOut.map((l) => ({ ...l, why: HIDDEN })),
      versions: versions.map((v) => ({ ...v, plan: hush(v.plan), declined: unsaid(v.declined) })),
      changes: changes.map((c) => ({ ...c, words: HIDDEN, edits: hush(c.edits), plan: hush(c.plan), declined: unsaid(c.declined) })),
    })),
    form: new Map(),
    request: new Map(),
    expectation: each(book.expectation, ({ revisions, ended }) => ({
      revisions: revisions.map((r) => ({
        ...r,
        declined: Object.fromEntries(Object.entries(r.declined).map(([side, declined]) => [side, { ...declined, why: HIDDEN }])),
      })),
      ended: ended && { ...ended, why: ended.why && HIDDEN },
    })),
    logged: each(book.logged, ({ evidence }) => ({ evidence: evidence.filter(({ askedBy }) => askedBy !== null) })),
    workshop: each(book.workshop, (w) => ({
      ...unexplained(w),
      shown: Object.fromEntries(Object.entries(w.shown).map(([topic, cards]) => [topic, cards.map((c) => ({ ...c, note: HIDDEN }))])),
      votes: { ...w.votes, ...(w.votes.plan && { plan: { ...w.votes.plan, counts: [] } }) },
      made: w.made && { ...w.made, scenario: null, accepted: [], notDoing: [] },
    })),
    item: each(book.item, (i) => ({
      ...unexplained(i),
      request: null,
      foundational: i.foundational && HIDDEN,
      answers: Object.fromEntries(Object.keys(i.answers).map((question) => [question, HIDDEN])),
      waiting: i.waiting && { ...i.waiting, why: HIDDEN },
    })),
    cycle: each(book.cycle, unexplained),
    publication: each(book.publication, ({ editions }) => ({
      editions: editions.map((e) => ({ ...e, why: e.why && HIDDEN, withdrawn: e.withdrawn && { ...e.withdrawn, why: HIDDEN } })),
    })),
    stages: each(book.stages, ({ versions, proposal }) => ({
      versions: versions.map((v) => ({ ...v, why: HIDDEN })),
      proposal: proposal && {
        ...proposal,
        why: HIDDEN,
        declined: Object.fromEntries(Object.entries(proposal.declined).map(([seat, said]) => [seat, { ...said, why: HIDDEN }])),
      },
    })),
    touches: each(book.touches, ({ versions, proposal }) => ({
      versions: versions.map((v) => ({ ...v, why: HIDDEN })),
      proposal: proposal && { ...proposal, why: HIDDEN },
    })),
    costs: new Map(),
    campaign: each(book.campaign, (c) => ({
      ...unexplained(c),
      budgetMinor: null,
      foundational: c.foundational && HIDDEN,
      micro: c.micro && unwritten(c.micro),
    })),
    verdict: each(book.verdict, ({ taken, overrules }) => ({
      taken: taken.map((t) => ({ ...t, said: unplanned(t.said), overruled: t.overruled && { ...t.overruled, why: HIDDEN } })),
      overrules: overrules.map((o) => ({
        ...o,
        said: unplanned(o.said),
        why: HIDDEN,
        answered: o.answered && { ...o.answered, why: o.answered.why && HIDDEN },
      })),
    })),
  };
};
