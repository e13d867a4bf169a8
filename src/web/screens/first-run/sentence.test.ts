import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { draftOf, dueIn } from './sentence.ts';

const where = { today: '2026-05-12', fiscal: { startMonth: 1, pattern: 'calendar' }, currency: 'EUR' } as const;
const due = (sentence: string, day: string): void =>
  void test(`"${sentence}" is due ${day}`, () => assert.equal(dueIn(sentence, where), day));

describe('by when', () => {
  due('€3.6 M open pipeline by the end of June', '2026-06-30');
  due('40 opportunities by Q3', '2026-09-30');
  due('40 opportunities by Q1', '2027-03-31');
  due('Fill the pipeline by 15 September', '2026-09-15');
  due('Fill the pipeline by February', '2027-02-28');
  due('€10 M revenue this year', '2026-12-31');
  due('Be ready on 2026-10-01', '2026-10-01');
  due('Fill the pipeline', '2026-06-30');
});

describe('the draft of an outcome', () => {
  test('pipeline in money is measured', () => {
    const { terms } = draftOf('Reach €3.6 M of open pipeline by the end of June', where);
    assert.deepEqual(terms?.metric, { kind: 'measured', measure: 'open-pipeline', unit: 'money' });
    assert.equal(terms?.target, 360_000_000);
  });
  test('revenue in money is measured', () => {
    const { terms } = draftOf('Win 2.4 million in new revenue by Q4 2026', where);
    assert.deepEqual(terms?.metric, { kind: 'measured', measure: 'won-revenue', unit: 'money' });
    assert.equal(terms?.target, 240_000_000);
  });
  test('opportunities are counted', () => {
    const { terms } = draftOf('40 qualified opportunities by 30 June', where);
    assert.deepEqual(terms?.metric, { kind: 'measured', measure: 'opportunities-opened', unit: 'count' });
    assert.equal(terms?.target, 40);
  });
  test('anything else is reported, under its own words', () => {
    const { terms } = draftOf('Hold 30 expansion meetings by the end of June', where);
    assert.deepEqual(terms?.metric, { kind: 'reported', unit: 'count' });
    assert.equal(terms?.name, 'Hold 30 expansion meetings by the end of June');
  });
  test('without a number there is only a date', () => assert.equal(draftOf('Make shippers come to us', where).terms, null));
});
