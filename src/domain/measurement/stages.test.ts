/** Stage definitions: who signs, when a version holds, and what may be signed. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../book.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { FIRST_STAGES, stageRuleOf, stagesInForce, type FunnelStage, type StageRules } from './stages.ts';

const RULES: StageRules = { since: '2026-10-01', stages: FIRST_STAGES, skipped: 'passed' };
const propose = (rules: Partial<StageRules> = {}): Asked => [
  'p_ben',
  { type: 'stages/propose', rules: { ...RULES, ...rules }, why: 'n_why' },
];
const sign = (by: Asked[0], seat: 'marketing' | 'sales', proposal = 1): Asked => [by, { type: 'stages/sign', proposal, seat }];
const refusal = (...asked: readonly Asked[]): unknown => {
  const answer = when(given(...FOUNDED, ...asked.slice(0, -1)), asked.at(-1)!);
  return 'refused' in answer ? answer.refused : answer.events.map(({ type }) => type);
};

test('a version holds once marketing and sales have signed, from its day on; before it the files’ stages are used', () => {
  const proposed = given(...FOUNDED, propose(), sign('p_ben', 'marketing'));
  equal(stageRuleOf(proposed, '2026-12-01'), null);
  const signed = given(...FOUNDED, propose(), sign('p_ben', 'marketing'), sign('p_caro', 'sales'));
  equal(stageRuleOf(signed, '2026-09-30'), null);
  deepEqual(stageRuleOf(signed, '2026-10-01')?.rules, RULES);
  equal(signed.stages.get('stage-rules')!.proposal, null);
});

test('each side is signed by its seat, and nobody signs for both', () => {
  deepEqual(refusal(propose(), sign('p_ben', 'sales')), { code: 'not-your-seat', seat: 'sales' });
  const both: Asked = ['p_ana', { type: 'company/give-seats', person: 'p_ben', seats: ['marketing', 'sales'] }];
  deepEqual(refusal(both, propose(), sign('p_ben', 'marketing'), sign('p_ben', 'sales')), { code: 'signed-other-seat', seat: 'marketing' });
  deepEqual(refusal(propose(), sign('p_ben', 'marketing'), sign('p_ben', 'marketing')), []);
});

test('a signature is for one wording: another proposal needs both again', () => {
  const again = propose({ skipped: 'left-out' });
  deepEqual(refusal(propose(), sign('p_ben', 'marketing'), again, sign('p_caro', 'sales', 1)), { code: 'no-such-proposal', proposal: 1 });
  const book = given(...FOUNDED, propose(), sign('p_ben', 'marketing'), again, sign('p_caro', 'sales', 2));
  equal(stagesInForce(book).length, 0);
});

test('versions follow one another by their days; one signed for a later day than a newer one never begins', () => {
  const signed = (n: number): Asked[] => [sign('p_ben', 'marketing', n), sign('p_caro', 'sales', n)];
  const book = given(
    ...FOUNDED,
    propose(),
    ...signed(1),
    propose({ since: '2027-06-01' }),
    ...signed(2),
    propose({ since: '2027-01-01', skipped: 'left-out' }),
    ...signed(3),
  );
  deepEqual(
    stagesInForce(book).map(({ n }) => n),
    [1, 3],
  );
  equal(stageRuleOf(book, '2026-12-31')?.n, 1);
  equal(stageRuleOf(book, '2027-07-01')?.n, 3);
});

test('a decline takes the signature of that side back and says why', () => {
  const no: Asked = ['p_ben', { type: 'stages/decline', proposal: 1, seat: 'marketing', why: 'n_no' }];
  const { proposal } = given(...FOUNDED, propose(), sign('p_ben', 'marketing'), no).stages.get('stage-rules')!;
  deepEqual([proposal!.signatures, proposal!.declined.marketing?.why], [{}, 'n_no']);
});

test('stages that nobody could count by are refused', () => {
  const asked = (stages: readonly FunnelStage[]): Command => ({ type: 'stages/propose', rules: { ...RULES, stages }, why: 'n_why' });
  const of = (stages: readonly FunnelStage[]): unknown => {
    const answer = when(given(...FOUNDED), ['p_ben', asked(stages)]);
    return 'refused' in answer ? answer.refused : 'taken';
  };
  const [first, second] = [FIRST_STAGES[0]!, FIRST_STAGES[1]!];
  deepEqual(of([first]), { code: 'stages-out-of-range' });
  deepEqual(of([first, { ...second, name: ' awareness ' }]), { code: 'stage-twice', name: 'awareness' });
  deepEqual(of([first, { ...second, signs: [] }]), { code: 'stage-without-sign', name: 'Engagement' });
  deepEqual(of([first, { ...second, signs: [{ sign: 'stage', names: [] }] }]), { code: 'stage-without-sign', name: 'Engagement' });
  deepEqual(of([first, { ...second, signs: first.signs }]), { code: 'sign-in-two-stages', found: '(touch)' });
  deepEqual(of([first, { ...second, words: ' ' }]), { code: 'empty', field: 'what counts as entering it' });
  equal(of([first, second]), 'taken');
});
