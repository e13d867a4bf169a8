/** What holds for agreements in every journal, whatever people asked. */
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { random } from '../../kernel/random.ts';
import { emptyBook, fold, type Book, type Event } from '../book.ts';
import { decideBatch } from '../decide.ts';
import type { Entry } from '../decider.ts';
import { founding, randomCommand } from '../random-commands.ts';
import { gapsOf } from './duty-gaps.ts';
import { isAgreed, latest, SIDES } from './expectation.ts';

type Step = { readonly entries: readonly Entry<Event>[]; readonly before: Book; readonly after: Book };

/** A journal about agreements, and about what there is to agree on. */
const grown = (seeds: readonly number[]): Step[] => {
  const steps: Step[] = [];
  let book = emptyBook;
  const ask = ([by, command]: ReturnType<typeof randomCommand>): void => {
    const at = new Date(Date.UTC(2026, 0, 1) + steps.length * 60_000).toISOString();
    const answer = decideBatch(book, [command], { by, at });
    if (!answer.ok || answer.value.entries.length === 0) return;
    steps.push({ entries: answer.value.entries, before: book, after: answer.value.book });
    book = answer.value.book;
  };
  for (const asked of founding(random('agreements'))) ask(asked);
  for (const seed of seeds) ask(randomCommand(random(`agreements ${seed}`), book, ABOUT));
  return steps;
};
const ABOUT = ['duty', 'expectation', 'logged', 'company', 'objective', 'outcome', 'priority'] as const;
const holds = (property: (steps: readonly Step[]) => void): void =>
  fc.assert(
    fc.property(fc.noBias(fc.array(fc.nat(), { minLength: 40, maxLength: 300, size: 'max' })), (seeds) => property(grown(seeds))),
    { numRuns: 60 },
  );

test('nobody signs twice, for both sides, or an older revision', () => {
  let signed = 0;
  holds((steps) => {
    const seen = new Set<string>();
    for (const { entries, before } of steps)
      for (const { event } of entries) {
        if (event.type !== 'expectation/signed') continue;
        signed++;
        const key = `${event.id} ${event.revision} ${event.side}`;
        ok(!seen.has(key), key);
        seen.add(key);
        equal(event.revision, latest(before.expectation.get(event.id)!).n);
      }
    for (const e of steps.at(-1)!.after.expectation.values())
      for (const { signatures } of e.revisions)
        if (signatures.promises && signatures.expects) notEqual(signatures.promises.by, signatures.expects.by);
  });
  ok(signed > 20, 'the journals hold signatures');
});

test('an expectation is kept, broken or released only after both sides signed the words that stood', () => {
  holds((steps) => {
    for (const e of steps.at(-1)!.after.expectation.values())
      if (e.ended && e.ended.how !== 'withdrawn') ok(SIDES.every((side) => latest(e).signatures[side]) && isAgreed(latest(e)));
  });
});

test('evidence never changes, whatever happens after it was logged', () => {
  holds((steps) => {
    const { after } = steps.at(-1)!;
    for (const { entries } of steps)
      for (const { event } of entries) if (event.type === 'logged/decided') deepEqual(after.logged.get(event.id)!.evidence, event.evidence);
  });
});

test('a decision is superseded once, and both know it', () => {
  holds((steps) => {
    const { logged } = steps.at(-1)!.after;
    for (const l of logged.values()) {
      if (l.supersedes) equal(logged.get(l.supersedes)!.supersededBy, l.id);
      if (l.supersededBy) equal(logged.get(l.supersededBy)!.supersedes, l.id);
    }
  });
});

test('exactly one accountable, or a finding says so', () => {
  holds((steps) => {
    const { after } = steps.at(-1)!;
    for (const duties of after.duty.values()) {
      const gaps = gapsOf(after, duties.of, null);
      const one = duties.scheme === 'raci' ? (['accountable'] as const) : (['driver', 'approver'] as const);
      for (const duty of one) {
        // Counted apart from the code under test.
        const n = duties.held.filter((h) => h.duty === duty).length;
        const found = gaps.filter((g) => g.code === 'no-duties' || ((g.code === 'nobody' || g.code === 'several') && g.duty === duty));
        equal(found.length > 0, n !== 1);
      }
      equal(new Set(duties.held.map((h) => `${h.person} ${h.duty}`)).size, duties.held.length);
    }
  });
});

test('folding the journal again gives the same agreements', () => {
  holds((steps) => {
    const { after } = steps.at(-1)!;
    const again = fold(steps.flatMap(({ entries }) => entries));
    for (const kind of ['duty', 'expectation', 'logged'] as const) deepEqual(again[kind], after[kind]);
  });
});
