/** "What must marketing achieve by when?": a first draft of an outcome, read out of one sentence. */
import { addDays, addMonths, dayOf, daysInMonth, partsOf, type Day } from '../../../kernel/day.ts';
import { fiscalYear, quarterNamed, quarterOf, type Fiscal } from '../../../kernel/fiscal.ts';
import { exponentOf, type Currency } from '../../../kernel/money.ts';
import type { Terms } from '../../../domain/strategy/outcome.ts';
import { readNumber } from '../../../views/words/reading.ts';

type Draft = { readonly due: Day; readonly terms: Terms | null };
type Where = { readonly today: Day; readonly fiscal: Fiscal; readonly currency: Currency | null };

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** By when: a month, a quarter, a date or "the end of the year"; the end of the running quarter where it says nothing. */
export const dueIn = (sentence: string, { today, fiscal }: Where): Day => {
  const text = sentence.toLowerCase();
  const { year } = partsOf(today);
  const quarter = /q([1-4])(?:\s+(\d{4}))?/.exec(text);
  if (quarter) {
    const named = [quarter[2] ? Number(quarter[2]) : partsOf(addDays(quarterOf(fiscal, today).to, -1)).year, year + 1]
      .map((y) => quarterNamed(fiscal, `${y}-Q${quarter[1]}`)!)
      .find((q) => q.to > today);
    if (named) return addDays(named.to, -1);
  }
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  const written = iso && dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (written) return written;
  const month = new RegExp(
    `(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)?\\s+)?\\b(${MONTHS.map((m) => `${m}|${m.slice(0, 3)}`).join('|')})\\b(?:\\s+(\\d{4}))?`,
  ).exec(text);
  if (month) {
    const m = MONTHS.findIndex((name) => name.startsWith(month[2]!.slice(0, 3))) + 1;
    const on = (y: number): Day => dayOf(y, m, Math.min(month[1] ? Number(month[1]) : 31, daysInMonth(y, m)))!;
    return month[3] ? on(Number(month[3])) : on(year) >= today ? on(year) : on(year + 1);
  }
  if (/\byear\b/.test(text)) return addDays(fiscalYear(fiscal, fiscalYearOf(fiscal, today)).to, -1);
  const quarterEnd = addDays(quarterOf(fiscal, today).to, -1);
  return quarterEnd > addDays(today, 21) ? quarterEnd : addDays(addMonths(addDays(quarterEnd, 1), 3), -1);
};
const fiscalYearOf = (fiscal: Fiscal, today: Day): number => Number(quarterOf(fiscal, today).id.slice(0, 4));

/** The outcome it names, where it names a number; else only by when. */
export const draftOf = (sentence: string, where: Where): Draft => {
  const due = dueIn(sentence, where);
  const plain = sentence
    .replace(/\b(19|20)\d{2}\b/g, ' ')
    .replace(/\bq[1-4]\b/gi, ' ')
    .replace(/\b\d{1,2}(st|nd|rd|th)?\s+(?=[a-z]{3,9}\b)(?=(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gi, ' ');
  const found = /([€$£¥]|\b[A-Z]{3}\b)?\s?(\d[\d,.' ]*\d|\d)\s?(k|m|mio|million|thousand|bn|b|%)?(?![a-z0-9])/i.exec(plain);
  const value = found && readNumber(`${found[2]}${found[3] ?? ''}`);
  if (value === null || value <= 0) return { due, terms: null };
  const text = sentence.toLowerCase();
  const pipeline = /pipeline/.test(text);
  const revenue = !pipeline && /(revenue|sales|closed|won|bookings|turnover)/.test(text);
  const money = where.currency !== null && (Boolean(found?.[1]) || pipeline || revenue);
  const opened = /opportunit|\bdeals\b/.test(text);
  const target = money ? Math.round(value * 10 ** exponentOf(where.currency)) : value;
  const measure = money ? (pipeline ? 'open-pipeline' : revenue ? 'won-revenue' : null) : opened ? 'opportunities-opened' : null;
  const metric: Terms['metric'] = measure
    ? { kind: 'measured', measure, unit: money ? 'money' : 'count' }
    : { kind: 'reported', unit: found?.[3] === '%' ? 'percent' : money ? 'money' : 'count' };
  const name =
    measure === 'open-pipeline'
      ? 'Open pipeline'
      : measure === 'won-revenue'
        ? 'Won revenue'
        : measure === 'opportunities-opened'
          ? 'Opportunities opened'
          : sentence
              .trim()
              .replace(/[.!]+$/, '')
              .slice(0, 120);
  return { due, terms: { name, metric, from: where.today < due ? where.today : due, due, baseline: null, target } };
};
