/** Values: what stands in one column of one table. */
import { ok, refuse } from '../../kernel/result.ts';
import type { Params as Bound } from '../engine.ts';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import { cutOf } from './cut.ts';
import { ENTITIES, fold, LETTER, type Entity, type Kind } from './fields.ts';
import { WHERE } from './parameters.ts';
import type { Asked, Question } from './question.ts';
import { newSheet, renderTarget } from './render.ts';
import { fill, rateJoin, rowsOf, sqlOf } from './statement.ts';
import { columnsOf, type Hit, type Target } from './target.ts';

const TOP = 20;

export const values: Question = {
  name: 'values',
  summary: 'What stands in one column: filled, blank, distinct and most frequent values; for numbers sum, greatest and its share',
  params: [
    {
      name: 'of',
      kind: 'text',
      required: true,
      summary: 'The column, as the file spells it or as table.column: declared_monthly_revenue, lead.origin',
    },
    WHERE,
    { name: 'top', kind: 'whole', summary: `How many of the most frequent values to list (else ${TOP})` },
  ],
  run: async (engine, params, head) => {
    const catalogue = await readCatalogue(engine);
    const found = columnNamed(catalogue, String(params['of']));
    if (!found.ok) return found;
    const { entity, target, kind } = found.value;
    const sheet = newSheet();
    const text = renderTarget(sheet, catalogue, { base: entity }, target).text;
    const filter = cutOf(catalogue, { base: entity }, head, [], (params['where'] as readonly string[] | undefined) ?? [], sheet);
    if (!filter.ok) return filter;
    const letter = LETTER[entity];
    const slots = {
      table: `${entity} ${letter}`,
      id: `${letter}.id`,
      value: text,
      number: numberSql(kind, letter, text),
      joins: kind === 'money' ? `${filter.value.joins}\n${rateJoin(entity)}` : filter.value.joins,
      where: filter.value.where,
      upto: upToSql(entity),
    };
    const bound: Bound = {
      ...filter.value.bound,
      as_of: head.asOf,
      currency: head.currency,
      top: (params['top'] as number | undefined) ?? TOP,
    };
    const [all, top] = await Promise.all(['values', 'values-top'].map((name) => rowsOf(engine, fill(sqlOf(name), slots), bound)));
    return ok({ where: filter.value.filters, tables: { all: all!, top: top!, column: [{ entity, name: target.label, kind }] } });
  },
};

type Column = { readonly entity: Entity; readonly target: Target; readonly kind: Kind };

/** The column named, in whichever table has it; refused with what there is where none or several have. */
const columnNamed = (catalogue: Catalogue, said: string): Asked<Column> => {
  const dot = said.indexOf('.');
  const all = ENTITIES.flatMap((entity) => columnsOf(catalogue, entity).map((hit) => ({ entity, hit })));
  const named = (is: (hit: Hit) => boolean): typeof all =>
    all.filter(({ hit }) => is(hit)).filter((c, i, list) => list.findIndex((d) => d.hit.target.label === c.hit.target.label) === i);
  const exact = named(({ name }) => name === said);
  const owned =
    dot < 0
      ? []
      : all.filter(({ entity, hit }) => entity === said.slice(0, dot) && fold(hit.name) === fold(said.slice(dot + 1))).slice(0, 1);
  const hits = owned.length > 0 ? owned : exact.length > 0 ? exact : named(({ name }) => fold(name) === fold(said));
  if (hits.length === 1) {
    const {
      entity,
      hit: { target },
    } = hits[0]!;
    return ok({ entity, target, kind: target.at === 'field' ? target.field.kind : target.at === 'attribute' ? target.kind : 'text' });
  }
  const choices = (hits.length > 0 ? hits : all).map(({ hit }) => hit.target.label).filter((label, i, list) => list.indexOf(label) === i);
  return hits.length > 0
    ? refuse({
        code: 'ambiguous-cut',
        text: `"${said}" could mean ${choices.join(' or ')}. Say which.`,
        parameter: 'of',
        found: said,
        choices,
      })
    : refuse({
        code: 'unknown-field',
        text: `There is no column called "${said}". There is: ${choices.join(', ')}.`,
        parameter: 'of',
        found: said,
        choices,
      });
};

const numberSql = (kind: Kind, letter: string, text: string): string => {
  if (kind === 'money') return `in_money(${letter}.amount_minor, ${letter}.currency, $currency, fx.above, fx.below)`;
  return kind === 'number' ? `try_cast(${text} as double)` : 'null::double';
};

const DATED: { readonly [E in Entity]: string } = {
  account: 'created_on',
  contact: 'created_on',
  lead: 'created_on',
  opportunity: 'opened_on',
  touch: 'touched_on',
  spend: 'spent_on',
  work_done: 'done_on',
};
const upToSql = (entity: Entity): string =>
  `(${LETTER[entity]}.${DATED[entity]} is null or ${LETTER[entity]}.${DATED[entity]} <= $as_of::date)`;
