/**
 * The order of the Backlog is the same in the server and in every browser, whoever moves what when: several people move,
 * add, finish, drop, restore and adopt at once, see their own wishes at once, and hear of the others late.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { emptyBook, fold, type Book, type Command, type Event } from '../../domain/book.ts';
import { ROLES, type Role } from '../../domain/company/company.ts';
import { decideBatch } from '../../domain/decide.ts';
import type { Entry } from '../../domain/decider.ts';
import { FOUNDED, minute } from '../../domain/given.ts';
import { visible } from '../../domain/visible.ts';
import type { ItemId, PersonId } from '../../kernel/ids.ts';
import type { SentBook } from '../../server/contract/book.ts';
import { orderOf } from '../../views/work/backlog.ts';
import { asked, confirmed, handedBack, heard, started, type Replica, type Wish } from './replica.ts';

type Landed = { readonly batch: string; readonly seq: number; readonly entries: readonly Entry<Event>[] };
type Server = { book: Book; readonly journal: Landed[] };

const seen = (role: Role, entries: readonly Entry<Event>[]): Entry<Event>[] =>
  entries.flatMap(({ event, stamp }) => {
    const heardOf = visible(role, event);
    return heardOf === null ? [] : [{ event: heardOf, stamp }];
  });
/** What lands on the server; null where it refuses. */
const land = (server: Server, batch: string, commands: readonly Command[], by: PersonId, at: string): Landed | null => {
  const decided = decideBatch(server.book, commands, { by, at });
  if (!decided.ok) return null;
  const landed = { batch, seq: decided.value.book.seq, entries: decided.value.entries };
  server.book = decided.value.book;
  if (landed.entries.length > 0) server.journal.push(landed);
  return landed;
};
const founded = (): Server => {
  const server: Server = { book: emptyBook, journal: [] };
  for (const [n, [by, command]] of FOUNDED.entries()) land(server, `founded ${n}`, [command], by, minute(n));
  return server;
};
const itemsOf = (book: Book): readonly ItemId[] => book.backlog.get('backlog')?.items ?? [];
/** No item is lost, none stands twice. */
const whole = (book: Book): void => deepEqual([...itemsOf(book)].toSorted(), [...book.item.keys()].toSorted());

/** One browser: what it knows, what it has sent, and what is on its way to it. */
type Browser = {
  readonly person: PersonId;
  readonly role: Role;
  replica: Replica;
  readonly sent: Wish[];
  readonly answers: { readonly batch: string; readonly landed: Landed | null }[];
  /** How many landed batches it has heard of. */
  heardOf: number;
};
const snapshot = (server: Server, { role, person }: Pick<Browser, 'role' | 'person'>) => {
  const book = fold(server.journal.flatMap(({ entries }) => seen(role, entries)));
  const lists = Object.entries(book).flatMap(([kind, things]) => (things instanceof Map ? [[kind, [...things]]] : []));
  const sent = JSON.parse(JSON.stringify(Object.fromEntries(lists))) as SentBook;
  return { company: 'havel', me: person, seq: server.book.seq, book: sent, people: [], notes: [] };
};
const opened = (server: Server, person: PersonId, role: Role): Browser => ({
  person,
  role,
  replica: started(snapshot(server, { person, role })),
  sent: [],
  answers: [],
  heardOf: server.journal.length,
});

const DOES = ['add', 'add', 'place', 'place', 'place', 'finish', 'start', 'reopen', 'drop', 'restore', 'adopt'] as const;
type Does = { readonly does: (typeof DOES)[number]; readonly a: number; readonly b: number };
type Step =
  | { readonly step: 'ask'; readonly who: number; readonly batch: readonly Does[] }
  | { readonly step: 'land' | 'answer' | 'hear' | 'reload'; readonly who: number };

/** What a person asks of the list as it looks to him. */
const commandOf = (book: Book, { does, a, b }: Does, fresh: () => ItemId): Command | null => {
  const all = itemsOf(book);
  const one = all[a % Math.max(1, all.length)];
  const other = all[b % Math.max(1, all.length)];
  if (does === 'add' || one === undefined || other === undefined)
    return {
      type: 'item/add',
      id: fresh(),
      title: `Letter ${a}`,
      priority: null,
      owner: null,
      sizeDays: b % 5 === 0 ? null : 3,
      request: null,
      foundational: b % 4 === 0 ? null : 'n_why',
      on: '2026-02-02',
    };
  if (does === 'place') return { type: 'backlog/place', item: one, before: b % 7 === 0 ? null : other };
  if (does === 'adopt') return { type: 'backlog/adopt', items: [...new Set([other, one, all[(a + b) % all.length]!])] };
  if (does === 'drop') return { type: 'item/drop', id: one, why: 'n_no' };
  if (does === 'finish') return { type: 'item/finish', id: one, on: '2026-02-03' };
  if (does === 'start') return { type: 'item/start', id: one, on: '2026-02-03' };
  return { type: `item/${does}`, id: does === 'restore' ? (all.find((id) => book.item.get(id)?.retired) ?? one) : one };
};

const does: fc.Arbitrary<Does> = fc.record({ does: fc.constantFrom(...DOES), a: fc.nat(99), b: fc.nat(99) });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ step: fc.constant('ask' as const), who: fc.nat(1), batch: fc.array(does, { minLength: 1, maxLength: 3 }) }),
  },
  { weight: 4, arbitrary: fc.record({ step: fc.constantFrom('land' as const, 'answer' as const), who: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ step: fc.constant('hear' as const), who: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('reload' as const), who: fc.nat(3) }) },
);

test('folded from all events and from those that each role may see, the order is one and the same', () => {
  fc.assert(
    fc.property(fc.array(fc.array(does, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 60, size: 'max' }), (batches) => {
      const server = founded();
      let n = 0;
      for (const [i, batch] of batches.entries()) {
        const commands = batch.flatMap((one) => commandOf(server.book, one, () => `w_${n++}`) ?? []);
        land(server, `${i}`, commands, 'p_ben', minute(i + 10));
      }
      const entries = server.journal.flatMap((landed) => landed.entries);
      whole(server.book);
      deepEqual(itemsOf(fold(entries)), itemsOf(server.book));
      for (const role of ROLES) {
        const book = fold(seen(role, entries));
        deepEqual(itemsOf(book), itemsOf(server.book), role);
        deepEqual(orderOf(book), orderOf(server.book), role);
      }
    }),
    { numRuns: 60 },
  );
});

test('with wishes shown at once, late answers, refusals and reloads, every browser ends with the order of the server', () => {
  let landed = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 160, size: 'max' }), (steps) => {
      const server = founded();
      const browsers = [
        opened(server, 'p_ana', 'owner'),
        opened(server, 'p_ben', 'marketer'),
        opened(server, 'p_caro', 'stakeholder'),
        opened(server, 'p_eve', 'viewer'),
      ];
      let n = 0;
      const take: { readonly [S in Exclude<Step['step'], 'ask'>]: (browser: Browser) => boolean } = {
        land: (browser) => {
          const wish = browser.sent.shift();
          if (!wish) return false;
          const answer = land(server, wish.batch, wish.commands, browser.person, wish.ctx.at);
          if (answer) landed++;
          else refused++;
          browser.answers.push({ batch: wish.batch, landed: answer });
          return true;
        },
        answer: (browser) => {
          const answer = browser.answers.shift();
          if (!answer) return false;
          browser.replica = answer.landed
            ? confirmed(browser.replica, answer.batch, answer.landed.seq, seen(browser.role, answer.landed.entries))
            : handedBack(browser.replica, answer.batch);
          return true;
        },
        hear: (browser) => {
          const next = server.journal[browser.heardOf];
          if (!next) return false;
          browser.heardOf++;
          const entries = seen(browser.role, next.entries);
          if (entries.length > 0) browser.replica = heard(browser.replica, { batch: next.batch, entries, people: [], notes: [] });
          return true;
        },
        reload: (browser) => {
          browser.replica = started(snapshot(server, browser), browser.replica.wishes);
          browser.heardOf = server.journal.length;
          return true;
        },
      };
      for (const [i, one] of steps.entries()) {
        const browser = browsers[one.who]!;
        if (one.step === 'ask') {
          const commands = one.batch.flatMap((wished) => commandOf(browser.replica.book, wished, () => `w_${n++}`) ?? []);
          const ctx = { by: browser.person, at: minute(i + 10) };
          const wish: Wish = { batch: `b${i}`, commands, ctx, notes: [], people: [], confirmed: null };
          const shown = asked(browser.replica, wish);
          if (shown.ok) {
            browser.replica = shown.value;
            browser.sent.push(wish);
          }
        } else take[one.step](browser);
        whole(browser.replica.book);
      }
      for (const browser of browsers) while (take.land(browser));
      for (const browser of browsers) {
        while (take.answer(browser) || take.hear(browser)) whole(browser.replica.book);
        equal(browser.replica.wishes.length, 0, `${browser.person} waits for nothing`);
        deepEqual(itemsOf(browser.replica.book), itemsOf(server.book), browser.person);
        deepEqual(orderOf(browser.replica.base), orderOf(server.book), browser.person);
      }
    }),
    { numRuns: 60 },
  );
  ok(landed > 200 && refused > 5, `${landed} landed, ${refused} were refused`);
});
