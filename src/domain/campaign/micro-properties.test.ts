/** What holds of micro-campaigns in whatever order people ask for what: over journals grown from random commands. */
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { random } from '../../kernel/random.ts';
import { emptyBook, type Book, type Event, type Kind } from '../book.ts';
import { decideBatch } from '../decide.ts';
import type { Entry } from '../decider.ts';
import type { Asked } from '../given.ts';
import { founding, randomCommand } from '../random-commands.ts';
import { notJudged } from './judged.ts';
import { isFrozen, isRunning } from './micro.ts';
import { leftOn } from './set-aside.ts';

type Step = { readonly before: Book; readonly entries: readonly Entry<Event>[]; readonly after: Book };

const ABOUT: readonly Kind[] = ['campaign', 'verdict', 'budget', 'item'];
const LINE: Asked = [
  'p_plan',
  {
    type: 'budget/open',
    id: 'b_main',
    name: 'Outreach',
    currency: 'EUR',
    owner: null,
    purpose: null,
    takesSpend: false,
    months: [{ month: '2026-M04', minor: 3_000_000_000_00 }],
  },
];

const journal = (numbers: readonly number[]): readonly Step[] => {
  const steps: Step[] = [];
  let book = emptyBook;
  const ask = ([by, command]: Asked): void => {
    const at = new Date(Date.UTC(2026, 0, 1) + steps.length * 60_000).toISOString();
    const answer = decideBatch(book, [command], { by, at });
    if (!answer.ok || answer.value.entries.length === 0) return;
    steps.push({ before: book, entries: answer.value.entries, after: answer.value.book });
    book = answer.value.book;
  };
  for (const asked of [...founding(random(`founded ${numbers[0]}`)), LINE]) ask(asked);
  for (const seed of numbers) ask(randomCommand(random(String(seed)), book, ABOUT));
  return steps;
};
const seeds = fc.noBias(fc.array(fc.nat(), { minLength: 300, maxLength: 600, size: 'max' }));
/** Holds for each step of 160 journals; `seen` counts what the property was about, so that it is about something. */
const everyStep = (check: (step: Step) => number, least: number): void => {
  let seen = 0;
  fc.assert(
    fc.property(seeds, (numbers) => {
      for (const step of journal(numbers)) seen += check(step);
    }),
    { numRuns: 160 },
  );
  ok(seen >= least, `seen ${seen} times only`);
};
const of = <T extends Event['type']>({ entries }: Step, type: T): Extract<Event, { type: T }>[] =>
  entries.flatMap(({ event }) => (event.type === type ? [event as Extract<Event, { type: T }>] : []));

test('no order of commands changes frozen criteria, or the brief they were frozen with', () =>
  everyStep(({ before, after }) => {
    let seen = 0;
    for (const [id, c] of before.campaign) {
      if (!isFrozen(c.micro)) continue;
      seen++;
      const now = after.campaign.get(id)!.micro!;
      deepEqual(now.written, c.micro!.written);
      const { hypothesis, segment, line, variants, randomised } = c.micro!;
      deepEqual([now.hypothesis, now.segment, now.line, now.variants, now.randomised], [hypothesis, segment, line, variants, randomised]);
    }
    return seen;
  }, 1000));

test('criteria are frozen by another person than the one who put them forward, before anything is started or seen', () =>
  everyStep((step) => {
    for (const { id } of of(step, 'campaign/frozen')) {
      const { written, started, looks } = step.after.campaign.get(id)!.micro!;
      notEqual(written!.frozen!.by, written!.proposed!.by);
      equal(written!.frozen!.by, written!.proposed!.second);
      deepEqual([started, looks.length], [null, 0]);
    }
    for (const { id } of of(step, 'campaign/started')) ok(isFrozen(step.before.campaign.get(id)!.micro));
    return of(step, 'campaign/frozen').length;
  }, 20));

test('nobody overrules alone: another word than the rule’s counts only once a second person has confirmed it', () =>
  everyStep((step) => {
    let seen = 0;
    for (const [id, v] of step.after.verdict)
      for (const taken of v.taken.slice(step.before.verdict.get(id)?.taken.length ?? 0)) {
        if (taken.word === taken.said.word) {
          equal(taken.overruled, null);
          continue;
        }
        seen++;
        const { by } = step.entries[0]!.stamp;
        ok(taken.overruled);
        equal(taken.overruled.second, by);
        notEqual(taken.by, by);
        ok(step.before.verdict.get(id)!.overrules.some((o) => o.state === 'waiting' && o.second === by && o.by === taken.by));
      }
    return seen;
  }, 5));

test('a start or a scale never takes more than its budget line has, and takes nothing where it is refused', () =>
  everyStep((step) => {
    if (of(step, 'campaign/scaled').length + of(step, 'campaign/started').length === 0) return 0;
    const lines = new Set([...of(step, 'budget/committed'), ...of(step, 'budget/gave')].map(({ id }) => id));
    for (const id of lines) ok(leftOn(step.after, step.after.budget.get(id)!) >= 0, id);
    return lines.size;
  }, 5));

test('a scale lands whole: the follow-up with its criteria open, its money set aside and its work', () =>
  everyStep((step) => {
    const scaled = of(step, 'campaign/scaled');
    for (const { id, into } of scaled) {
      const next = step.after.campaign.get(into)!;
      const { criteria } = step.before.campaign.get(id)!.micro!.written!;
      deepEqual({ ...next.micro!.written!.criteria, deadline: criteria.deadline }, criteria);
      equal(isFrozen(next.micro), false);
      ok(next.from >= step.entries[0]!.stamp.at.slice(0, 10), 'a follow-up starts today or later');
      equal(next.micro!.setAside !== null, (next.budgetMinor ?? 0) > 0);
      for (const item of next.micro!.follows!.items) ok(step.after.item.has(item));
      equal(step.before.verdict.get(id)!.taken.at(-1)!.word, 'scale');
    }
    return scaled.length;
  }, 5));

test('only a verdict ends a micro-campaign that runs, and what ended stays ended', () =>
  everyStep(({ before, after, entries }) => {
    let seen = 0;
    for (const [id, c] of before.campaign) {
      const now = after.campaign.get(id)!;
      if (c.micro?.ended) deepEqual(now.micro!.ended, c.micro.ended);
      if (!isRunning(c.micro)) continue;
      seen++;
      equal(now.retired, null);
      if (!isRunning(now.micro)) ok(entries.some(({ event }) => event.type === 'campaign/scaled' || event.type === 'campaign/aborted'));
    }
    return seen;
  }, 500));

test('no order of commands changes what is counted from freezing on without a trace, nor its dates, money or channel', () => {
  let traced = 0;
  everyStep(({ before, after }) => {
    let seen = 0;
    for (const [id, c] of before.campaign) {
      if (!isFrozen(c.micro)) continue;
      seen++;
      const now = after.campaign.get(id)!;
      const frame = ({ name, key, channel, from, to, budgetMinor }: typeof c) => [name, key, channel, from, to, budgetMinor];
      deepEqual(frame(now), frame(c));
      const known = new Set(c.aliases);
      for (const { did, alias } of now.micro!.renamed.slice(c.micro!.renamed.length)) {
        traced++;
        known[did === 'added' ? 'add' : 'delete'](alias);
        ok(c.micro!.started);
      }
      deepEqual(new Set(now.aliases), known);
    }
    return seen;
  }, 1000);
  ok(traced >= 5, `only ${traced} names were changed after a start`);
});

test('only what can start is frozen: its first day is not over, its line has its money left, a rule can judge its measure', () =>
  everyStep((step) => {
    const frozen = of(step, 'campaign/frozen');
    for (const { id } of frozen) {
      const { from, budgetMinor, micro } = step.before.campaign.get(id)!;
      ok(from >= step.entries[0]!.stamp.at.slice(0, 10));
      if (budgetMinor && !micro!.setAside) ok(leftOn(step.before, step.before.budget.get(micro!.line!)!) >= budgetMinor);
      for (const measure of [micro!.written!.criteria.measure, ...micro!.written!.criteria.guardrails.map((g) => g.measure)])
        equal(notJudged(measure, micro!.variants.length), null);
    }
    return frozen.length;
  }, 20));
