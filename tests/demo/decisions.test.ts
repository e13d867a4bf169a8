/** The decisions of the demo: each is accepted as anybody's would be, and together they are a company one can believe. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Item } from '../../src/domain/backlog/item.ts';
import { current, isLocked, openChange } from '../../src/domain/guidepoint/guidepoint.ts';
import { demo } from '../../src/demo/demo.ts';
import { STORY } from '../../src/demo/story/story.ts';
import { AS_OF, bookOf } from './told-book.ts';
import { openQuestion } from '../../src/domain/intake/request.ts';
import { phaseOf, placeWaits } from '../../src/views/intake/phase.ts';
import { BY_LINK } from '../../src/domain/decider.ts';

const lademar = demo({ seed: 'lademar', asOf: AS_OF, scale: 1 });
const book = bookOf(lademar);
const items = [...book.item.values()];
const campaigns = [...book.campaign.values()];
const between = (n: number, low: number, high: number, what: string): void =>
  assert.ok(n >= low && n <= high, `${what}: ${n} is not between ${low} and ${high}`);
const isOrphan = (i: Item): boolean => !i.retired && i.priority === null && i.foundational === null;

describe('the decisions of the demo', () => {
  for (const asOf of ['2026-01-01', '2026-01-02', '2026-01-20', '2026-02-01', '2026-03-31', '2024-02-29', '2027-08-15', '2030-12-31']) {
    test(`are all accepted as of ${asOf}, and none is made on that day or later`, () => {
      const other = demo({ seed: 'other', asOf, scale: 0.05 });
      bookOf(other);
      for (const { at } of other.batches)
        assert.ok(at.slice(0, 10) < asOf && /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.000Z$/.test(at), at);
      assert.deepEqual(
        other.batches.map((b) => b.at),
        other.batches.map((b) => b.at).toSorted(),
        'in the order of time',
      );
    });
  }

  test('hold what was promised: counts in their ranges', () => {
    between(book.objective.size, 2, 4, 'objectives');
    assert.equal(book.guidepoint.size, 8);
    between(book.outcome.size, 24, 36, 'outcomes');
    between(book.priority.size, 40, 56, 'priorities');
    between(items.length, 300, 400, 'work items');
    between(campaigns.length, 40, 60, 'campaigns');
    between(items.filter((i) => i.request).length, 120, 250, 'requests');
    between(items.filter((i) => i.foundational).length, 5, 25, 'foundational items');
    between(items.filter((i) => i.retired).length, 10, 40, 'dropped items');
    between(items.filter(isOrphan).length, 5, 20, 'orphans');
    between(items.filter((i) => i.startedOn && !i.finishedOn).length, 1, 12, 'items under way');
  });

  test('name every note they rest on exactly once, and every person by name', () => {
    const notes = lademar.batches.flatMap((b) => b.notes.map((n) => n.id));
    assert.equal(new Set(notes).size, notes.length);
    const named = JSON.stringify(lademar.batches.map((b) => b.commands)).match(/"n_[A-Za-z0-9-]+"/g) ?? [];
    for (const name of named) assert.ok(notes.includes(JSON.parse(name)), `${name} is written nowhere`);
    const known = lademar.batches.flatMap((b) => b.people);
    const strangers = known.filter(({ email }) => !email.endsWith('@lademar.example'));
    for (const { email } of strangers) assert.match(email, /^[a-z.]+@[a-z-]+\.example$/);
    const people = known.filter((p) => !strangers.includes(p)).map((p) => p.id);
    assert.deepEqual(people.toSorted(), lademar.people.map((p) => p.id).toSorted());
    for (const by of lademar.batches.map((b) => b.by)) assert.ok(people.includes(by) || by === BY_LINK, by);
    for (const { email } of lademar.people) assert.match(email, /^[a-z.]+@lademar\.example$/);
  });

  test('let requests stand in every way a request can stand', () => {
    const phases = [...book.request.values()].map((request) => phaseOf(book, request, AS_OF));
    for (const phase of ['waiting', 'due', 'deferred', 'queued', 'declined', 'withdrawn'] as const)
      assert.ok(phases.includes(phase), phase);
    assert.ok([...book.request.values()].some(({ standing }) => standing.state === 'merged'));
    assert.ok(
      [...book.request.values()].some((request) => placeWaits(book, request, AS_OF)),
      'a place is asked for',
    );
    assert.ok(
      [...book.request.values()].some((request) => openQuestion(request)),
      'a question is open',
    );
    between(phases.length, 12, 20, 'requests');
  });

  test('let requesters speak in their own words', () => {
    const words = lademar.batches
      .flatMap((b) => b.notes)
      .filter((n) => n.id.startsWith('n_asked-'))
      .map((n) => n.text);
    assert.equal(new Set(words).size, words.length);
    assert.ok(words.includes('I need shippers who will talk to us before they write the tender.'));
    const openings = words.map((w) => w.split(' ').slice(0, 3).join(' '));
    assert.ok(new Set(openings).size > words.length * 0.9, 'no three words open more than a few requests');
  });

  test('agree a Guidepoint for every quarter; the present one lacks the open seat alone', () => {
    const all = [...book.guidepoint.values()];
    for (const g of all.slice(0, -1)) assert.ok(isLocked(g), `${g.period} is signed by all`);
    assert.deepEqual(
      all.map((g) => g.versions.length),
      [1, 1, 1, 2, 2, 1, 1, 2],
    );
    assert.equal(all[3]!.versions[1]!.change, null, 'reworded before it was signed');
    assert.ok(Object.values(all[3]!.versions[0]!.declined).length === 1);
    assert.equal(all[4]!.changes[0]!.state, 'approved');
    const now = current(all[7]!);
    assert.deepEqual(
      now.seats.filter((seat) => !now.signatures[seat]),
      [lademar.openSeat],
    );
    assert.equal(openChange(all[7]!), null);
  });

  test('let whoever opens the demo sign, on any day of the quarter', () => {
    for (const asOf of ['2026-04-01', '2026-04-20', '2026-05-12', '2026-06-30']) {
      const opened = demo({ seed: 'x', asOf, scale: 0.05 });
      const opener = { by: 'p_opener', at: `${asOf}T08:00:00.000Z` } as const;
      const host = { by: opened.people[0]!.id, at: opener.at };
      const version = current(bookOf(opened).guidepoint.get('2026-Q2')!).n;
      const signed = bookOf({
        ...opened,
        batches: [
          ...opened.batches,
          {
            ...host,
            commands: [{ type: 'company/add-member', person: opener.by, role: 'owner', seats: [opened.openSeat] }],
            notes: [],
            people: [],
          },
          { ...opener, commands: [{ type: 'guidepoint/sign', period: '2026-Q2', version, seat: opened.openSeat }], notes: [], people: [] },
        ],
      });
      assert.ok(isLocked(signed.guidepoint.get('2026-Q2')!), asOf);
    }
  });

  test('hold the thread: most campaigns reach an objective, a few breaks are there to be found', () => {
    const reaches = campaigns.filter((c) => {
      const priority = book.priority.get(book.item.get(c.item ?? 'w_none')?.priority ?? 'r_none');
      return priority?.outcomes.some((o) => book.objective.has(book.outcome.get(o)!.objective));
    });
    assert.ok(reaches.length >= campaigns.length * 0.85, `${reaches.length} of ${campaigns.length}`);
    between(campaigns.filter((c) => !c.item && !c.foundational).length, 2, 5, 'campaigns without work');
    between(campaigns.filter((c) => c.foundational).length, 1, 2, 'foundational campaigns');
    const served = new Set([...book.priority.values()].flatMap((p) => p.outcomes));
    between([...book.outcome.keys()].filter((o) => !served.has(o)).length, 1, 4, 'outcomes without work');
  });

  test('plan a campaign before it begins, and start work after it was accepted', () => {
    for (const { commands, at } of lademar.batches) {
      for (const c of commands) if (c.type === 'campaign/plan') assert.ok(at.slice(0, 10) <= c.from, `${c.id} ${at} ${c.from}`);
    }
    for (const i of items) {
      assert.ok(!i.startedOn || i.startedOn >= i.addedOn, i.id);
      assert.ok(!i.request || i.request.on <= i.addedOn, i.id);
    }
  });

  test('keep Must within three fifths of the people there are', () => {
    for (const { plans } of STORY) {
      const must = plans.filter((p) => p.moscow === 'must').reduce((sum, p) => sum + p.days, 0);
      assert.ok(must <= 0.6 * 227, `${must} days`);
    }
  });

  test('put the order of the Backlog so that this quarter’s work stands first', () => {
    const open = book.backlog
      .get('backlog')!
      .items.map((id) => book.item.get(id)!)
      .filter((i) => !i.finishedOn && !i.retired);
    const ours = open.map((i) => i.priority?.startsWith('r_2026-q2-') ?? false);
    assert.ok(open.length > 25);
    assert.equal(ours.lastIndexOf(true), ours.filter(Boolean).length - 1);
  });
});
