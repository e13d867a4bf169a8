import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemId, RequestId } from '../../kernel/ids.ts';
import { random } from '../../kernel/random.ts';
import { askedFor, requestsFor } from '../backlog/asked.ts';
import type { Book } from '../book.ts';
import { decideBatch } from '../decide.ts';
import { BY_LINK } from '../decider.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { founding, randomCommand } from '../random-commands.ts';
import { ALLOWS, type Act } from './allows.ts';
import { openQuestion, rootOf, type RequestCommand, type State } from './request.ts';

const wish = { result: 'n_result', whom: null, due: null, later: null, proof: null, tactic: null } as const;
const received = (id: RequestId): Asked => ['p_caro', { type: 'request/receive', id, form: null, by: 'p_caro', on: '2026-02-03', ...wish }];
const item = (id: ItemId): Asked => [
  'p_ben',
  { type: 'item/add', id, title: id, priority: null, owner: null, sizeDays: null, request: null, foundational: null, on: '2026-02-03' },
];
const ben = (command: RequestCommand): Asked => ['p_ben', command];
const caro = (command: RequestCommand): Asked => ['p_caro', command];
const HERE: readonly Asked[] = [...FOUNDED, item('w_a'), item('w_b'), received('q_one'), received('q_two')];

const DO: { readonly [A in Act]: RequestCommand } = {
  accept: { type: 'request/accept', id: 'q_one', item: 'w_a', why: 'n_why' },
  merge: { type: 'request/merge', id: 'q_one', into: 'q_two', why: 'n_why' },
  defer: { type: 'request/defer', id: 'q_one', until: '2026-03-01', why: 'n_why' },
  decline: { type: 'request/decline', id: 'q_one', why: 'n_why' },
  withdraw: { type: 'request/withdraw', id: 'q_one', why: null },
  return: { type: 'request/return', id: 'q_one', why: 'n_back' },
  ask: { type: 'request/ask', id: 'q_one', question: 'n_question' },
  answer: { type: 'request/answer', id: 'q_one', answer: 'n_answer' },
  'ask-place': { type: 'request/ask-place', id: 'q_one', place: 2, note: null },
  'answer-place': { type: 'request/answer-place', id: 'q_one', granted: false, why: 'n_no' },
};
const INTO: { readonly [S in State]: readonly Asked[] } = {
  received: [],
  deferred: [ben(DO.defer)],
  accepted: [ben(DO.accept)],
  merged: [ben(DO.merge)],
  declined: [ben(DO.decline)],
  withdrawn: [caro(DO.withdraw)],
};
const states = Object.keys(INTO) as State[];
const acts = Object.keys(DO) as Act[];
const answered = (book: Book, asked: Asked): string => {
  const answer = when(book, asked);
  return 'refused' in answer ? answer.refused.code : 'granted';
};

test('a request is received under the next reference, with the ids of what was written and no word of it', () => {
  deepEqual(when(given(...FOUNDED, received('q_one')), received('q_two')), {
    events: [{ type: 'request/received', id: 'q_two', ref: 'R-2', form: null, by: 'p_caro', on: '2026-02-03', ...wish }],
  });
  deepEqual(when(given(...HERE), received('q_one')), { refused: { code: 'there-already', thing: 'request', id: 'q_one' } });
});

test('in every state exactly that may be done which the table says', () => {
  for (const state of states) {
    const book = given(...HERE, ...INTO[state]);
    equal(book.request.get('q_one')!.standing.state, state);
    for (const act of acts)
      equal(answered(book, ben(DO[act])) !== 'request-stands-otherwise', ALLOWS[state].includes(act), `${act}, ${state}`);
  }
});

test('what may not be done says how the request stands', () => {
  deepEqual(when(given(...HERE, ...INTO.declined), ben(DO.accept)), {
    refused: { code: 'request-stands-otherwise', ref: 'R-1', state: 'declined' },
  });
  deepEqual(when(given(...HERE), ben({ ...DO.decline, id: 'q_none' })), {
    refused: { code: 'not-there', thing: 'request', id: 'q_none' },
  });
});

test('a request is accepted into work that stands', () => {
  deepEqual(when(given(...HERE), ben({ type: 'request/accept', id: 'q_one', item: 'w_none', why: 'n_why' })), {
    refused: { code: 'not-there', thing: 'item', id: 'w_none' },
  });
  const dropped = given(...HERE, ['p_ben', { type: 'item/drop', id: 'w_a', why: 'n_no' }]);
  deepEqual(when(dropped, ben(DO.accept)), { refused: { code: 'retired', thing: 'item', id: 'w_a' } });
  deepEqual(when(given(...HERE, ...INTO.accepted), ben(DO.accept)), { events: [] });
});

test('several requests may be accepted into one item, which knows everybody who asked', () => {
  const book = given(
    ...HERE,
    received('q_three'),
    ben(DO.accept),
    ben({ type: 'request/merge', id: 'q_two', into: 'q_one', why: 'n_same' }),
    ben({ type: 'request/accept', id: 'q_three', item: 'w_a', why: 'n_why' }),
  );
  deepEqual(
    requestsFor(book, 'w_a').map(({ id }) => id),
    ['q_one', 'q_two', 'q_three'],
  );
  deepEqual(requestsFor(book, 'w_b'), []);
  equal(askedFor(book, book.item.get('w_a')!).length, 3);
});

test('what an item says of its own request is not told twice', () => {
  const own = { by: 'p_caro', on: '2026-02-01', words: 'n_result' } as const;
  const book = given(...HERE, ['p_ben', { type: 'item/record-request', id: 'w_a', request: own }], ben(DO.accept));
  deepEqual(
    askedFor(book, book.item.get('w_a')!).map(({ request }) => request?.id),
    ['q_one'],
  );
  const other = given(
    ...HERE,
    ['p_ben', { type: 'item/record-request', id: 'w_a', request: { ...own, words: 'n_other' } }],
    ben(DO.accept),
  );
  deepEqual(
    askedFor(other, other.item.get('w_a')!).map(({ request, words }) => request?.id ?? words),
    ['n_other', 'q_one'],
  );
});

test('a request is joined with another that still lives, never with itself and never in a chain that ends nowhere', () => {
  const merged = given(...HERE, received('q_three'), ...INTO.merged);
  deepEqual(when(given(...HERE), ben({ type: 'request/merge', id: 'q_one', into: 'q_one', why: 'n_w' })), {
    refused: { code: 'merged-into-itself' },
  });
  deepEqual(when(merged, ben({ type: 'request/merge', id: 'q_three', into: 'q_one', why: 'n_w' })), {
    refused: { code: 'merge-into-the-first', ref: 'R-1', first: 'R-2' },
  });
  deepEqual(when(given(...HERE, ...INTO.declined), ben({ type: 'request/merge', id: 'q_two', into: 'q_one', why: 'n_w' })), {
    refused: { code: 'request-stands-otherwise', ref: 'R-1', state: 'declined' },
  });
});

test('when a request is withdrawn, those joined with it are received again', () => {
  deepEqual(when(given(...HERE, ...INTO.merged), caro({ type: 'request/withdraw', id: 'q_two', why: 'n_over' })), {
    events: [
      { type: 'request/withdrawn', id: 'q_two', why: 'n_over' },
      { type: 'request/returned', id: 'q_one', why: null },
    ],
  });
});

test('only the requester and those who plan may withdraw, answer or ask for a place', () => {
  const dirk = (command: RequestCommand): Asked => ['p_dirk', command];
  deepEqual(when(given(...HERE), dirk(DO.withdraw)), { refused: { code: 'not-your-request', ref: 'R-1' } });
  for (const by of ['p_caro', 'p_ben', 'p_ana', BY_LINK] as const) equal(answered(given(...HERE), [by, DO.withdraw]), 'granted');
});

test('a deferred request comes back on a day that is still to come', () => {
  for (const until of ['2026-02-03', '2026-01-01'])
    deepEqual(when(given(...HERE), ben({ type: 'request/defer', id: 'q_one', until, why: 'n_w' })), {
      refused: { code: 'not-later', until },
    });
});

test('one question at a time waits for its answer', () => {
  const asked = given(...HERE, ben(DO.ask));
  deepEqual(when(asked, ben(DO.ask)), { refused: { code: 'question-open', ref: 'R-1' } });
  deepEqual(when(given(...HERE), caro(DO.answer)), { refused: { code: 'no-question', ref: 'R-1' } });
  equal(openQuestion(asked.request.get('q_one')!)?.question, 'n_question');
  equal(openQuestion(given(...HERE, ben(DO.ask), caro(DO.answer)).request.get('q_one')!), null);
});

test('a place is a whole number from one, and is answered once', () => {
  const accepted: readonly Asked[] = [...HERE, ...INTO.accepted];
  for (const place of [0, 1.5, Number.NaN])
    deepEqual(when(given(...accepted), caro({ type: 'request/ask-place', id: 'q_one', place, note: null })), {
      refused: { code: 'not-a-place' },
    });
  deepEqual(when(given(...accepted), ben(DO['answer-place'])), { refused: { code: 'no-place-asked', ref: 'R-1' } });
  deepEqual(when(given(...accepted, caro(DO['ask-place'])), caro(DO['ask-place'])), { events: [] });
  deepEqual(when(given(...accepted, caro(DO['ask-place']), ben(DO['answer-place'])), ben(DO['answer-place'])), {
    refused: { code: 'no-place-asked', ref: 'R-1' },
  });
});

test('whoever came by a link asks by that link alone', () => {
  const link: readonly Asked[] = [...FOUNDED, ['p_ben', { type: 'form/make', id: 'f_a', name: 'Sales', until: null }]];
  const by = (form: 'f_a' | 'f_none' | null): Asked => [
    BY_LINK,
    { type: 'request/receive', id: 'q_x', form, by: 'p_new', on: '2026-02-03', ...wish },
  ];
  equal(answered(given(...link), by('f_a')), 'granted');
  for (const form of ['f_none', null] as const) equal(answered(given(...link), by(form)), 'not-there');
  deepEqual(when(given(...link, ['p_ben', { type: 'form/revoke', id: 'f_a' }]), by('f_a')), {
    refused: { code: 'form-closed', name: 'Sales', how: 'revoked' },
  });
  equal(answered(given(...link), [BY_LINK, { type: 'item/drop', id: 'w_a', why: 'n_x' }]), 'may-not');
});

/** Where a request is found: exactly one of these for each. */
const places = (book: Book): Map<RequestId, State[]> =>
  new Map(
    [...book.request.values()].map((request) => [
      request.id,
      states.filter((state) => rootOf(book, request) && request.standing.state === state),
    ]),
  );

test('whatever is asked in whatever order, every request ever received stands in one state and is found from where it stands', () => {
  fc.assert(
    fc.property(fc.noBias(fc.array(fc.nat(), { minLength: 20, maxLength: 160, size: 'max' })), (numbers) => {
      let book = given(...founding(random('intake')), ['p_owner', { type: 'form/make', id: 'f_open', name: 'Open', until: null }]);
      const ever = new Set<RequestId>();
      for (const [n, seed] of numbers.entries()) {
        const asked = onIntake(seed, book);
        const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
        const answer = decideBatch(book, [asked[1]], { by: asked[0], at });
        if (!answer.ok) continue;
        book = answer.value.book;
        for (const { event } of answer.value.entries) if (event.type === 'request/received') ever.add(event.id);
        deepEqual(new Set(book.request.keys()), ever, 'none is lost and none appears from nowhere');
        for (const [id, found] of places(book)) equal(found.length, 1, id);
        for (const request of book.request.values()) {
          const root = rootOf(book, request);
          ok(root.standing.state !== 'merged' && book.request.get(root.id) === root);
          if (root.standing.state === 'accepted') ok(requestsFor(book, root.standing.item).includes(request));
          ok(ALLOWS[root.standing.state].length > 0, 'there is always something that can be done');
        }
        // The same command once more receives nothing twice.
        const again = decideBatch(book, [asked[1]], { by: asked[0], at });
        ok(!again.ok || !again.value.entries.some(({ event }) => event.type === 'request/received'));
      }
    }),
    { numRuns: 60 },
  );
});

/** A command at random, mostly about requests. */
const onIntake = (seed: number, book: Book): Asked => {
  for (let n = 0; n < 12; n++) {
    const asked = randomCommand(random(`${seed} ${n}`), book);
    const { type } = asked[1];
    if (type.startsWith('request/') || type === 'item/add' || type === 'item/drop') return asked;
  }
  return randomCommand(random(String(seed)), book);
};
