/** An open number that is asked for, made of the answer that explains it. */
import type { AskedBy } from '../../domain/agreements/evidence.ts';
import type { Answer } from '../../kernel/answer.ts';
import { count } from './format.ts';
import { located } from './located.ts';
import type { AskFor } from './open.ts';
import { missingWords, NOTHING, type Opened } from './opened.ts';

/** How to ask again for the figure of an answer that is written like this; null where none, or more than one, is. */
const citable = ({ question, ...parameters }: NonNullable<AskFor['ask']>, answer: Answer, text: string): AskedBy | null => {
  const found = located(answer, text);
  return found && { name: question, parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })), ...found };
};

/** An open number that is asked for: its rows and, once it is there, the answer that explains it. */
export const openedFor = (value: string, { what, rows, how, missing, ask }: AskFor, answer?: Answer): Opened => ({
  ...NOTHING,
  what,
  value,
  rows:
    rows && rows.of !== 'plan' && rows.ids.length > 0
      ? [{ text: `${count(rows.n)} ${rows.n === 1 ? 'row' : 'rows'}`, entity: rows.of, ids: rows.ids }]
      : [],
  things: rows?.of === 'plan' ? rows.ids : [],
  missing: [...(missing ?? []), ...(answer ? [...missingWords(answer.coverage), ...answer.findings.map((f) => f.text)] : [])],
  coverage: answer?.coverage ?? null,
  how: how ?? answer?.definition ?? null,
  asOf: answer?.asOf ?? null,
  loads: answer?.loads ?? [],
  cite: ask && answer ? citable(ask, answer, value) : null,
});
