/** A verdict at the doors: counted by the server from frozen criteria, facts and looks; taken and overruled on what it counts. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Command } from '../../src/domain/book.ts';
import type { Criteria } from '../../src/domain/campaign/criteria.ts';
import { QUESTIONS } from '../../src/domain/campaign/micro.ts';
import { verdictView } from '../../src/views/verdict/verdict-view.ts';
import { batchOf, castIn, good, openUnder, type Answer, type Cast, type Under } from './house-under-test.ts';

const DAY = 86_400_000;
const hand = (name: string) => ({ what: 'hand', name }) as const;
const REPLIES: Criteria = {
  measure: { kind: 'share', better: 'more', of: hand('Replies'), outOf: hand('Messages'), relative: false },
  scale: 0.08,
  abort: 0.05,
  minimum: 150,
  deadline: '2026-07-15',
  error: 0.1,
  guardrails: [],
};
type Stage = {
  readonly under: Under;
  readonly cast: Cast;
  readonly decide: (...commands: Command[]) => Promise<Answer>;
  readonly second: `p_${string}`;
};

/** A campaign of Max, its criteria frozen by Olaf, started on 21 May 2026. */
const started = async (t: TestContext, criteria: Criteria): Promise<Stage> => {
  const under = await openUnder(t);
  const cast = await castIn(under);
  const room = under.house.company('acme');
  if (!room.ok) throw new Error(room.refusal.text);
  const second = room.value.people().find(({ name }) => name === 'Olaf')!.id;
  const notes = [{ id: 'n_words', text: 'Shippers answer when we name their own tender date' }];
  const decide = (...commands: Command[]) => cast.marketer.post('decide', batchOf('acme', commands, { notes }));
  const id = 'c_wave' as const;
  await good(
    decide(
      {
        type: 'campaign/plan',
        id,
        name: 'Outreach',
        channel: 'E-mail',
        from: '2026-05-21',
        to: '2026-07-15',
        budgetMinor: null,
        key: 'wave-1',
        aliases: [],
        item: null,
        foundational: 'n_words',
        owner: null,
      },
      {
        type: 'campaign/brief',
        id,
        hypothesis: 'n_words',
        segment: null,
        line: null,
        variants: [{ name: 'One', weight: 1 }],
        randomised: false,
      },
      { type: 'campaign/write-criteria', id, criteria },
      { type: 'campaign/propose-criteria', id, revision: 1, second },
    ),
  );
  await good(cast.owner.post('decide', batchOf('acme', [{ type: 'campaign/freeze', id, revision: 1 }])));
  await good(
    decide(...QUESTIONS.map((question): Command => ({ type: 'campaign/answer', id, question, answer: 'n_words' })), {
      type: 'campaign/start',
      id,
      commitment: 'g_none',
    }),
  );
  return { under, cast, decide, second };
};
const look = (on: string, n: number, of: number): Command => ({
  type: 'campaign/look',
  id: 'c_wave',
  on,
  arms: [{ n, of, ofSquares: null, outOf: null, outOfSquares: null, products: null }],
  guards: [],
  spentMinor: null,
  correction: null,
});

void test('looks told by hand are judged; the word is taken on what the server counts, and kept as it stood', async (t) => {
  const { under, cast, decide, second } = await started(t, REPLIES);
  const asked = (more: object = {}) => cast.viewer.post('verdict', { company: 'acme', campaign: 'c_wave', ...more });
  const before = (await good(asked())).body;
  assert.equal(before.view.code, 'no-look');
  under.clock.at += 5 * DAY;
  await good(decide(look('2026-05-24', 200, 19), look('2026-05-26', 300, 31)));
  const seen = (await good(asked())).body;
  assert.equal(seen.view.word, 'keep-going');
  assert.equal(seen.view.title, 'Keep going: 31 of 300, 10.3 %');
  assert.deepEqual(verdictView(seen.input), seen.view, 'whoever has the input comes to the same verdict');
  assert.deepEqual([seen.answer.question, seen.answer.rows.length, seen.answer.total.word], ['verdict', 2, 'keep-going']);
  assert.equal((await good(asked({ asOf: '2026-05-24' }))).body.view.now, null, 'told on the 26th, it was not known on the 24th');

  const forged = await decide({ type: 'verdict/take', id: 'c_wave', said: { ...seen.said, word: 'scale' }, log: 'l_forged' });
  assert.equal(forged.body.error.code, 'not-counted-here');
  assert.equal(
    (await cast.marketer.post('verdict take', { company: 'acme', campaign: 'c_wave', expect: before.said.sha256 })).body.error.code,
    'numbers-moved',
  );
  assert.equal((await cast.writer.post('verdict take', { company: 'acme', campaign: 'c_wave' })).body.error.code, 'token-too-narrow');
  const overruled = await good(
    cast.marketer.post('verdict overrule', {
      company: 'acme',
      campaign: 'wave-1',
      word: 'abort',
      second,
      why: 'Nine came from one forwarded mail',
    }),
  );
  assert.equal(overruled.body.overrule, 1);
  const alone = await decide({ type: 'verdict/confirm-overrule', id: 'c_wave', overrule: 1, log: 'l_alone' });
  assert.notEqual(alone.status, 200);
  await good(cast.owner.post('decide', batchOf('acme', [{ type: 'verdict/confirm-overrule', id: 'c_wave', overrule: 1, log: 'l_two' }])));

  under.clock.at += DAY;
  await good(decide(look('2026-05-27', 400, 60)));
  const taken = (await good(cast.marketer.post('verdict take', { company: 'acme', campaign: 'c_wave' }))).body;
  assert.equal(taken.word, 'scale');
  const kept = (await good(cast.viewer.post('verdict kept', { company: 'acme', sha256: taken.sha256 }))).body;
  assert.deepEqual([kept.view.title, kept.input.told.length], ['Scale it: 60 of 400, 15 %, surely above 8 %', 3]);
  under.clock.at += 3 * DAY;
  await good(decide(look('2026-05-30', 900, 70)));
  assert.deepEqual(
    (await good(cast.viewer.post('verdict kept', { company: 'acme', sha256: taken.sha256 }))).body,
    kept,
    'late data change nothing that was kept',
  );
  assert.equal((await good(asked())).body.view.word, 'scale');
  const library = (search: string) => good(cast.viewer.get('verdicts', { company: 'acme', search }));
  const { rows, bases } = (await library('outreach')).body.library;
  assert.deepEqual([rows.length, rows[0].word, rows[0].taken.word, rows[0].n], [1, 'scale', 'scale', 900]);
  assert.match(bases[0].text, /^7\.8 % over one campaign/);
  assert.equal((await library('webinar')).body.library.rows.length, 0);
});

void test('what the facts count is judged without anybody telling it', async (t) => {
  const { under, cast, decide } = await started(t, {
    ...REPLIES,
    measure: {
      kind: 'share',
      better: 'more',
      of: { what: 'touch', kind: 'reply' },
      outOf: { what: 'touch', kind: 'sent' },
      relative: false,
    },
    guardrails: [
      {
        measure: {
          kind: 'share',
          better: 'less',
          of: { what: 'touch', kind: 'opt-out' },
          outOf: { what: 'touch', kind: 'sent' },
          relative: false,
        },
        limit: 0.05,
      },
    ],
  });
  under.clock.at += 6 * DAY;
  const rows = Array.from({ length: 300 }, (_, i) => [
    `s${i},${i}@x.example,2026-05-2${1 + (i % 4)},E-mail,wave-1,Sent`,
    ...(i % 6 === 0 ? [`r${i},${i}@x.example,2026-05-26,E-mail,wave-1,Reply`] : []),
    ...(i % 100 === 0 ? [`o${i},${i}@x.example,2026-05-26,E-mail,wave-1,Opt-out`] : []),
  ]).flat();
  const file = path.join(under.folder, 'touches.csv');
  writeFileSync(file, ['Touch ID,Email,Date,Channel,Campaign,Kind', ...rows].join('\n'));
  const room = under.house.company('acme');
  if (!room.ok) throw new Error(room.refusal.text);
  const loaded = await (
    await room.value.facts()
  ).load({ path: file, name: 'touches.csv' }, { answers: { rows: 'touch' } }, { by: 'p_x', at: new Date(under.clock.at).toISOString() });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  const { view, input } = (await good(cast.viewer.get('verdict', { company: 'acme', campaign: 'c_wave' }))).body;
  assert.deepEqual([view.word, view.now.n, view.now.arms[0].came], ['scale', 300, 50]);
  assert.deepEqual([view.guards[0].arms[0].came, view.guards[0].broken], [3, false]);
  assert.deepEqual(verdictView(input), view);

  const late = path.join(under.folder, 'late.csv');
  const more = Array.from({ length: 20 }, (_, i) => `l${i},l${i}@x.example,2026-05-25,E-mail,Wave 1 EN,Sent`);
  writeFileSync(late, ['Touch ID,Email,Date,Channel,Campaign,Kind', ...more].join('\n'));
  const by = { by: 'p_x', at: new Date(under.clock.at).toISOString() } as const;
  assert.ok((await (await room.value.facts()).load({ path: late, name: 'late.csv' }, { answers: { rows: 'touch' } }, by)).ok);
  const now = async () => (await good(cast.viewer.get('verdict', { company: 'acme', campaign: 'c_wave' }))).body;
  assert.equal((await now()).view.now.n, 300);
  await good(decide({ type: 'campaign/add-alias', id: 'c_wave', alias: 'Wave 1 EN' }));
  const wider = await now();
  assert.equal(wider.view.now.n, 320);
  assert.equal(
    wider.view.why.at(-1),
    'Counted under one more name than when its criteria were frozen: “Wave 1 EN” since 27 May.',
    'what is counted since stands beside the count, and is kept with it',
  );
  const gone = await decide({ type: 'campaign/rename', id: 'c_wave', name: 'Other' });
  assert.equal(gone.body.error.code, 'frame-frozen');
});

void test('what programs send through the door for events is evidence like any other', async (t) => {
  const { under, cast } = await started(t, {
    ...REPLIES,
    measure: {
      kind: 'share',
      better: 'more',
      of: { what: 'touch', kind: 'Demo Requested' },
      outOf: { what: 'touch', kind: 'page' },
      relative: false,
    },
  });
  under.clock.at += 6 * DAY;
  const { writeKey } = (await good(cast.owner.post('source add', { company: 'acme', name: 'Website' }))).body;
  const visit = (i: number): object[] => {
    const came = {
      anonymousId: `v${i}`,
      context: { campaign: { name: 'wave-1', medium: 'email' } },
      timestamp: `2026-05-2${2 + (i % 3)}T09:00:00Z`,
    };
    const page = { ...came, type: 'page', messageId: `p${i}`, name: 'Tenders', properties: { url: 'https://acme.example/tenders' } };
    return [page, ...(i % 5 === 0 ? [{ ...came, type: 'track', messageId: `d${i}`, event: 'Demo Requested' }] : [])];
  };
  const answer = await under.app.request('/v1/batch', {
    method: 'POST',
    headers: { host: 'localhost:4000', 'content-type': 'application/json', authorization: `Basic ${btoa(`${writeKey}:`)}` },
    body: JSON.stringify({ batch: Array.from({ length: 200 }, (_, i) => visit(i)).flat() }),
  });
  assert.equal(answer.status, 200);
  await under.door.landing.now('acme');
  const { view } = (await good(cast.viewer.get('verdict', { company: 'acme', campaign: 'c_wave' }))).body;
  assert.deepEqual([view.word, view.now.n, view.now.arms[0].came], ['scale', 200, 40]);
});

void test('a stage that no file and no definition knows is not put forward, once any are known', async (t) => {
  const staged = (stage: string): Criteria => ({
    ...REPLIES,
    measure: { kind: 'share', better: 'more', of: { what: 'stage', stage }, outOf: { what: 'lead' }, relative: false },
  });
  // Before any file named a stage there is nothing to hold it against.
  const { under, decide, second } = await started(t, staged('zzz'));
  const file = path.join(under.folder, 'deals.csv');
  writeFileSync(
    file,
    'Opportunity ID,Account Name,Created Date,Stage,Amount\n1,Acme,2026-05-02,Qualified,100\n2,Blue,2026-05-03,Proposal,100\n',
  );
  const room = under.house.company('acme');
  if (!room.ok) throw new Error(room.refusal.text);
  const by = { by: 'p_x', at: new Date(under.clock.at).toISOString() } as const;
  const loaded = await (await room.value.facts()).load({ path: file, name: 'deals.csv' }, { answers: { rows: 'opportunity' } }, by);
  assert.ok(loaded.ok, JSON.stringify(loaded));
  const id = 'c_next' as const;
  const wave = { name: 'Next', channel: 'E-mail', from: '2026-05-22', to: '2026-07-15', key: 'wave-2', budgetMinor: null } as const;
  const brief = { hypothesis: 'n_words', segment: null, line: null, variants: [{ name: 'One', weight: 1 }], randomised: false } as const;
  await good(
    decide(
      { type: 'campaign/plan', id, ...wave, aliases: [], item: null, foundational: 'n_words', owner: null },
      { type: 'campaign/brief', id, ...brief },
      { type: 'campaign/write-criteria', id, criteria: staged('zzz') },
    ),
  );
  const refused = await decide({ type: 'campaign/propose-criteria', id, revision: 1, second });
  assert.equal(refused.body.error.code, 'unknown-stage');
  assert.match(refused.body.error.todo, /Proposal/);
  await good(
    decide(
      { type: 'campaign/write-criteria', id, criteria: staged(' qualified') },
      { type: 'campaign/propose-criteria', id, revision: 2, second },
    ),
  );
});

void test('how many are needed is answered with the audience and the pace, or refused with what to say instead', async (t) => {
  const under = await openUnder(t);
  const { marketer } = await castIn(under);
  const { body } = await good(
    marketer.get('sample-size', { company: 'acme', scale: '0.08', abort: '0.05', minimum: '150', channel: 'E-mail' }),
  );
  assert.ok(body.needed > 400 && body.needed < 800, String(body.needed));
  assert.match(body.sentences[0], /cases are needed to tell 8 % from 5 %/);
  assert.match(body.sentences[1], /^E-mail brought nobody in the last 90 days/);
  assert.equal((await marketer.get('sample-size', { company: 'acme', scale: '0.05', abort: '0.08' })).body.error.code, 'invalid-input');
  const size = async (wish: object) => (await good(marketer.get('sample-size', { company: 'acme', ...wish }))).body;
  const counts = await size({ measure: 'count', scale: '0.3', abort: '0.2' });
  assert.match(counts.sentences[0], /^About \d+0 cases are needed to tell 0\.3 from 0\.2/);
  const deals = { measure: 'mean', unit: 'money', scale: '500000', abort: '300000' };
  const unknown = await size({ ...deals, like: 'Revenue won' });
  assert.deepEqual([unknown.needed, unknown.asks], [null, 'spread']);
  assert.match(unknown.sentences[0], /^How widely single amounts spread is not known/);
  const said = await size({ ...deals, half: '900000', ninth: '4000000', paying: '0.3', there: '400' });
  assert.ok(said.needed > 300 && said.spread > 2, JSON.stringify(said));
  assert.match(said.sentences[0], /to tell €5,000 from €3,000/);
  assert.match(said.sentences[1], /by the amounts that half of them and nine in ten stay under/);
  const cost = await size({ measure: 'cost', better: 'less', scale: '4000', abort: '6000', minimum: '20' });
  assert.match(cost.sentences[0], /Their money: €/);
  const apart = await size({ base: '0.1', scale: '0.2', abort: '0', there: '2000' });
  assert.match(apart.sentences[1], /^With 2,000 cases over all variants a difference under \d+(\.\d+)? % would probably not be seen/);
  assert.equal(
    (await marketer.get('sample-size', { company: 'acme', measure: 'cost', base: '1', better: 'less', scale: '4', abort: '6' })).body.error
      .code,
    'invalid-input',
  );
});
