/**
 * What every engine that keeps a company must hold to, whatever it is made of. An engine's test calls this with a way
 * to make empty places; SQLite's is company-store.test.ts.
 */
import { deepEqual, equal, notEqual, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import type { Result } from '../kernel/result.ts';
import type { AppendRefusal, BatchStamp, NewEntry } from './company/journal.ts';
import { packSha256 } from './company/packs.ts';
import type { CompanyStore, Known } from './company-store.ts';

/** Somewhere a company can be kept; opened again, it holds what was written before. */
export type Place = { readonly open: (known?: Known) => Result<CompanyStore, { readonly code: string; readonly text: string }> };

const at = '2026-02-03T08:00:00.000Z';
const stamp = (batch: string, by = 'p_ana'): BatchStamp => ({ batch, by, at });
const entry = (n: number, notes?: readonly string[]): NewEntry => ({ type: 'item/added', v: 1, data: { n }, ...(notes && { notes }) });
const ann = { id: 'p_ann', name: 'Ann', email: 'ann@example.com' };
const refused = (refusal: AppendRefusal) => ({ ok: false, refusal });
const landed = (...seqs: number[]) => ({ ok: true, value: { seqs, already: false } });

/** Runs the suite against one engine. */
export const companyStoreContract = (engine: string, place: () => Place): void => {
  type Check = (store: CompanyStore, again: () => CompanyStore, closed: (store: CompanyStore) => void) => void;
  const rule = (name: string, check: Check): void =>
    void test(`${engine}: ${name}`, () => {
      const here = place();
      const open = new Set<CompanyStore>();
      const again = (): CompanyStore => {
        const store = here.open();
        if (!store.ok) throw new Error(store.refusal.text);
        open.add(store.value);
        return store.value;
      };
      const closed = (store: CompanyStore): void => {
        open.delete(store);
        store.close();
      };
      try {
        check(again(), again, closed);
      } finally {
        open.forEach(closed);
      }
    });

  rule('an empty journal ends at nothing', (store) => {
    equal(store.head(), 0);
    deepEqual([store.since(0), store.entriesOf('b'), store.people(), store.notes(), store.mappings()], [[], [], [], [], []]);
  });

  rule('events are numbered from one without gaps and read back as they were written', (store) => {
    const data = { name: 'Grüße “x”\n\u0000', n: 1.5, none: null, list: [{ a: [] }], '': true };
    deepEqual(store.append(0, [{ type: 'a/b', v: 3, data }, entry(2)], stamp('b1')), landed(1, 2));
    deepEqual(store.append(2, [entry(3)], stamp('b2', 'p_ben')), landed(3));
    deepEqual(store.since(0), [
      { seq: 1, type: 'a/b', v: 3, data, by: 'p_ana', at, batch: 'b1', notes: {} },
      { seq: 2, type: 'item/added', v: 1, data: { n: 2 }, by: 'p_ana', at, batch: 'b1', notes: {} },
      { seq: 3, type: 'item/added', v: 1, data: { n: 3 }, by: 'p_ben', at, batch: 'b2', notes: {} },
    ]);
    deepEqual(
      store.since(2).map((e) => e.seq),
      [3],
    );
    deepEqual(store.since(3), []);
    deepEqual(
      store.entriesOf('b1').map((e) => e.seq),
      [1, 2],
    );
    equal(store.head(), 3);
  });

  rule('what was answered stands after it is opened again', (store, again, closed) => {
    store.append(0, [entry(1, ['n_a'])], stamp('b1'), { people: [ann], notes: [{ id: 'n_a', text: 'Because' }] });
    const before = store.since(0);
    closed(store);
    const next = again();
    deepEqual(next.since(0), before);
    deepEqual(next.people(), [ann]);
    deepEqual(next.notes(), [{ id: 'n_a', text: 'Because', by: 'p_ana', at }]);
  });

  rule('an append from behind is refused and told where the journal ends', (store) => {
    store.append(0, [entry(1)], stamp('b1'));
    deepEqual(store.append(0, [entry(2)], stamp('b2')), refused({ code: 'moved-on', head: 1 }));
    deepEqual(store.append(5, [entry(2)], stamp('b2')), refused({ code: 'moved-on', head: 1 }));
    equal(store.head(), 1);
  });

  rule('a batch sent again is answered with where it landed, even from far behind, and not written again', (store) => {
    store.append(0, [entry(1), entry(2)], stamp('b1'));
    store.append(2, [entry(3)], stamp('b2'));
    deepEqual(store.append(0, [entry(9), entry(9)], stamp('b1')), { ok: true, value: { seqs: [1, 2], already: true } });
    equal(store.head(), 3);
  });

  rule('a batch id that somebody else used is refused, and says nothing of what he wrote', (store) => {
    store.append(0, [entry(1)], stamp('b1'));
    deepEqual(store.append(1, [entry(2)], stamp('b1', 'p_eve')), refused({ code: 'batch-of-another' }));
    equal(store.head(), 1);
  });

  rule('of two that decide at once on the same state, one lands and the other is told', (store, again) => {
    const other = again();
    let [won, lost] = [0, 0];
    for (let n = 0; n < 20; n++) {
      const after = store.head();
      for (const [i, door] of [store, other].entries()) {
        const answer = door.append(after, [entry(n)], stamp(`${n}-${i}`));
        if (answer.ok) won += 1;
        else deepEqual(answer.refusal, { code: 'moved-on', head: after + 1 });
        if (!answer.ok) lost += 1;
      }
    }
    deepEqual([won, lost, store.head()], [20, 20, 20]);
  });

  rule('a batch may have no event, and its people and notes are kept all the same', (store) => {
    deepEqual(store.append(0, [], stamp('b1'), { people: [ann], notes: [{ id: 'n_a', text: 'x' }] }), landed());
    deepEqual([store.head(), store.people().length, store.notes().length], [0, 1, 1]);
  });

  rule('a batch of five hundred events lands like one of one', (store) => {
    store.append(
      0,
      Array.from({ length: 500 }, (_, n) => entry(n)),
      stamp('b1'),
    );
    deepEqual(
      store.since(0).map((e) => e.seq),
      Array.from({ length: 500 }, (_, n) => n + 1),
    );
  });

  rule('an event names a note with its hash, and two notes of the same words have two hashes', (store) => {
    const notes = [
      { id: 'n_a', text: 'yes' },
      { id: 'n_b', text: 'yes' },
    ];
    store.append(0, [entry(1, ['n_a', 'n_b'])], stamp('b1'), { notes });
    store.append(1, [entry(2, ['n_a'])], stamp('b2'));
    const [first, second] = store.since(0);
    ok(/^[0-9a-f]{64}$/.test(first!.notes.n_a!));
    notEqual(first!.notes.n_a, first!.notes.n_b);
    deepEqual(second!.notes, { n_a: first!.notes.n_a });
  });

  rule('a refused batch leaves nothing behind: no event, no person, no note', (store) => {
    const rows = { people: [ann], notes: [{ id: 'n_a', text: 'x' }] };
    deepEqual(store.append(0, [entry(1), entry(2, ['n_gone'])], stamp('b1'), rows), refused({ code: 'note-missing', id: 'n_gone' }));
    deepEqual(store.append(7, [entry(1)], stamp('b1'), rows), refused({ code: 'moved-on', head: 0 }));
    deepEqual([store.head(), store.people(), store.notes()], [0, [], []]);
    deepEqual(store.append(0, [entry(1)], stamp('b1')), landed(1), 'and the batch may still land');
  });

  rule('a batch that breaks off half-way leaves nothing behind', (store) => {
    const broken = { type: 'a/b', v: 1, data: { n: 1n } };
    throws(() => store.append(0, [entry(1), broken, entry(3)], stamp('b1'), { people: [ann], notes: [{ id: 'n_a', text: 'x' }] }));
    deepEqual([store.head(), store.people(), store.notes()], [0, [], []]);
    deepEqual(store.append(0, [entry(1)], stamp('b2')), landed(1));
  });

  rule('what was written in a note is never rewritten', (store) => {
    store.append(0, [], stamp('b1'), { notes: [{ id: 'n_a', text: 'first' }] });
    for (const [text, by] of [
      ['second', 'p_ana'],
      ['first', 'p_eve'],
    ] as const)
      deepEqual(store.append(0, [entry(1)], stamp('b2', by), { notes: [{ id: 'n_a', text }] }), refused({ code: 'note-taken', id: 'n_a' }));
    deepEqual(store.append(0, [entry(1, ['n_a'])], stamp('b2'), { notes: [{ id: 'n_a', text: 'first' }] }), landed(1));
    deepEqual(
      store.notes(['n_a', 'n_none', 'n_a']).map((n) => n.text),
      ['first', 'first'],
    );
  });

  rule('an erased note is gone, the event that names it stays, and nothing may name it again', (store) => {
    store.append(0, [entry(1, ['n_a'])], stamp('b1'), { notes: [{ id: 'n_a', text: 'words' }] });
    const before = store.since(0);
    deepEqual([store.eraseNote('n_a', at), store.eraseNote('n_a', at), store.eraseNote('n_none', at)], [true, false, false]);
    deepEqual([store.notes(), store.notes(['n_a'])], [[], []]);
    deepEqual(store.since(0), before);
    deepEqual(store.append(1, [entry(2, ['n_a'])], stamp('b2')), refused({ code: 'note-missing', id: 'n_a' }));
    deepEqual(
      store.append(1, [entry(2)], stamp('b2'), { notes: [{ id: 'n_a', text: 'words' }] }),
      refused({ code: 'note-taken', id: 'n_a' }),
    );
  });

  rule('a batch adds people who are not known, and changes nobody who is', (store) => {
    store.append(0, [], stamp('b1'), { people: [ann] });
    store.addPeople([
      { ...ann, name: 'Anna' },
      { id: 'p_bo', name: 'Bo', email: null },
    ]);
    deepEqual(store.people(), [ann, { id: 'p_bo', name: 'Bo', email: null }]);
    deepEqual([store.renamePerson({ ...ann, name: 'Anna' }), store.renamePerson({ ...ann, id: 'p_none' })], [true, false]);
    equal(store.people()[0]?.name, 'Anna');
  });

  rule('an erased person is gone and does not come back with a later batch', (store) => {
    store.addPeople([ann]);
    deepEqual([store.erasePerson('p_ann', at), store.erasePerson('p_ann', at), store.erasePerson('p_none', at)], [true, false, false]);
    store.append(0, [entry(1)], stamp('b1'), { people: [ann] });
    equal(store.renamePerson(ann), false);
    deepEqual(store.people(), []);
  });

  rule('a comment is kept once, read with its thing, and erased for good', (store, again, closed) => {
    const first = { id: 'z_a', thing: 'r_a', text: 'Shall we?', by: 'p_ana', at };
    const other = { ...first, id: 'z_b', thing: 'r_b', at: '2026-02-03T09:00:00.000Z' };
    deepEqual([store.addComment(first), store.addComment(other), store.addComment({ ...first, text: 'No' })], [true, true, false]);
    deepEqual([store.comments('r_a'), store.comments('r_none'), store.comments()], [[first], [], [first, other]]);
    deepEqual([store.eraseComment('z_a', at), store.eraseComment('z_a', at), store.eraseComment('z_none', at)], [true, false, false]);
    deepEqual([store.comment('z_a'), store.addComment(first)], [null, false]);
    closed(store);
    deepEqual(again().comments(), [other]);
  });

  rule('a mapping is saved under its name, replaced and removed', (store) => {
    const mapping = { name: 'CRM', headers: ['Deal', 'Won on'], json: { deal: ['opportunity.id'] }, savedAt: at };
    store.saveMapping({ ...mapping, json: 1 });
    store.saveMapping(mapping);
    deepEqual([store.mapping('CRM'), store.mapping('ERP'), store.mappings()], [mapping, null, [mapping]]);
    deepEqual([store.removeMapping('CRM'), store.removeMapping('CRM'), store.mappings()], [true, false, []]);
  });

  const letter = (news: string) => ({ news, request: 'q_a', address: 'sanne@example.com', subject: 'R-1', words: 'Accepted.', at });
  const waiting = (store: CompanyStore, now = at) => store.dueLetters(now, 10).map(({ news, tries }) => `${news} ${tries}`);

  rule('published numbers land with their event, stay byte for byte, and are what their name says', (store, again, closed) => {
    const json = '{"period":"2026-Q1","won":124000000}';
    const pack = { sha256: packSha256(json), json };
    deepEqual(store.append(0, [entry(1)], stamp('b1'), { packs: [pack] }), landed(1));
    deepEqual(store.append(1, [entry(2)], stamp('b2'), { packs: [pack] }), landed(2));
    throws(() => store.append(2, [entry(3)], stamp('b3'), { packs: [{ ...pack, json: '{}' }] }), RangeError);
    deepEqual([store.head(), store.pack(pack.sha256), store.pack('none'), store.packs()], [2, json, null, [pack.sha256]]);
    closed(store);
    equal(again().pack(pack.sha256), json);
  });

  rule('a letter lands with the batch it tells of, once, or not at all', (store, again, closed) => {
    store.append(7, [entry(1)], stamp('b0'), { letters: [letter('q_a:1')] });
    deepEqual(waiting(store), []);
    store.append(0, [entry(1)], stamp('b1'), { letters: [letter('q_a:1'), letter('q_a:1'), letter('q_a:2')] });
    deepEqual(waiting(store), ['q_a:1 0', 'q_a:2 0']);
    closed(store);
    deepEqual(waiting(again()), ['q_a:1 0', 'q_a:2 0']);
  });

  rule('a letter that could not be sent is due again later, and one that was sent or given up keeps no words', (store) => {
    store.append(0, [entry(1)], stamp('b1'), { letters: ['1', '2', '3'].map(letter) });
    const later = '2026-02-03T09:00:00.000Z';
    const [one, two, three] = store.dueLetters(at, 10).map(({ id }) => id);
    store.letterSent(one!, at);
    store.letterFailed(two!, 'no route', later);
    store.letterFailed(three!, 'no such mailbox', null);
    deepEqual([waiting(store), waiting(store, later)], [[], ['2 1']]);
    deepEqual(store.postStands(), { waiting: 1, givenUp: 1, fault: 'no such mailbox' });
    store.eraseLetters('q_a');
    deepEqual([waiting(store, later), store.postStands().waiting], [[], 0]);
  });

  rule('the date a requester was told is noted with the letter that says so', (store) => {
    equal(store.toldDay('q_a'), null);
    store.tellDay('q_a', '2026-06-30', null);
    store.tellDay('q_a', '2026-07-14', letter('moved'));
    deepEqual([store.toldDay('q_a'), waiting(store)], ['2026-07-14', ['moved 0']]);
  });

  rule('a form is found by the secret of its link and by nothing else', (store, again, closed) => {
    store.append(0, [entry(1)], stamp('b1'), { links: [{ form: 'f_a', token: 'lsf_one' }] });
    deepEqual([store.formOf('lsf_one'), store.formOf('lsf_two'), store.formOf('')], ['f_a', null, null]);
    const signs = store.secretFor('pages');
    notEqual(signs, store.secretFor('forms'));
    closed(store);
    equal(again().secretFor('pages'), signs);
  });

  void test(`${engine}: a journal from a newer Lockstep is refused, with one sentence that says so`, () => {
    const here = place();
    const store = here.open({});
    if (!store.ok) throw new Error(store.refusal.text);
    store.value.append(
      0,
      [
        { type: 'item/added', v: 2, data: {} },
        { type: 'workshop/opened', v: 1, data: {} },
      ],
      stamp('b1'),
    );
    store.value.close();
    const all = { 'item/added': 2, 'workshop/opened': 1 };
    for (const known of [{ ...all, 'item/added': 1 }, { 'item/added': 2 }, {}]) {
      const again = here.open(known);
      deepEqual([again.ok, !again.ok && again.refusal.code], [false, 'newer-lockstep']);
      ok(
        !again.ok &&
          /^[^.]+ was written by a newer Lockstep \(event (item\/added v2|workshop\/opened v1)\): [^.]+\.$/.test(
            again.refusal.text.replace('company.db', 'company'),
          ),
      );
    }
    const again = here.open(all);
    equal(again.ok, true);
    if (again.ok) again.value.close();
  });

  rule('changes of a room stand in their order, and words are erased without the changes', (store, again) => {
    const change = (seq: number, id: string, by = 'p_ana') => ({
      workshop: 'h_a',
      seq,
      id,
      by,
      at,
      json: { do: 'write', n: seq },
      words: `${id}!`,
      was: 0,
    });
    store.addRoomChanges([change(1, 'one'), change(2, 'two', 'p_ben')]);
    store.addRoomChanges([change(3, 'three')]);
    throws(() => store.addRoomChanges([change(4, 'three')]));
    throws(() => store.addRoomChanges([change(3, 'four')]));
    deepEqual(again().roomChanges('h_a', 1), [change(2, 'two', 'p_ben'), change(3, 'three')]);
    deepEqual(
      [store.eraseRoomWords('h_a', 'p_ana'), store.eraseRoomWords('h_a', 'p_ana'), store.eraseRoomWords('h_b', 'p_ben')],
      [true, false, false],
    );
    deepEqual(JSON.stringify(store.roomChanges('h_a', 0).map(({ words }) => words)), '[null,"two!",null]');
  });
};
