/**
 * Resolve: how the cells of each mapped column are to be read; what only a person knows is asked.
 *
 * A format that stands in the mapping is kept. Otherwise the whole column decides, then an answer,
 * then what was confirmed for an earlier file with the same columns.
 */
import { isCurrency } from '../../kernel/money.ts';
import type { Tx } from '../engine.ts';
import type { Columns } from './columns.ts';
import { ENTITIES, type FieldKind } from './entities.ts';
import type { Answers, Feed, FieldSource, NumberFormat, Question, TimeFormat } from './mapping.ts';
import { numberFound } from './number-format.ts';
import type { Profile } from './profile.ts';
import { answerTo, askDecimal, askOrder } from './questions.ts';
import { timeFound, type TimeForm } from './time-format.ts';

/** Formats confirmed before, by header. */
export type Confirmed = ReadonlyMap<string, TimeForm | { readonly format: NumberFormat }>;

type Resolver = {
  readonly resolve: (source: FieldSource, kind: FieldKind, field: string) => Promise<FieldSource>;
  readonly questions: () => Question[];
};

const resolver = (tx: Tx, columns: Columns, answers: Answers, confirmed: Confirmed): Resolver => {
  const questions = new Map<string, Question>();
  const forms = new Map<string, Promise<TimeForm | null>>();
  const formats = new Map<string, Promise<NumberFormat | null>>();
  const ask = (question: Question): null => {
    questions.set(question.id, question);
    return null;
  };

  const timeOf = async (profile: Profile): Promise<TimeForm | null> => {
    const found = await timeFound(tx, profile);
    if (found === null) return { format: 'iso' };
    if ('known' in found) return found.known;
    const said = answerTo(answers, `date-order:${profile.header}`) ?? confirmed.get(profile.header)?.format;
    return said === 'dmy' || said === 'mdy'
      ? { format: said, ...(found.day ? { day: true } : {}) }
      : ask(askOrder(profile.header, found.ambiguous));
  };
  const numberOf = async (profile: Profile, counts: boolean): Promise<NumberFormat | null> => {
    if (/micros$/i.test(profile.header)) return 'micros';
    const found = await numberFound(tx, profile, counts);
    if (found === null) return 'plain';
    if ('known' in found) return found.known;
    const said = answerTo(answers, `decimal:${profile.header}`) ?? confirmed.get(profile.header)?.format;
    return said === 'point' || said === 'comma' ? said : ask(askDecimal(profile.header, found.ambiguous.example));
  };
  const once = <T>(cache: Map<string, Promise<T>>, header: string, find: () => Promise<T>): Promise<T> => {
    if (!cache.has(header)) cache.set(header, find());
    return cache.get(header)!;
  };

  return {
    resolve: async (source, kind, field) => {
      if ('first' in source) {
        const profiles = source.first.flatMap((header) => columns.byHeader(header) ?? []).filter(({ sample }) => sample.length > 0);
        return /(^|_)id$/.test(field) && profiles.length > 0 && profiles.every(isShort) ? { ...source, short: true } : source;
      }
      if (!('header' in source) || source.format !== undefined) return source;
      const profile = columns.byHeader(source.header);
      if (!profile) return source;
      if (kind === 'text' && /(^|_)id$/.test(field) && isShort(profile)) return { ...source, short: true };
      if (kind === 'time' || kind === 'day' || kind === 'close')
        return { ...source, ...(await once(forms, source.header, () => timeOf(profile))) };
      if (kind !== 'money' && kind !== 'number' && kind !== 'whole') return source;
      const format = await once(formats, source.header, () => numberOf(profile, kind === 'whole'));
      return format ? { ...source, format } : source;
    },
    questions: () => [...questions.values()],
  };
};

/** Salesforce ids of 15 characters: the object's prefix, then letters and digits in which case tells. */
const SHORT = /^(001|003|005|006|00Q|00v|00K|701)[A-Za-z0-9]{12}$/;
const isShort = ({ sample }: Profile): boolean =>
  sample.length > 0 && sample.every((cell) => SHORT.test(cell)) && sample.some((cell) => /[A-Za-z]/.test(cell.slice(3)));

/** The feeds with a format for every date and number, and what is still open. */
export const resolveFeeds = async (
  tx: Tx,
  columns: Columns,
  feeds: readonly Feed[],
  answers: Answers,
  confirmed: Confirmed,
): Promise<{ readonly feeds: Feed[]; readonly questions: Question[] }> => {
  const { resolve, questions } = resolver(tx, columns, answers, confirmed);
  const resolved: Feed[] = [];
  for (const feed of feeds) {
    const fields: { [field: string]: FieldSource } = {};
    for (const [field, source] of Object.entries(feed.fields)) {
      const kind = ENTITIES[feed.entity].fields[field]?.kind;
      fields[field] = kind ? await resolve(source, kind, field) : source;
    }
    resolved.push({ ...feed, fields });
  }
  return { feeds: resolved, questions: questions() };
};

/** Formats that stand in feeds, by header. */
export const confirmedIn = (feeds: readonly Feed[]): Confirmed => {
  const all = new Map<string, TimeForm | { readonly format: NumberFormat }>();
  for (const source of feeds.flatMap(({ fields }) => Object.values(fields))) {
    if ('header' in source && source.format)
      all.set(source.header, { format: source.format as TimeFormat, ...(source.day ? { day: true } : {}) });
  }
  return all;
};

/** The feeds without the formats that the next file decides anew. */
export const withoutFormats = (feeds: readonly Feed[]): Feed[] =>
  feeds.map((feed) => ({
    ...feed,
    fields: Object.fromEntries(
      Object.entries(feed.fields).map(([field, source]) => [
        field,
        'header' in source
          ? { header: source.header, ...(source.split ? { split: source.split } : {}), ...(source.means ? { means: source.means } : {}) }
          : source,
      ]),
    ),
  }));

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₹/, 'INR'],
  [/zł/, 'PLN'],
  [/R\$/, 'BRL'],
  [/₩/, 'KRW'],
  [/\bCHF\b/, 'CHF'],
];

/** The currency that the cells of an amount name by a sign or code that means one currency only; null: none. */
export const currencyInCells = (profile: Profile | undefined): string | null => {
  const cells = profile?.sample.filter((cell) => /\d/.test(cell)) ?? [];
  if (cells.length === 0) return null;
  const sign = SIGNS.find(([mark]) => cells.every((cell) => mark.test(cell)))?.[1];
  const codes = new Set(cells.map((cell) => /\b([A-Z]{3})\b/.exec(cell)?.[1] ?? ''));
  const code = codes.size === 1 ? [...codes][0]! : '';
  return sign ?? (isCurrency(code) ? code : null);
};
