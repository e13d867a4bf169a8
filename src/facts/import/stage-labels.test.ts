import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { factsFolder } from '../../../tests/support/facts-folder.ts';

const hubspot = (file: string): string => readFileSync(path.join(import.meta.dirname, '../../../tests/corpus/hubspot', file), 'utf8');
const EUR = { currency: 'EUR' };

test('with the list of stages loaded before, ids are stages by their name, won and lost as it says, and nothing is asked', async (t) => {
  const { load, facts, preview } = await factsFolder(t);
  await load('deal_pipeline_stage.csv', hubspot('warehouse-deal-pipeline-stage.csv'));
  const { questions, stated } = await preview('deals.csv', hubspot('deals-stage-ids.csv'));
  assert.deepEqual(questions, []);
  assert.ok(
    stated.some((one) => one.includes('lost Not this year')),
    stated.join(' '),
  );
  await load('deals.csv', hubspot('deals-stage-ids.csv'));
  assert.deepEqual(await facts.engine.read('select id, stage, status from opportunity order by id'), [
    { id: '9120090001', stage: 'Technical fit agreed', status: 'open' },
    { id: '9120090002', stage: 'Not this year', status: 'lost' },
    { id: '9120090003', stage: 'Closed Won', status: 'won' },
  ]);
  assert.deepEqual(
    await facts.engine.read('select stage, count(*) as n, bool_and(inferred) as inferred from stage_entry group by 1 order by 1'),
    [
      { stage: 'Closed Won', n: 1, inferred: true },
      { stage: 'Not this year', n: 1, inferred: true },
      { stage: 'Technical fit agreed', n: 3, inferred: null },
    ],
  );
});

test('a mapping that is used again learns what the list says since', async (t) => {
  const { load, facts } = await factsFolder(t);
  const file = hubspot('deals-stage-ids.csv');
  await load('before.csv', file, { answers: { 'stage:1034567': 'open', 'stage:1034999': 'lost' } });
  await load('deal_pipeline_stage.csv', hubspot('warehouse-deal-pipeline-stage.csv'));
  await load('after.csv', file.replaceAll('15000.00', '16000.00'));
  assert.deepEqual(await facts.engine.read("select stage, amount_minor as minor from opportunity where id = '9120090001'"), [
    { stage: 'Technical fit agreed', minor: 1_600_000 },
  ]);
});

test('histories of stages, from the warehouse or as properties, have the same names', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('deal_pipeline_stage.csv', hubspot('warehouse-deal-pipeline-stage.csv'));
  await load('deal_property_history.csv', hubspot('deal-property-history.csv'), EUR);
  await load('deal_stage.csv', hubspot('warehouse-deal-stage.csv'));
  assert.deepEqual(
    (await facts.engine.read<{ stage: string }>('select distinct stage from stage_entry order by 1')).map(({ stage }) => stage),
    ['Appointment Scheduled', 'Closed Won', 'Technical fit agreed', 'contractsent'],
  );
  assert.deepEqual(await facts.engine.read("select value from deal_change where field = 'stage' order by changed_at limit 2"), [
    { value: 'Appointment Scheduled' },
    { value: 'Technical fit agreed' },
  ]);
});
