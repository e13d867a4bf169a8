import { deepEqual, equal, ok } from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { QUESTIONS, ask } from '../../src/facts/questions/registry.ts';
import { modelled } from '../../src/server/operations/ask/modelled.ts';
import { dress } from '../../src/views/answers/registry.ts';
import { MODELS_HERE } from './models-here.ts';
import { companyWith } from './company.ts';

const folder = path.join(import.meta.dirname, '../../src/facts/questions/sql');

test('every SQL file carries a card that says what it means and what one row is', () => {
  const files = globSync('*.sql', { cwd: folder });
  ok(files.length > 25);
  for (const file of files) {
    const card = readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('--'));
    ok(card.length >= 3 && /^-- [A-Z].*[:.]/.test(card[0]!), `${file} has no card`);
    ok(
      card.some((line) => /^-- (Grain|Period|Which|chain|part)\b/.test(line)),
      `the card of ${file} does not say what one row is`,
    );
  }
});

const QUARTER = { since: '2026-01-01', until: '2026-04-01' };

test('every question has a name of its own, a line to list it by, parameters by name, and somebody to dress it', async () => {
  equal(new Set(QUESTIONS.map((q) => q.name)).size, QUESTIONS.length);
  const engine = await companyWith({ opportunity: [{ id: 'd', status: 'won', closed_on: '2026-01-01', amount_minor: 1 }] });
  const needed: { readonly [question: string]: { readonly [name: string]: string } } = {
    values: { of: 'opportunity.amount' },
    touches: { id: 'd' },
    evidence: { id: 'c_none', of: 'won', outOf: 'lead' },
  };
  for (const { name, summary, params } of QUESTIONS) {
    ok(summary.length > 20 && !summary.endsWith('.'), name);
    equal(new Set(params.map((p) => p.name)).size, params.length, name);
    const period = params.some((p) => p.name === 'since' && p.required) ? QUARTER : {};
    const raw = await ask(engine, name, { ...period, ...needed[name] });
    ok(raw.ok, `${name} was refused`);
    const answer = dress(name, await modelled(MODELS_HERE, name, raw.value));
    deepEqual([answer.question, answer.company, answer.asOf, answer.loads], [name, 'Test', '2026-01-01', [1]]);
    ok(answer.definition.length > 60 && answer.definition.endsWith('.'), name);
    equal(JSON.stringify(JSON.parse(JSON.stringify(answer))), JSON.stringify(answer));
    ok(answer.coverage.have + answer.coverage.missing.reduce((sum, m) => sum + m.n, 0) === answer.coverage.of, name);
  }
  await engine.close();
});
