/** What was agreed for the period, and where its outcomes stand. */
import { current, type Guidepoint } from '../../domain/guidepoint/guidepoint.ts';
import type { Book } from '../../domain/book.ts';
import { isLocked } from '../../domain/guidepoint/guidepoint.ts';
import type { Day } from '../../kernel/day.ts';
import { signedLines, type Teller } from '../agree/signed.ts';
import type { OutcomeNow } from '../home/home.ts';
import { capital, dayLong, list, percent, plural } from '../words/format.ts';
import { valueShort } from '../words/values.ts';
import { part, type Part } from './report.ts';

/** The Guidepoint of the quarter, word for word; says so where there is none. */
export const agreedPart = (teller: Teller, guidepoint: Guidepoint | undefined, called: string): Part => {
  if (!guidepoint) return part('agreed', `No Guidepoint was put forward for ${called}.`);
  const v = current(guidepoint);
  const lines = signedLines(teller, v);
  const signed = lines.filter(({ name }) => name !== null);
  const missing = lines.filter(({ name }) => name === null);
  return part('agreed', isLocked(guidepoint) ? `What ${called} was for is agreed.` : `What ${called} is for is not signed by all.`, {
    agreed: { text: v.statement, by: signed.map(({ name, title, when }) => `${name} for ${title}, ${when}`) },
    notes: missing.length > 0 ? [`Not signed: ${list(missing.map(({ title }) => title))}.`] : [],
  });
};

type Chances = { readonly [outcome: string]: number | null };

/** Outcomes of the Guidepoint (all that run, where there is none): baseline, now, target, how much of the way. */
export const outcomesPart = (
  book: Book,
  guidepoint: Guidepoint | undefined,
  now: readonly OutcomeNow[],
  chances: Chances,
  today: Day,
): Part => {
  const named = guidepoint
    ? current(guidepoint).outcomes.map(({ outcome }) => outcome)
    : [...book.outcome.values()].filter((o) => !o.retired).map(({ id }) => id);
  const currency = book.company.get('company')?.currency ?? null;
  const rows = named.flatMap((id) => {
    const outcome = book.outcome.get(id);
    if (!outcome) return [];
    const { unit } = outcome.metric;
    const stands = now.find((o) => o.id === id);
    const value = stands?.value ?? null;
    const way =
      value === null || outcome.baseline === null || outcome.target === outcome.baseline
        ? null
        : (value - outcome.baseline) / (outcome.target - outcome.baseline);
    const chance = chances[id] ?? null;
    const write = (n: number | null): string => (n === null ? 'not known' : valueShort(n, unit, currency));
    return [
      {
        reached: way !== null && way >= 1,
        why: value === null ? (stands?.why ?? null) : null,
        cells: [
          outcome.name,
          write(outcome.baseline),
          write(value),
          write(outcome.target),
          way === null ? '–' : percent(Math.max(0, way)),
          chance === null ? '–' : percent(chance),
          dayLong(outcome.due, today),
        ],
      },
    ];
  });
  const reached = rows.filter((row) => row.reached).length;
  return part(
    'outcomes',
    rows.length === 0
      ? 'No outcome was named.'
      : `${capital(plural(reached, 'outcome'))} of ${rows.length} ${reached === 1 ? 'has' : 'have'} reached the target.`,
    {
      tables: [
        {
          name: 'Outcomes',
          columns: [
            { name: 'Outcome' },
            { name: 'From', number: true },
            { name: 'Now', number: true },
            { name: 'Target', number: true },
            { name: 'Of the way', number: true },
            { name: 'Chance', number: true },
            { name: 'Due' },
          ],
          rows: rows.map(({ cells }) => cells),
          sum: null,
        },
      ],
      notes: rows.flatMap(({ why }) => (why === null ? [] : [why])),
    },
  );
};
