/**
 * Findings: what a careful reader of an import must know, beside the rows that were held.
 */
import type { Finding } from '../../kernel/answer.ts';
import { addDays } from '../../kernel/day.ts';
import type { Tx } from '../engine.ts';
import { columnsOfWhere } from '../import/check-mapping.ts';
import { ENTITIES } from '../import/entities.ts';
import { shapeCalled } from '../import/shapes/shapes.ts';
import { lit } from '../quote.ts';
import type { Prepared, Ready } from './prepare.ts';

export const findingsOf = async (tx: Tx, prepared: Prepared, zoneGiven: boolean): Promise<Finding[]> => {
  const { reading, ready, mapping } = prepared;
  const findings: Finding[] = [];
  const add = (code: string, n: number, text: string, more: Partial<Finding> = {}): void =>
    void (n > 0 && findings.push({ code, n, ids: [], text, ...more }));
  add(
    'totals-left-out',
    reading.totals.length,
    `${rows(reading.totals.length, 'total row')} at the end of the file ${reading.totals.length === 1 ? 'was' : 'were'} left out: ${reading.totals
      .map(({ line, text }) => `row ${line} (${text.slice(0, 60)})`)
      .slice(0, 3)
      .join(', ')}.`,
  );
  add('headers-repeated', reading.repeated.length, `Column names that stand more than once were numbered: ${reading.repeated.join(', ')}.`);
  add('rows-padded', reading.padded, `${rows(reading.padded, 'row')} lacked cells at the end; they were read as empty.`);
  if (!ready) return findings;
  add('sum-left-out', ready.sums.length, `Row ${ready.sums.join(', ')} names no campaign and adds up all the others; it was left out.`);
  add(
    'equal-rows',
    ready.repeated,
    `${rows(ready.repeated, 'row')} repeated another row in everything and ${ready.repeated === 1 ? 'was' : 'were'} loaded once.`,
  );
  const byContent = ready.feeds.find(({ content, entity }) => content !== null && (entity === 'opportunity' || entity === 'lead'));
  add(
    'no-id',
    byContent ? reading.rows : 0,
    `The file has no column that names each row, so a changed row of the next export will count as a new one.`,
    { todo: 'Export it again with the id of the record.' },
  );
  const amounts = mapping.feeds.some(({ fields }) => fields['amount'] && !fields['currency']);
  add('no-currency', amounts && mapping.currency === null ? reading.rows : 0, 'The file says no currency, so its amounts have none.', {
    todo: 'Import it again with --currency EUR (or another code).',
  });
  add(
    'no-zone',
    zoneGiven ? 0 : clockedColumns(prepared).length,
    `No time zone was given, and these columns hold times that name none: ${clockedColumns(prepared).join(', ')}. They were read as ${mapping.zone}.`,
    {
      todo: 'Import it again with --time-zone Europe/Berlin (or another).',
    },
  );
  const shape = shapeCalled(mapping.shape);
  if (shape?.warns) add(shape.warns.code, reading.rows, shape.warns.text, { todo: shape.warns.todo });
  findings.push(...(await aside(tx, prepared, ready)));
  findings.push(...(await blankKeys(tx, ready)), ...(await unmatched(tx, ready)), ...(await dateGaps(tx, ready)));
  return findings;
};

/** Rows that feed nothing: what was deleted at the source, what is no touch, who has not responded. */
const aside = async (tx: Tx, { stage }: Prepared, { feeds }: Ready): Promise<Finding[]> => {
  if (feeds.some(({ where }) => where === 'true')) return [];
  const [found] = await tx.read<{ n: number; lines: number[] | null }>(
    `select count(*) as n, list(line order by line)[1:3] as lines from (select ${stage.line} as line from stage s where ${feeds.map(({ where }) => `not coalesce((${where}), false)`).join(' and ')} and s.rowid not in (select rid from gone))`,
  );
  const { n, lines } = found!;
  if (n === 0) return [];
  const headers = [...new Set(feeds.flatMap(({ feed }) => (feed.where ? columnsOfWhere(feed.where) : [])))];
  return [
    {
      code: 'rows-aside',
      n,
      ids: [],
      text: `${rows(n, 'row')} (${n === 1 ? 'row' : 'rows'} ${(lines ?? []).join(', ')}${n > 3 ? ', …' : ''}) ${n === 1 ? 'feeds' : 'feed'} nothing, because of what ${n === 1 ? 'it says' : 'they say'} in ${headers.join(', ')}. ${n === 1 ? 'It stays' : 'They stay'} in the file as received.`,
      todo: 'Where they should count, change the mapping.',
    },
  ];
};

const rows = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
const KEYS = ['account_id', 'contact_id', 'lead_id', 'opportunity_id'];

/** Mapped columns with times of day that name no zone. */
const clockedColumns = ({ mapping, columns }: Prepared): string[] => {
  const sources = mapping.feeds.flatMap(({ fields }) => Object.values(fields));
  const timed = sources.filter(
    (source) =>
      'header' in source &&
      source.format !== undefined &&
      !source.day &&
      columns.byHeader(source.header)?.sample.some((cell) => /\d:\d/.test(cell) && !/([Zz]|[+-]\d{2}:?\d{2})$/.test(cell)),
  );
  return [...new Set(timed.map((source) => ('header' in source ? source.header : '')))];
};

/** Rows that name no account, contact or lead: they are loaded, and answers count them as not linked. */
const blankKeys = async (tx: Tx, { plans }: Ready): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const { relation } of plans) {
    const keys = relation.said.filter(
      ({ field, header }) => header !== null && KEYS.includes(field) && !ENTITIES[relation.entity].key.includes(field),
    );
    if (keys.length === 0) continue;
    const [blank] = await tx.read<{ [field: string]: number }>(
      `select ${keys.map(({ field }) => `count(*) filter (${field} is null) as ${field}`).join(', ')} from (${relation.sql})`,
    );
    for (const { field, header } of keys) {
      const n = blank![field]!;
      if (n > 0)
        findings.push({
          code: 'blank-key',
          n,
          ids: [],
          text: `${n.toLocaleString('en')} ${ENTITIES[relation.entity].words} have an empty ${header}. They are loaded and stay unlinked.`,
          detail: { field: `${relation.entity}.${field}` },
        });
    }
  }
  return findings;
};

/** Values that the list of the same name does not know, with the won money they carry. */
const unmatched = async (tx: Tx, { plans }: Ready): Promise<Finding[]> => {
  const lists = (await tx.read<{ name: string }>('select distinct name from lookup')).map(({ name }) => name);
  const findings: Finding[] = [];
  for (const { relation } of plans) {
    for (const { field, header } of relation.said) {
      if (header === null || !lists.includes(header) || relation.entity === 'lookup') continue;
      const value = field.startsWith('attrs.')
        ? `json_extract_string(attrs, ${lit(`/${field.slice(6).replaceAll('~', '~0').replaceAll('/', '~1')}`)})`
        : field;
      const won = relation.entity === 'opportunity' ? `coalesce(sum(amount_minor) filter (status = 'won'), 0)::bigint` : 'null::bigint';
      const found = await tx.read<{ found: string; n: number; minor: number | null }>(
        `select ${value} as found, count(*) as n, ${won} as minor from (${relation.sql}) where ${value} is not null and ${value} not in (select id from lookup where name = ${lit(header)}) group by 1 order by 2 desc limit 100`,
      );
      if (found.length === 0) continue;
      const minor = found.reduce((sum, one) => sum + (one.minor ?? 0), 0);
      findings.push({
        code: 'unmatched-names',
        n: found.reduce((sum, one) => sum + one.n, 0),
        ids: found.map((one) => one.found),
        text: `${found.length === 1 ? 'One name' : `${found.length} names`} in ${header} ${found.length === 1 ? 'is' : 'are'} not in the list ${header}: ${found
          .slice(0, 3)
          .map((one) => `"${one.found}"`)
          .join(', ')}${found.length > 3 ? ', …' : ''}.`,
        todo: 'Confirm what each name means, under Names.',
        ...(relation.entity === 'opportunity' ? { minor } : {}),
      });
    }
  }
  return findings;
};

const GAP_DAYS = 60;

/** Long stretches without a single date, as a filter or a lost file leaves them. */
const dateGaps = async (tx: Tx, { plans }: Ready): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const { relation } of plans) {
    if (relation.entity === 'stage_entry' || relation.entity === 'deal_change') continue;
    for (const { field, header } of relation.said) {
      if (header === null || !/^(created|opened|closed|touched|spent|done)_on$/.test(field)) continue;
      const days = await tx.read<{
        before: string;
        gap: number;
      }>(`with d as (select distinct ${field} as day from (${relation.sql}) where ${field} is not null), g as (select lag(day) over (order by day) as before, day - lag(day) over (order by day) as gap from d)
        select before, gap from g where gap > ${GAP_DAYS} and gap > 10 * (select median(gap) from g) order by before limit 10`);
      for (const { before, gap } of days)
        findings.push({
          code: 'date-gap',
          n: gap,
          ids: [],
          text: `Column ${header} holds no date from ${addDays(before, 1)} to ${addDays(before, gap - 1)} (${gap - 1} days).`,
          todo: 'Check whether a part of the export is missing.',
        });
    }
  }
  return findings;
};
