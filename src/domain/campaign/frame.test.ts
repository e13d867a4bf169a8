/** From freezing on: what stays as it is, what may still be said, and which trace it leaves. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { minute, given, when, type Asked } from '../given.ts';
import { ben, brief, caro, criteria, FROZEN, MICRO, PLANNED_MICRO, PROPOSED, READY, RUNNING, WRITTEN, whenOn } from '../given-campaign.ts';
import { inverseOf } from '../inverse.ts';
import type { CampaignCommand } from './decide-campaign.ts';
import { namedSince } from './frame.ts';
import type { Measure } from './criteria.ts';
import { notJudged } from './judged.ts';

const frozen = given(...FROZEN);
const running = given(...RUNNING);
const alias = (name: string) => ben({ type: 'campaign/add-alias', id: MICRO, alias: name });
const unalias = (name: string) => ben({ type: 'campaign/remove-alias', id: MICRO, alias: name });

const CHANGES: readonly (readonly [string, CampaignCommand, string])[] = [
  ['budget', { type: 'campaign/rebudget', id: MICRO, budgetMinor: 900_000_000 }, 'budget'],
  ['dates', { type: 'campaign/reschedule', id: MICRO, from: '2026-02-03', to: '2026-10-17' }, 'dates'],
  ['channel', { type: 'campaign/rechannel', id: MICRO, channel: 'Fair' }, 'channel'],
  ['name, which the data may carry', { type: 'campaign/rename', id: MICRO, name: 'Wave one' }, 'name'],
];
for (const [rule, command, what] of CHANGES)
  test(`refused: nobody changes its ${rule} from freezing on, before the start or after it`, () => {
    for (const book of [frozen, running]) deepEqual(when(book, ben(command)), { refused: { code: 'frame-frozen', campaign: MICRO, what } });
    equal('events' in when(given(...WRITTEN), ben(command)), true);
  });
for (const [rule, command] of [...CHANGES, ['names', { type: 'campaign/add-alias', id: MICRO, alias: 'wave 1 EN' }] as const])
  test(`refused: nobody freezes another ${rule} than what was put to him`, () => {
    const moved = given(...PROPOSED, ben(command));
    const freeze = caro({ type: 'campaign/freeze', id: MICRO, revision: 1 });
    deepEqual(when(moved, freeze), { refused: { code: 'criteria-not-proposed', campaign: MICRO } });
    const { proposed, overtaken } = moved.campaign.get(MICRO)!.micro!.written!;
    deepEqual([proposed, overtaken?.by, overtaken?.second], [null, 'p_ben', 'p_caro']);
  });
test('put forward again with its new frame it is frozen, and an undo of the change does not stand for that', () => {
  const dearer: CampaignCommand = { type: 'campaign/rebudget', id: MICRO, budgetMinor: 200_000 };
  const again = given(...PROPOSED, ben(dearer), ben({ type: 'campaign/propose-criteria', id: MICRO, revision: 1, second: 'p_caro' }));
  deepEqual(when(again, caro({ type: 'campaign/freeze', id: MICRO, revision: 1 })), {
    events: [{ type: 'campaign/frozen', id: MICRO, revision: 1 }],
  });
  const event = { type: 'campaign/rebudgeted', id: MICRO, budgetMinor: 200_000 } as const;
  deepEqual(
    [given(...WRITTEN), given(...PROPOSED)].map((before) => inverseOf(event, before)),
    [{ type: 'campaign/rebudget', id: MICRO, budgetMinor: 100_000 }, null],
  );
  const owner = given(...PROPOSED, ben({ type: 'campaign/hand-over', id: MICRO, owner: 'p_caro' })).campaign.get(MICRO)!;
  equal(owner.micro!.written!.proposed?.second, 'p_caro');
});
test('what it says already is no change, and its owner may be another', () => {
  deepEqual(when(running, ben({ type: 'campaign/rechannel', id: MICRO, channel: 'Outreach' })), { events: [] });
  deepEqual(when(running, ben({ type: 'campaign/hand-over', id: MICRO, owner: 'p_caro' })), {
    events: [{ type: 'campaign/handed-over', id: MICRO, owner: 'p_caro' }],
  });
});
test('refused: its answers stay after the start', () => {
  const answer = { type: 'campaign/answer', id: MICRO, question: 'consent', answer: 'n_other' } as const;
  equal('events' in when(given(...READY), ben(answer)), true);
  deepEqual(when(running, ben(answer)), { refused: { code: 'campaign-runs', campaign: MICRO } });
});

test('after the start another name may be added and only such a name taken away, each with its trace', () => {
  const stays = { refused: { code: 'frame-frozen', campaign: MICRO, what: 'other names' } };
  deepEqual(when(frozen, alias('wave 1 EN')), stays);
  const known = given(...WRITTEN, alias('wave_one'), ...RUNNING.slice(WRITTEN.length));
  deepEqual(when(known, unalias('wave_one')), stays);
  const more = given(...RUNNING, alias('wave 1 EN'));
  const [added] = more.campaign.get(MICRO)!.micro!.renamed;
  deepEqual(added, { did: 'added', alias: 'wave 1 EN', by: 'p_ben', at: minute(RUNNING.length) });
  deepEqual(namedSince(more.campaign.get(MICRO)!.micro!), [added]);
  const less = given(...RUNNING, alias('wave 1 EN'), unalias('wave 1 EN')).campaign.get(MICRO)!;
  deepEqual([less.aliases, less.micro!.renamed.map(({ did }) => did), namedSince(less.micro!)], [[], ['added', 'removed'], []]);
});

const propose = ben({ type: 'campaign/propose-criteria', id: MICRO, revision: 1, second: 'p_caro' });
test('refused: criteria are not put forward with a budget that no line pays', () => {
  const written = (line: 'b_out' | null, ...more: readonly Asked[]) =>
    given(...PLANNED_MICRO, ben({ ...brief, line }), ben({ type: 'campaign/write-criteria', id: MICRO, criteria }), ...more);
  deepEqual(when(written(null), propose), { refused: { code: 'line-needed', campaign: MICRO } });
  equal('events' in when(written('b_out'), propose), true);
  equal('events' in when(written(null, ben({ type: 'campaign/rebudget', id: MICRO, budgetMinor: null })), propose), true);
});
test('refused: nor put forward again with one that was given since', () => {
  const free: Asked = ben({ type: 'campaign/rebudget', id: MICRO, budgetMinor: 0 });
  const dear: Asked = ben({ type: 'campaign/rebudget', id: MICRO, budgetMinor: 100 });
  const book = given(...WRITTEN, ben({ ...brief, line: null }), free, propose, dear);
  deepEqual(when(book, propose), { refused: { code: 'line-needed', campaign: MICRO } });
});
test('refused: nor put forward after the first day, and moving that day opens them again', () => {
  deepEqual(whenOn(given(...WRITTEN), '2026-02-04', propose), { refused: { code: 'start-has-passed', from: '2026-02-03' } });
  const moved = given(...WRITTEN, ben({ type: 'campaign/reschedule', id: MICRO, from: '2026-02-04', to: '2026-03-31' }));
  equal('events' in whenOn(moved, '2026-02-04', propose), true);
});

const facts = (kind: Measure['kind'], of: Measure['of']['what'], outOf: Measure['of']['what']): Measure =>
  ({ kind, better: 'more', of: { what: of }, outOf: { what: outOf }, relative: false }) as Measure;
test('a measure that no rule can judge is refused, as measure and as guardrail', () => {
  const asked = (measure: Measure, guardrails: readonly Measure[] = []) =>
    when(
      given(...WRITTEN),
      ben({
        type: 'campaign/write-criteria',
        id: MICRO,
        criteria: { ...criteria, measure, guardrails: guardrails.map((one) => ({ measure: one, limit: 0.5 })) },
      }),
    );
  const REFUSED = [
    [facts('ratio', 'revenue', 'spend'), 'revenue-over-spend'],
    [facts('share', 'spend', 'revenue'), 'spend-of-case'],
    [facts('ratio', 'spend', 'revenue'), 'revenue-as-case'],
    [facts('share', 'lead', 'spend'), 'share-of-money'],
  ] as const;
  for (const [measure, why] of REFUSED) {
    deepEqual(asked(measure), { refused: { code: 'cannot-be-judged', why } });
    deepEqual(asked(criteria.measure, [measure]), { refused: { code: 'cannot-be-judged', why } });
  }
  equal('events' in asked(facts('ratio', 'spend', 'lead')), true);
});
test('no file says which variant money was spent for', () => {
  const cost = facts('ratio', 'spend', 'lead');
  deepEqual(
    [notJudged(cost, 1), notJudged(cost, 2), notJudged({ ...cost, relative: true }, 2)],
    [null, 'spend-by-variant', 'cost-as-difference'],
  );
  equal(notJudged(facts('count', 'lead', 'spend'), 2), 'spend-by-variant');
});
