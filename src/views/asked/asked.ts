/**
 * A number that somebody asks for in words: "pipeline 30 June", "won revenue q2", "expansion meetings today". A small
 * fixed grammar over the built-in measures, the company's outcomes and dates; what it does not understand it leaves alone.
 */
import type { AskedBy } from '../../domain/agreements/evidence.ts';
import type { Book } from '../../domain/book.ts';
import { MEASURE_NAMES, type Measure } from '../../domain/strategy/metric.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { quarterOf, type Fiscal } from '../../kernel/fiscal.ts';
import { plainWords } from '../search/plain-words.ts';
import { dayWords } from '../words/format.ts';
import { valueShort } from '../words/values.ts';
import { whenIn, type When } from './when.ts';

/** A number that can be had: by asking a question, or at once where a person reported it. */
export type AskedNumber = {
  /** What it is, with its date: "Open pipeline on 30 June". */
  readonly what: string;
  readonly ask: AskedBy | null;
  /** Where it was reported: as it is written; null where nobody had reported it then. */
  readonly value: string | null;
};

/** Other words for a measure; the words it cannot be named without. */
const SPOKEN: { readonly [M in Measure]: { readonly also: readonly string[]; readonly needs: readonly string[] } } = {
  'open-pipeline': { also: [], needs: ['pipeline'] },
  'won-revenue': { also: ['sales', 'turnover'], needs: ['revenue', 'sales', 'turnover'] },
  'opportunities-opened': { also: ['deals', 'new'], needs: ['opportunities', 'opened'] },
  'deals-won': { also: [], needs: ['deals'] },
  'deals-lost': { also: [], needs: ['lost'] },
};
const IDLE = new Set(['on', 'in', 'at', 'the', 'of', 'for', 'by', 'what', 'is', 'was', 'our', 'how', 'much', 'many', 'as', 'end']);

const begins = (name: readonly string[], word: string): boolean => name.some((n) => n.startsWith(word));

/** What these words ask for; none where they are about something else. */
export const askedNumbers = (wish: string, book: Book, today: Day): AskedNumber[] => {
  const company = book.company.get('company');
  const words = plainWords(wish).split(' ').filter(Boolean);
  if (!company || words.length === 0) return [];
  const when = whenIn(words, today, company.fiscal);
  const rest = words.filter((word) => !when?.words.includes(word) && !IDLE.has(word));
  if (rest.length === 0 || rest.join('').length < 3) return [];
  const measures = (Object.keys(SPOKEN) as Measure[])
    .filter((measure) => {
      const { also, needs } = SPOKEN[measure];
      const known = [...plainWords(MEASURE_NAMES[measure]).split(' '), ...also];
      return rest.every((word) => begins(known, word)) && rest.some((word) => word.length > 2 && begins(needs, word));
    })
    .map((measure) => measured(measure, MEASURE_NAMES[measure], when, company.fiscal, today));
  const outcomes = [...book.outcome.values()]
    .filter((o) => !o.retired && o.metric.kind === 'reported')
    .filter((o) => rest.every((word) => begins(plainWords(o.name).split(' '), word)))
    .slice(0, 3)
    .map((o) => reported(o, when, company.currency, today));
  return [...measures, ...outcomes];
};

const measured = (measure: Measure, name: string, when: When | null, fiscal: Fiscal, today: Day): AskedNumber => {
  const last = earlier(when ? addDays(when.to, -1) : today, today);
  const row = measure.replaceAll('-', ' ');
  if (measure === 'open-pipeline')
    return {
      what: `${name} on ${dayWords(last, today)}`,
      ask: { name: 'measures', parameters: [{ name: 'asOf', value: last }], row, figure: 'value' },
      value: null,
    };
  const from = when?.from ?? quarterOf(fiscal, last).from;
  return {
    what: `${name} from ${dayWords(from, today)} to ${dayWords(last, today)}`,
    ask: {
      name: 'measures',
      parameters: [
        { name: 'since', value: from },
        { name: 'until', value: addDays(last, 1) },
      ],
      row,
      figure: 'value',
    },
    value: null,
  };
};

const reported = (o: Outcome, when: When | null, currency: string | null, today: Day): AskedNumber => {
  const last = earlier(when ? addDays(when.to, -1) : today, today);
  const said = o.checkIns
    .filter((c) => c.on <= last)
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1);
  return {
    what: said ? `${o.name}, as said on ${dayWords(said.on, today)}` : `${o.name}: nobody had checked in by ${dayWords(last, today)}`,
    ask: null,
    value: said ? valueShort(said.value, o.metric.unit, currency) : null,
  };
};

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
