/** Home as text: one answer, what was agreed, how each outcome stands, what the work did. */
import type { Book } from '../../../../domain/book.ts';
import type { HomeFacts } from '../../../../views/home/home.ts';
import type { HomePage } from '../../../../views/home/page.ts';
import { count, dayWords, days, moneyShort, quarterWords, tally } from '../../../../views/words/format.ts';
import { chanceWords, COURSE_WORDS, courseOf } from '../../../../views/forecast/words.ts';
import { valueShort } from '../../../../views/words/values.ts';
import { table, wrapped } from './table.ts';

export const homeText = (facts: HomeFacts, page: HomePage, book: Book): string =>
  [
    wrapped(page.verdict.parts.map(({ text }) => text).join('')),
    agreedText(page),
    outcomesText(page, book),
    stripText(facts),
    wonText(facts),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const agreedText = ({ agreed }: HomePage): string =>
  [...(agreed.statement === null ? [] : [wrapped(`“${agreed.statement}”`)]), wrapped(agreed.line)].join('\n');

const outcomesText = ({ stands }: HomePage, book: Book): string => {
  const currency = book.company.get('company')?.currency ?? null;
  return table(
    [
      { title: 'outcome', most: 60 },
      { title: 'now', right: true, most: 80 },
      { title: 'target', right: true },
      { title: 'due' },
      { title: 'stands' },
      { title: 'chance', right: true },
    ],
    stands.map(({ outcome, now, standing, forecast }) => [
      outcome.name,
      now?.value === null || now === null ? (now?.why ?? 'not known') : valueShort(now.value, outcome.metric.unit, currency),
      valueShort(outcome.target, outcome.metric.unit, currency),
      dayWords(outcome.due),
      forecast?.numbers ? COURSE_WORDS[courseOf(forecast.numbers.chance)].toLowerCase() : standing,
      forecast?.numbers ? chanceWords(forecast.numbers.chance) : '',
    ]),
  );
};

const stripText = ({ strip, period }: HomeFacts): string =>
  table(
    [{ title: quarterWords(period) }, { title: '', right: true }, { title: 'effort' }, { title: 'money', right: true }, { title: 'break' }],
    strip.map(({ link, n, effortDays, money, gaps, why }) => [
      link,
      n === null ? (why ?? 'not known') : count(n),
      effortDays === null ? '' : days(effortDays),
      money === null ? '' : moneyShort(money),
      gaps.map((gap) => gap.text).join(', '),
    ]),
  );

const wonText = ({ won, period }: HomeFacts): string => {
  if (won === null) return 'No deal was loaded yet. lockstep import FILE loads the export of a CRM.';
  const part = ({ money, deals, behind: { coverage } }: typeof won.closed): string =>
    deals > 0 && coverage?.have === 0 ? `${tally(deals, 'deal')}, none with an amount` : `${moneyShort(money)} in ${tally(deals, 'deal')}`;
  return wrapped(
    `Closed in ${quarterWords(period)}: ${part(won.closed)}. Touched by a campaign of ours: ${part(won.touched)}; begun by one: ${part(won.started)}; begun before the quarter: ${part(won.before)}. This describes what happened; it does not prove cause.`,
  );
};
