/** A table of facts computed by independent tools: which question reproduces each, and how its value is read off the answer. */
import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Answer, Estimate, Figure, Finding, Row } from '../../src/kernel/answer.ts';
import type { Money } from '../../src/kernel/money.ts';
import { shared } from '../support/shared.ts';
import type { Shell } from './shell.ts';

/** Arguments of `lockstep ask`, one list per question, and what the answers say of the fact. */
export type Reproduced = { readonly ask: readonly (readonly string[])[]; readonly read: (...answers: readonly Answer[]) => unknown };
export type FactsTable = { readonly [fact: string]: Reproduced };

/** facts.json rounds rates to six places. */
const TOLERANCE = 1e-6;

/** One test per fact of facts.json; a fact without a line in the table fails, and so does a line without a fact. */
export const reproduces = (facts: string, company: string, shell: () => Shell, table: FactsTable, later: ReadonlySet<string>): void => {
  const given = (JSON.parse(readFileSync(shared(facts), 'utf8')) as { facts: { name: string; value: unknown }[] }).facts.filter(
    ({ name }) => !later.has(name),
  );
  test('the table has one line for each fact', () => deepEqual(Object.keys(table).toSorted(), given.map(({ name }) => name).toSorted()));
  for (const { name, value } of given) {
    test(`${name} is reproduced`, async () => {
      const { ask, read } = table[name]!;
      const answers: Answer[] = [];
      for (const args of ask) answers.push(await shell().get<Answer>('ask', ...args, '--company', company));
      same(read(...answers), value, name);
    });
  }
};

/** Equal, but for the digits that facts.json rounded away. */
export const same = (found: unknown, wanted: unknown, where: string): void => {
  if (typeof wanted === 'number')
    ok(
      typeof found === 'number' && Math.abs(found - wanted) <= TOLERANCE * Math.max(1, Number.isInteger(wanted) ? 0 : 1),
      `${where}: ${JSON.stringify(found)} is not ${wanted}`,
    );
  else if (Array.isArray(wanted)) {
    ok(Array.isArray(found) && found.length === wanted.length, `${where}: ${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
    wanted.forEach((value, i) => same((found as unknown[])[i], value, `${where}[${i}]`));
  } else if (typeof wanted === 'object' && wanted !== null) {
    deepEqual(Object.keys(found as object).toSorted(), Object.keys(wanted).toSorted(), where);
    for (const [key, value] of Object.entries(wanted)) same((found as Record<string, unknown>)[key], value, `${where}.${key}`);
  } else deepEqual(found, wanted, where);
};

/** The row with this key. */
export const rowOf = (answer: Answer, key: string): Row => {
  const row = answer.rows.find((r) => r.key === key);
  ok(row, `${answer.question} has no row ${key}`);
  return row;
};
/** Something of every row, by its key. */
export const byKey = <T>(answer: Answer, of: (row: Row) => T): { readonly [key: string]: T } =>
  Object.fromEntries(answer.rows.map((row) => [row.key, of(row)]));
export const rateOf = (figure: Figure | undefined): number => (figure as Estimate).value;
/** Money in major units, as the files write it. */
export const major = (figure: Figure | undefined): number => (figure as Money).minor / 100;
export const findingOf = (answer: Answer, code: string): Finding => {
  const finding = answer.findings.find((f) => f.code === code);
  ok(finding, `${answer.question} has no finding ${code}`);
  return finding;
};
