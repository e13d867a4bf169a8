/**
 * Ad platforms: which one a cost file comes from, told by its columns, and whether its rows are days.
 *
 * A platform bills by the day; a row that covers a week or a whole report cannot be laid beside what stands, so such a
 * file is refused with the way to export it again. Column names from agreeing exports of several advertisers (Google Ads,
 * Meta Ads Manager, LinkedIn Campaign Manager, Microsoft Advertising); checked against tests/corpus.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import { lit, lits } from '../quote.ts';
import type { Columns } from './columns.ts';
import { fieldsIn } from './columns.ts';
import { foldHeader } from './headers.ts';
import { EMPTY_MARKS, type Profile } from './profile.ts';
import type { ImportRefusal } from './refusal.ts';

export type AdPlatform = {
  readonly name: string;
  /** What its spend is called where neither file nor campaign says a channel. */
  readonly channel: string;
  /** How other tools spell it, folded. */
  readonly spelled: readonly string[];
  /** Folded column names of which one alone tells the platform, or several together. */
  readonly told: readonly (readonly string[])[];
  /** How to export it with a row for each day. */
  readonly daily: string;
};

export const AD_PLATFORMS: readonly AdPlatform[] = [
  {
    name: 'Google Ads',
    channel: 'Paid search',
    spelled: ['googleads', 'google', 'adwords', 'googleadwords'],
    told: [
      ['metricscostmicros'],
      ['costmicros'],
      ['segmentsdate'],
      ['impr', 'cost'],
      ['impr', 'kosten'],
      ['impr', 'coût'],
      ['impr', 'coste'],
    ],
    daily: 'In Google Ads, open the report of campaigns, choose Segment → Time → Day, and download it again.',
  },
  {
    name: 'Meta Ads',
    channel: 'Paid social',
    spelled: ['metaads', 'meta', 'facebookads', 'facebook', 'instagram', 'fb'],
    told: [
      ['reportingstarts'],
      ['amountspent'],
      ['berichtsstart'],
      ['ausgegebenerbetrag'],
      ['débutdesrapports'],
      ['montantdépensé'],
      ['iniciodelinforme'],
      ['importegastado'],
    ],
    daily: 'In Meta Ads Manager, choose Breakdown → By time → Day, and export again.',
  },
  {
    name: 'LinkedIn Ads',
    channel: 'Paid social',
    spelled: ['linkedinads', 'linkedin'],
    told: [
      ['campaigngroupname', 'totalspent'],
      ['campaigngroupid', 'totalspent'],
      ['startdateinutc', 'totalspent'],
    ],
    daily: 'In LinkedIn Campaign Manager, choose Export → Campaign Performance, with the time breakdown Daily.',
  },
  {
    name: 'Microsoft Ads',
    channel: 'Paid search',
    spelled: ['microsoftads', 'microsoftadvertising', 'microsoft', 'bingads', 'bing'],
    told: [['gregoriandate'], ['spend', 'impressions', 'accountnumber'], ['spend', 'impressions', 'campaignid', 'adgroupid', 'devicetype']],
    daily: 'In Microsoft Advertising, set "Show (unit of time)" to Day, and run the report again.',
  },
];

/** The platform that a file's columns tell; null: not a cost file of one that is known. */
export const platformOf = (columns: Columns): AdPlatform | null => {
  const has = (name: string): boolean => columns.named(name) !== undefined || columns.all.some(({ header }) => whole(header) === name);
  return AD_PLATFORMS.find(({ told }) => told.some((all) => all.every(has))) ?? null;
};

/** A header with what stands in brackets: `Start Date (in UTC)` is `startdateinutc`. */
const whole = (header: string): string => header.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** A platform in our spelling, as SQL; one that is not known stays as found. */
export const platformSql = (x: string): string => {
  const folded = `regexp_replace(lower(${x}), '[^\\p{L}\\p{N}]+', '', 'g')`;
  return `case ${AD_PLATFORMS.map(({ name, spelled }) => `when ${folded} in (${lits(spelled)}) then ${lit(name)}`).join(' ')} else ${x} end`;
};

const ENDS = ['Reporting Ends', 'End Date', 'Date Stop', 'Berichtsende', 'Fin des rapports', 'Fin del informe'];
/** Columns that hold the first day of a period, folded. */
const STARTS = ['reportingstarts', 'startdate', 'datestart', 'berichtsstart', 'débutdesrapports', 'iniciodelinforme'];
const LONGER = [
  'Week',
  'Month',
  'Quarter',
  'Year',
  'Woche',
  'Monat',
  'Semaine',
  'Mois',
  'Semana',
  'Mes',
  'segments.week',
  'segments.month',
];

/** Why the rows of a platform's file are not the cost of days; null where they are. */
export const notDays = async (
  tx: Tx,
  columns: Columns,
  platform: AdPlatform | null,
  file: string,
): Promise<Result<null, ImportRefusal>> => {
  const segment = columns.all.find(({ header }) => / Segment$/i.test(header) && !/^campaign/i.test(header));
  if (platform?.name === 'LinkedIn Ads' && segment)
    return refuse({
      code: 'ad-file-demographic',
      column: segment.header,
      text: `${file} is a demographic report: its rows are ${segment.header.replace(/ Segment$/i, '').toLowerCase()} groups, and a person stands in several of them, so their cost cannot be added up.`,
      todo: 'Export Campaign Performance instead of Demographics, with the time breakdown Daily.',
    });
  const fields = fieldsIn(columns, 'spend');
  const cost = fields.get('amount');
  if (!platform || !cost) return ok(null);
  const day = fields.get('spent_on');
  const longer = LONGER.map((name) => columns.named(name)).find((one) => one !== undefined);
  if (!day)
    return refuse({
      code: 'ad-file-without-days',
      ...(longer ? { column: longer.header } : {}),
      text: longer
        ? `Each row of ${file} is the cost of a ${foldHeader(longer.header)}, not of a day.`
        : `${file} has no column that says the day: each row is the cost of the whole report.`,
      todo: platform.daily,
    });
  const end = ENDS.map((name) => columns.named(name)).find((one) => one !== undefined && one !== day);
  return end && STARTS.includes(foldHeader(day.header)) ? periods(tx, day, end, platform, file) : ok(null);
};

const periods = async (tx: Tx, from: Profile, to: Profile, { daily }: AdPlatform, file: string): Promise<Result<null, ImportRefusal>> => {
  const [found] = await tx.read<{ n: number; start: string | null; stop: string | null }>(
    `select count(*) as n, min(${from.column}) as start, min(${to.column}) as stop from stage where ${from.column} is not null and ${to.column} is not null and ${from.column} <> ${to.column} and lower(${to.column}) not in (${lits(EMPTY_MARKS)})`,
  );
  if (!found || found.n === 0) return ok(null);
  return refuse({
    code: 'ad-file-without-days',
    column: from.header,
    text: `${file} was exported over a whole period: ${found.n === 1 ? 'one row covers' : `${found.n.toLocaleString('en')} rows cover`} several days each, for instance ${found.start} to ${found.stop}.`,
    todo: daily,
  });
};

const MARKS = String.raw`(€|£|₹|R\$|zł|\$|\b[A-Z]{3}\b)`;

/** Refuses an amount column whose cells name several currencies while no column says which is whose. */
export const oneCurrency = async (tx: Tx, cost: Profile | undefined, file: string): Promise<Result<null, ImportRefusal>> => {
  if (!cost) return ok(null);
  const found = await tx.read<{ mark: string }>(
    `select distinct regexp_extract(${cost.column}, ${lit(MARKS)}, 1) as mark from stage where ${cost.column} is not null and regexp_matches(${cost.column}, ${lit(MARKS)}) and regexp_matches(${cost.column}, '\\d') order by 1`,
  );
  if (found.length < 2) return ok(null);
  return refuse({
    code: 'mixed-currencies',
    column: cost.header,
    text: `Column ${cost.header} of ${file} holds several currencies: ${found.map(({ mark }) => mark).join(', ')}. Added up they would be no money at all.`,
    todo: 'Add a column with the currency code of each row, or export one file for each currency.',
  });
};
