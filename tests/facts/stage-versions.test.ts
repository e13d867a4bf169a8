/** Which version of the stage definitions an answer is counted by, and that what re-imports show counts by it. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { projectStages } from '../../src/facts/loads/stage-rules.ts';
import { DOING, factsFolder, good } from '../support/facts-folder.ts';
import { answerTo } from './answer-to.ts';
import type { Rows } from './company.ts';
import { at, signedCompany } from './signed.ts';

const STAGES = [at('Qualified', ['Discovery', 'Intro']), at('Demo', ['Demo']), at('Offer', ['Offer', 'Quote']), at('Closed', 'won')];

test('what only a re-import shows counts on the day of that load, by the definitions as by the files, and goes when it is taken back', async (t) => {
  const { facts } = await factsFolder(t);
  const load = async (day: string, stage: string): Promise<number> =>
    good(
      await facts.importRows(
        { entity: 'opportunity', rows: [{ id: 'D', status: 'open', stage, opened_on: '2026-02-01' }], file: day, src: 'crm' },
        { ...DOING, at: `${day}T10:00:00.000Z` },
      ),
    ).n;
  await load('2026-02-03', 'Discovery');
  const second = await load('2026-02-10', 'Demo');
  await facts.engine.write((tx) =>
    projectStages(tx, [{ version: 1, since: '2026-01-01', until: null, signedOn: '2026-01-01', skipped: 'passed', stages: STAGES }]),
  );
  const counted = async (): Promise<unknown> => {
    const calendar = { from: 'opened', view: 'calendar', since: '2026-02-09', until: '2026-02-12', asOf: '2026-03-01' };
    const [steps, risk] = [
      await answerTo(facts.engine, 'funnel-steps', calendar),
      await answerTo(facts.engine, 'at-risk', { asOf: '2026-03-01' }),
    ];
    return [steps.rows.map(({ n }) => n).join(''), risk.rows.map(({ key, medianDays }) => [key, medianDays])];
  };
  // Nobody recorded since when it stood in Discovery: it passed that stage on the day of the next.
  deepEqual(await counted(), ['01100', [['Demo', 19]]]);
  good(await facts.revert(second, DOING));
  deepEqual(await counted(), ['00000', [['(no entry recorded)', 28]]]);
});

test('an answer names the version in force on its as-of, says that it changed, and says when none was signed', async () => {
  const rows: Rows = {
    opportunity: [{ id: 'd', status: 'open', opened_on: '2026-02-01' }],
    stage_entry: [
      { opportunity_id: 'd', stage: 'Discovery', seq: 10, entered_on: '2026-02-02' },
      { opportunity_id: 'd', stage: 'Trial', seq: 10, entered_on: '2026-02-05' },
    ],
  };
  const engine = await signedCompany(
    rows,
    { since: '2026-02-10', signedOn: '2026-02-08', stages: [at('Qualified', ['Discovery']), at('Closed', 'won')] },
    { since: '2026-05-04', signedOn: '2026-05-03', stages: [at('Talking', ['Discovery']), at('Trying', ['Trial']), at('Closed', 'won')] },
  );
  const asked = async (asOf: string, question = 'funnel-steps', more = {}) =>
    await answerTo(engine, question, { asOf, ...(question === 'funnel-steps' && { from: 'opened' }), ...more });
  const [before, first, second] = [
    await asked('2026-02-06'),
    await asked('2026-03-01'),
    await asked('2026-06-01', 'funnel-steps', { since: '2026-01-01' }),
  ];
  deepEqual(
    [before, first, second].map(({ total }) => (total['stages'] as { version: number }).version),
    [0, 1, 2],
  );
  match(before.definition, /No stage definition was signed for 2026-02-06; version 1 holds from 2026-02-10/);
  equal(
    before.findings.some(({ code }) => code === 'stages-of-files'),
    true,
  );
  match(first.definition, /Stages, version 1, signed by marketing and sales on 2026-02-08, in force since 2026-02-10: Qualified → Closed/);
  deepEqual(
    second.rows.map(({ key, n }) => [key, n]),
    [
      ['Deal opened', 1],
      ['Talking', 1],
      ['Trying', 1],
      ['Closed', 0],
    ],
  );
  match(
    second.findings.find(({ code }) => code === 'stages-changed')!.text,
    /changed on 2026-05-04.*counted by version 2.*under version 1/,
  );
  // The stage that makes a deal qualified is named, and a CRM's own stage can still be asked for.
  match((await asked('2026-06-01', 'velocity')).definition, /reached "Talking", the first stage that sales owns/);
  equal((await asked('2026-06-01', 'funnel', { from: 'Trial', to: 'won' })).total.n, 1);
  await engine.close();
});
