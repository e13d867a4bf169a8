/**
 * Choose mapping: the one given, else one confirmed for a file with the same columns, else a proposal;
 * made complete for this file.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import { notDays, oneCurrency, platformOf } from './ad-platforms.ts';
import { checkMapping } from './check-mapping.ts';
import { columnsIn, fieldsIn, type Columns } from './columns.ts';
import { currencyInHeader } from './headers.ts';
import { attributeOf } from './kinds.ts';
import type { Answers, Attribute, Feed, FieldSource, Mapping, Question, StageStatus } from './mapping.ts';
import { propose, type Proposal } from './propose.ts';
import { answerTo } from './questions.ts';
import { classified } from './propose-deals.ts';
import type { Profile } from './profile.ts';
import type { Reading } from './reading.ts';
import type { ImportRefusal } from './refusal.ts';
import { shapeCalled } from './shapes/shapes.ts';
import { meansOf, stageLabels } from './stage-labels.ts';
import { confirmedIn, currencyInCells, resolveFeeds, withoutFormats } from './resolve.ts';

/** What is known beside the file. `earlier`: mappings of loads, the latest first. */
export type MappingWish = {
  readonly given?: Mapping;
  readonly saved: readonly Mapping[];
  readonly earlier: readonly { readonly n: number; readonly mapping: Mapping }[];
  readonly src?: string;
  readonly currency?: string;
  readonly zone?: string;
  /** What the company has settled on: for amounts and times of which nobody and nothing else says. */
  readonly otherwise?: { readonly currency: string | null; readonly zone: string };
  readonly answers: Answers;
};
export type MappingFrom = {
  readonly kind: 'given' | 'saved' | 'proposed';
  readonly load?: number;
  readonly name?: string;
  readonly text: string;
};
export type Chosen = {
  readonly mapping: Mapping;
  readonly from: MappingFrom;
  readonly questions: readonly Question[];
  readonly columns: Columns;
};

export const chooseMapping = async (
  tx: Tx,
  file: string,
  reading: Reading,
  profiles: readonly Profile[],
  wish: MappingWish,
): Promise<Result<Chosen, ImportRefusal>> => {
  const columns = columnsIn(tx, profiles);
  const { base, from } = baseOf(wish, reading.headers);
  const cost = fieldsIn(columns, 'spend').get('amount');
  if (!wish.given) {
    const days = await notDays(tx, columns, platformOf(columns), file);
    if (!days.ok) return days;
  }
  const { 'whole-days': _, ...kept } = base?.answers ?? {}; // said of one file, not of the next
  const answers: Answers = { ...(wish.given ? base?.answers : kept), ...wish.answers };
  const start: Proposal = base ? await again(tx, columns, base, answers, from.kind === 'given') : await propose(tx, columns, answers, file);
  const shape = base ? base.shape : start.shape;
  const early = start.questions.filter(({ otherwise }) => otherwise === undefined);
  const unknown = early.find(({ id }) => id === 'rows' && answerTo(wish.answers, id) !== undefined);
  if (unknown) return refuse(noAnswer(unknown, answerTo(wish.answers, 'rows')!));
  if (start.feeds.length === 0 && early.length > 0)
    return ok({ mapping: mappingOf([], {}, answers, base, wish, reading, shape), from, questions: early, columns });
  const { feeds, questions } = await resolveFeeds(tx, columns, start.feeds, answers, base ? confirmedIn(base.feeds) : new Map());
  const currency = wish.currency ?? base?.currency ?? currencyOf(feeds, columns) ?? wish.otherwise?.currency ?? null;
  const mapping = mappingOf(
    feeds.map((feed) => withCurrency(feed, currency)),
    start.stages,
    answers,
    base,
    { ...wish, ...(currency ? { currency } : {}) },
    reading,
    shape,
  );
  if (feeds.some((feed) => feed.entity === 'spend' && !feed.fields['currency'])) {
    const one = await oneCurrency(tx, cost, file);
    if (!one.ok) return one;
  }
  // Of deals, a currency that somebody said holds the rows that say another.
  const value = feeds.find(({ entity, fields }) => entity === 'opportunity' && !fields['currency'])?.fields['amount'];
  if (value && 'header' in value && mapping.currency === null) {
    const one = await oneCurrency(tx, columns.byHeader(value.header), file);
    if (!one.ok) return one;
  }
  const checked = checkMapping(mapping, reading.headers, file);
  if (!checked.ok) return checked;
  const all = [...start.questions, ...questions];
  const wrong = all.find((one) => answerTo(wish.answers, one.id) !== undefined);
  if (wrong) return refuse(noAnswer(wrong, answerTo(wish.answers, wrong.id)!));
  const words = shapeCalled(shape)?.words;
  const known = words
    ? { ...from, text: `It looks like ${words}. ${from.kind === 'proposed' ? 'The mapping is that of such a file.' : from.text}` }
    : from;
  return ok({ mapping, from: known, questions: all, columns });
};

/** A question that is asked although it was answered. */
const noAnswer = ({ id, options }: Question, said: string): ImportRefusal => ({
  code: 'unknown-answer',
  text: `"${said}" is no answer to ${id}.`,
  todo: `Answer with ${options.map((option) => option.id).join(' or ')}.`,
});

const baseOf = (
  { given, saved, earlier }: MappingWish,
  headers: readonly string[],
): { readonly base: Mapping | null; readonly from: MappingFrom } => {
  if (given)
    return {
      base: given,
      from: {
        kind: 'given',
        ...(given.name ? { name: given.name } : {}),
        text: given.name ? `The mapping "${given.name}" was used.` : 'The mapping that was given is used.',
      },
    };
  const same = (mapping: Mapping): boolean =>
    mapping.headers.length === headers.length && mapping.headers.every((header) => headers.includes(header));
  const named = saved.find(same);
  if (named)
    return {
      base: named,
      from: {
        kind: 'saved',
        ...(named.name ? { name: named.name } : {}),
        text: `The saved mapping ${named.name ? `"${named.name}" ` : ''}was used: the file has the same columns.`,
      },
    };
  const load = earlier.find(({ mapping }) => same(mapping) && !shapeCalled(mapping.shape)?.once);
  if (load)
    return {
      base: load.mapping,
      from: { kind: 'saved', load: load.n, text: `The mapping of load ${load.n} was used: the file has the same columns.` },
    };
  return { base: null, from: { kind: 'proposed', text: 'The mapping is proposed from the names of the columns.' } };
};

/** A mapping used again. A given one keeps its formats; of an earlier one the new file decides them where it can. New stages are classified. */
const again = async (tx: Tx, columns: Columns, base: Mapping, answers: Answers, given: boolean) => {
  const deals = base.feeds.find(({ entity }) => entity === 'opportunity');
  const source = deals?.fields['stage'];
  const stage = source && 'header' in source ? columns.byHeader(source.header) : undefined;
  const { stages, questions } = stage
    ? await classified(tx, stage, answers, deals?.fields['is_won'] !== undefined || deals?.fields['status'] !== undefined, base.stages)
    : { stages: base.stages ?? {}, questions: [] };
  const all: { readonly [stage: string]: StageStatus } = { ...base.stages, ...stages };
  const dated = base.feeds.flatMap(({ entity, fields }) =>
    entity === 'stage_entry' && fields['stage'] && 'constant' in fields['stage'] ? [fields['stage'].constant] : [],
  );
  const before = source && 'header' in source ? source.means : undefined;
  const means = { ...before, ...meansOf(Object.keys(all), await stageLabels(tx)) };
  const closed = Object.keys(all).filter((name) => all[name] !== 'open' && !dated.includes(means[name] ?? name));
  // Entries at the close follow the stages that are closed now.
  const feeds = (given ? base.feeds : withoutFormats(base.feeds).map((feed) => withMeans(feed, stage, means))).map((feed) =>
    stage &&
    feed.entity === 'stage_entry' &&
    feed.where &&
    'in' in feed.where &&
    'header' in feed.where &&
    feed.where.header === stage.header &&
    feed.where.in.every((name) => (all[name] ?? 'open') !== 'open')
      ? { ...feed, where: { header: stage.header, in: closed } }
      : feed,
  );
  return { feeds: given ? feeds : await withKinds(tx, columns, feeds), stages: all, questions };
};

/** What ids of stages are called, also those that the list has learnt since. */
const withMeans = (feed: Feed, stage: Profile | undefined, means: { readonly [id: string]: string }): Feed => {
  const source = feed.fields['stage'];
  return stage && source && 'header' in source && source.header === stage.header && Object.keys(means).length > 0
    ? { ...feed, fields: { ...feed.fields, stage: { ...source, means } } }
    : feed;
};

/** The kind of each attribute as this file's column decides it. */
const withKinds = (tx: Tx, columns: Columns, feeds: readonly Feed[]): Promise<Feed[]> =>
  Promise.all(
    feeds.map(async (feed) => {
      const attributes: Attribute[] = [];
      for (const one of feed.attributes) {
        const profile = columns.byHeader(one.header);
        attributes.push(profile ? { ...(await attributeOf(tx, profile)), name: one.name } : one);
      }
      return { ...feed, attributes };
    }),
  );

const mappingOf = (
  feeds: readonly Feed[],
  stages: Mapping['stages'],
  answers: Answers,
  base: Mapping | null,
  wish: MappingWish,
  reading: Reading,
  shape: string | undefined,
): Mapping => {
  const credit = answers['credit-notes'] === undefined ? base?.creditNotes : answers['credit-notes'] === 'yes';
  return {
    ...(base?.name ? { name: base.name } : {}),
    ...(shape ? { shape } : {}),
    src: wish.src ?? base?.src ?? 'files',
    ...(base?.dialect ? { dialect: base.dialect } : {}),
    feeds,
    ...(stages && Object.keys(stages).length > 0 ? { stages } : {}),
    ...(credit === undefined ? {} : { creditNotes: credit }),
    currency: wish.currency ?? base?.currency ?? null,
    zone: wish.zone ?? base?.zone ?? wish.otherwise?.zone ?? 'UTC',
    answers,
    headers: reading.headers,
  };
};

/** The one currency that the amounts' cells name by themselves. */
const currencyOf = (feeds: readonly Feed[], columns: Columns): string | null => {
  const source = feeds.map(({ fields }) => fields['amount']).find((one) => one !== undefined);
  return source && 'header' in source ? currencyInCells(columns.byHeader(source.header)) : null;
};

/** A currency in the header of an amount, `Amount spent (USD)`, holds for its column. */
const withCurrency = (feed: Feed, currency: string | null): Feed => {
  const amount: FieldSource | undefined = feed.fields['amount'];
  if (!amount || !('header' in amount) || feed.fields['currency']) return feed;
  const named = currencyInHeader(amount.header);
  return named && named !== currency ? { ...feed, fields: { ...feed.fields, currency: { constant: named } } } : feed;
};
