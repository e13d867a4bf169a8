/** Credit for tests: deals, touches and links as rows, and the answer beside its money by key. */
import type { Answer } from '../../src/kernel/answer.ts';
import type { Money } from '../../src/kernel/money.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Cell, type Rows } from './company.ts';

const THREE = ['first', 'last', 'linear'] as const;

export type Line = { readonly [column: string]: Cell };
export const deal = (id: string, amount_minor: number | null, closed_on: string, more: Line = {}): Line => ({
  id,
  status: 'won',
  amount_minor,
  currency: 'EUR',
  closed_on,
  ...more,
});
export const touch = (id: string, contact_id: string | null, touched_on: string | null, channel: string | null, more: Line = {}): Line => ({
  id,
  contact_id,
  touched_on,
  channel,
  ...more,
});
export const of = (opportunity_id: string, ...contacts: string[]): Line[] => contacts.map((contact_id) => ({ opportunity_id, contact_id }));

/** Rows of the answer as key → [first, last, linear] in minor units. */
export const credits = async (
  rows: Rows,
  params: { readonly [name: string]: string | readonly string[] } = { by: ['channel'] },
): Promise<{ answer: Answer; by: { [key: string]: number[] } }> => {
  const engine = await companyWith(rows);
  const answer = await answerTo(engine, 'credit', params);
  await engine.close();
  return { answer, by: Object.fromEntries(answer.rows.map((row) => [row.key, THREE.map((model) => (row[model] as Money).minor)])) };
};
