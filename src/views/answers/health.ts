/**
 * Health: each gap of the data in words, with the money that hangs on it and the next action, the dearest first.
 *
 * A gap is a row: `text` says what is missing and what follows from it, `todo` what mends it, `go` where. Its money is what
 * the gap touches, not what is lost; gaps overlap, so it is never added up.
 */
import type { Answer, Row } from '../../kernel/answer.ts';
import type { Money } from '../../kernel/money.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { amount, count, listed, many, percent } from './words.ts';

export type Gap = {
  readonly code: string;
  readonly n: number;
  readonly whole: number | null;
  readonly minor: number | null;
  readonly about: boolean;
  readonly entity: string | null;
  readonly ids: readonly string[] | null;
  readonly begins: string | null;
};
export type SourceLine = {
  readonly source: string;
  readonly entity: string;
  readonly rows: number;
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly rhythm: number | null;
  readonly silent: number;
  readonly minor: number | null;
};

/** What a kind of gap means, and how it is mended. `link`: where along the thread it stands. */
type Kind = {
  readonly link: string;
  readonly name: (n: number) => string;
  readonly so: string;
  readonly todo: string;
  readonly go: string;
  readonly act: string;
};

const deals = (n: number, open = ''): string => many(n, `${open}deal`);
const touches = (n: number): string => many(n, 'touch', 'touches');
const has = (n: number): string => (n === 1 ? 'has' : 'have');

const KINDS: { readonly [code: string]: Kind } = {
  'deal-no-amount-open': {
    link: 'deal',
    name: (n) => `${deals(n, 'open ')} ${has(n)} no amount`,
    so: 'Pipeline, coverage and forecast leave them out.',
    todo: 'Fill the amount in the CRM and import the deals again.',
    go: '/data/import',
    act: 'Import deals',
  },
  'deal-no-amount-won': {
    link: 'revenue',
    name: (n) => `${deals(n, 'won ')} ${has(n)} no amount`,
    so: 'Revenue, credit and ROI leave them out.',
    todo: 'Fill the amount in the CRM and import the deals again.',
    go: '/data/import',
    act: 'Import deals',
  },
  'deal-no-stage-date': {
    link: 'deal',
    name: (n) => `${deals(n)} ${has(n)} no date on which a stage was entered`,
    so: 'They are in no lag and no velocity.',
    todo: 'Export the stage history (HubSpot: the “Date entered” columns; Salesforce: OpportunityHistory) and import it.',
    go: '/data/import',
    act: 'Import stage history',
  },
  'deal-no-owner': {
    link: 'deal',
    name: (n) => `${deals(n, 'open ')} ${has(n)} no owner`,
    so: 'Nobody can be asked about them, and no cut by owner holds them.',
    todo: 'Name an owner in the CRM and import the deals again.',
    go: '/data/import',
    act: 'Import deals',
  },
  'deal-no-people': {
    link: 'deal',
    name: (n) => `${deals(n)} ${has(n)} no linked people`,
    so: 'The touches of the whole account are taken for them, so their credit is coarse.',
    todo: 'Export the contacts of deals (contact roles, associated contact ids) and import them.',
    go: '/data/import',
    act: 'Import contacts of deals',
  },
  'deal-no-account': {
    link: 'deal',
    name: (n) => `${deals(n)} ${n === 1 ? 'names' : 'name'} no account`,
    so: 'Neither touches nor segments reach them.',
    todo: 'Fill the account in the CRM and import the deals again.',
    go: '/data/import',
    act: 'Import deals',
  },
  'touch-no-campaign': {
    link: 'touch',
    name: (n) => `${touches(n)} ${n === 1 ? 'names' : 'name'} no campaign`,
    so: 'Their credit stands in “no campaign”.',
    todo: 'Build links with the tracking key of a campaign, and check the ones that are out.',
    go: '/market/links',
    act: 'Build and check links',
  },
  'touch-unmatched': {
    link: 'campaign',
    name: (n) => `${touches(n)} ${n === 1 ? 'names' : 'name'} a campaign that nobody knows`,
    so: 'Their credit stands in “no campaign” until somebody says what the names mean.',
    todo: 'Say what each name means.',
    go: '/data/names',
    act: 'Match the names',
  },
  'touch-no-person': {
    link: 'touch',
    name: (n) => `${touches(n)} ${n === 1 ? 'names' : 'name'} nobody`,
    so: 'They can belong to no deal.',
    todo: 'Import them with an address, a contact or a visitor.',
    go: '/data/import',
    act: 'Import touches',
  },
  'touch-no-date': {
    link: 'touch',
    name: (n) => `${touches(n)} ${has(n)} no date`,
    so: 'They cannot count.',
    todo: 'Fill the date in the source and import them again.',
    go: '/data/import',
    act: 'Import touches',
  },
  'spend-no-campaign': {
    link: 'campaign',
    name: (n) => `${many(n, 'row')} of spend ${n === 1 ? 'names' : 'name'} no campaign`,
    so: 'The money is the cost of no campaign.',
    todo: 'Export the cost by campaign and import it again.',
    go: '/data/import',
    act: 'Import cost',
  },
  'spend-unmatched': {
    link: 'campaign',
    name: (n) => `${many(n, 'row')} of spend ${n === 1 ? 'names' : 'name'} a campaign that nobody knows`,
    so: 'The money is the cost of no campaign, and every ROI is too good.',
    todo: 'Say what each name means.',
    go: '/data/names',
    act: 'Match the names',
  },
  'campaign-silent': {
    link: 'campaign',
    name: (n) => `${many(n, 'campaign')} ${has(n)} neither touches nor spend`,
    so: 'Nobody can say what became of them.',
    todo: 'Check whether they went out, and whether their links carry their tracking key.',
    go: '/market/links',
    act: 'Check their links',
  },
  'campaign-no-touch': {
    link: 'campaign',
    name: (n) => `${many(n, 'campaign')} cost money and ${has(n)} no touch`,
    so: 'They can earn no credit.',
    todo: 'Check whether their links carry their tracking key, and whether their names are matched.',
    go: '/market/links',
    act: 'Check their links',
  },
  'history-short': {
    link: 'touch',
    name: (n) => `${deals(n, 'won ')} closed before a whole look-back of touches was there`,
    so: 'The first touches of their journeys may be missing, so first-touch credit is late for them.',
    todo: 'Import older touches, or compare only deals that closed later.',
    go: '/data/import',
    act: 'Import older touches',
  },
  conflict: {
    link: 'data',
    name: (n) => `Loads disagree on ${many(n, 'value')}`,
    so: 'The later load stands.',
    todo: 'Look at what differs; take a load back if it was wrong.',
    go: '/data/loads',
    act: 'See the loads',
  },
  held: {
    link: 'data',
    name: (n) => `${many(n, 'row')} ${n === 1 ? 'is' : 'are'} held back and wait for you`,
    so: 'They are in no number.',
    todo: 'Mend them, or download them and import the corrected file.',
    go: '/data/loads',
    act: 'Mend the rows',
  },
  review: {
    link: 'data',
    name: (n) => `${many(n, 'person or account', 'people or accounts')} may be the same as another`,
    so: 'Their touches stand apart until somebody decides.',
    todo: 'Say for each whether it is the same.',
    go: '/data/identity',
    act: 'Review them',
  },
  late: { link: 'data', name: () => '', so: '', todo: 'Import what is missing since.', go: '/data/import', act: 'Import it' },
};

const WHAT: { readonly [entity: string]: string } = {
  touch: 'touches',
  lead: 'leads',
  opportunity: 'deals',
  stage_entry: 'stage entries',
  work_done: 'done work',
  spend: 'spend',
};

/** A source is late when it is silent for three times its rhythm, and for a week at least. */
export const LATE_TIMES = 3;
const LATE_DAYS = 7;
export const isLate = ({ rhythm, silent }: Pick<SourceLine, 'rhythm' | 'silent'>): boolean =>
  rhythm !== null && silent > Math.max(LATE_DAYS, LATE_TIMES * rhythm);

export const dressHealth = (raw: Raw): Answer => {
  const sources = table<SourceLine>(raw, 'sources');
  const { n: reviews, minor: reviewed } = table<{ readonly n: number; readonly minor: number | null }>(raw, 'reviews')[0] ?? {
    n: 0,
    minor: null,
  };
  const rows = [
    ...table<Gap>(raw, 'gaps').map((gap) => rowOf(raw, gap)),
    ...sources.filter(isLate).map((line) => lateRow(raw, line)),
    ...(reviews > 0
      ? [rowOf(raw, { code: 'review', n: reviews, whole: null, minor: reviewed, about: false, entity: null, ids: null, begins: null })]
      : []),
  ].toSorted((a, b) => minorOf(b) - minorOf(a) || b.n - a.n || (a.key < b.key ? -1 : 1));
  const gaps = new Map(table<Gap>(raw, 'gaps').map((gap) => [gap.code, gap]));
  const tracked = [gaps.get('touch-no-campaign'), gaps.get('touch-unmatched')].filter((gap) => gap !== undefined);
  const seen = sources.filter(({ entity }) => entity === 'touch').reduce((sum, one) => sum + one.rows, 0);
  return frame(raw, {
    means: [
      'Each row is a gap of the data along the thread: how many rows have it, the money that hangs on it, and what mends it, the dearest first.',
      'Money is that of the rows themselves where they have some; of touches, their even share, among the touches of its linked people, of each won and open deal; of deals without an amount, the median of those that have one (the last two marked "about"); of people and accounts that may be the same, the won and open deals of theirs; of values on which loads disagree, how far their amounts lie apart.',
      'A touch of the channel Direct belongs to no campaign and is no gap.',
      'Gaps overlap, so their money is not to be added up.',
      `A source is late when it has been silent for more than ${LATE_TIMES} times its rhythm (what nine in ten pauses between its days are no longer than) and more than ${LATE_DAYS} days.`,
    ],
    rows,
    total: { key: 'total', n: rows.length, sources: sources.map((line) => ({ ...line, late: isLate(line) })) },
    coverage: coverageOf(
      seen,
      tracked.map((gap) => ({ why: KINDS[gap.code]!.name(gap.n), n: gap.n, ...(gap.minor === null ? {} : { minor: gap.minor }) })),
    ),
    findings: rows.map(({ key, n, text, todo, money, ids }) => ({
      code: key,
      n,
      ids: ((ids as readonly string[] | undefined) ?? []).slice(0, 100),
      text: text as string,
      todo: todo as string,
      ...(money === null ? {} : { minor: (money as Money).minor }),
    })),
    money: true,
  });
};

const minorOf = ({ money }: Row): number => (money as Money | null)?.minor ?? -1;

const rowOf = (raw: Raw, { code, n, whole, minor, about, entity, ids, begins }: Gap): Row => {
  const kind = KINDS[code];
  if (!kind) throw new RangeError(`no words for the gap ${code}`);
  const stake = minor === null || minor === 0 ? null : moneyIn(raw, minor);
  const share = whole !== null && whole > 0 && n < whole ? ` (${percent(n / whole)} of ${count(whole)})` : '';
  return {
    key: code,
    n,
    whole,
    link: kind.link,
    text: `${kind.name(n)}${share}. ${code === 'history-short' ? `Touches begin on ${begins}. ` : ''}${kind.so}`,
    what: kind.name(n),
    so: `${share === '' ? '' : `${percent(n / whole!)} of ${count(whole!)}. `}${code === 'history-short' ? `Touches begin on ${begins}. ` : ''}${kind.so}`,
    money: stake,
    about: stake !== null && about,
    todo: kind.todo,
    // Rows that are held stand at their load.
    go: code === 'held' && ids?.length === 1 ? `${kind.go}/${ids[0]}` : kind.go,
    act: kind.act,
    entity,
    ids: ids ?? [],
  };
};

const lateRow = (raw: Raw, { source, entity, last, silent, rhythm, minor }: SourceLine): Row => {
  const stake = minor === null ? null : moneyIn(raw, minor * silent);
  const what = `${source} has sent no ${WHAT[entity] ?? entity} since ${last}`;
  const so = `It speaks about every ${rhythm === 1 ? 'day' : `${rhythm} days`} and has been silent for ${many(silent, 'day')}.`;
  const missing = stake ? ` At its usual pace about ${amount(stake)} of spend is missing.` : '';
  return {
    key: `late:${source}:${entity}`,
    n: silent,
    whole: null,
    link: 'data',
    text: `${what}. ${so}${missing}`,
    what,
    so,
    money: stake,
    about: true,
    todo: `Import the ${WHAT[entity] ?? entity} of ${source} since ${last}.`,
    go: KINDS['late']!.go,
    act: KINDS['late']!.act,
    entity: null,
    ids: [],
  };
};

/** The title of the page: how many gaps, and which carries most. */
export const healthTitle = (answer: Pick<Answer, 'rows'>, inWords: (money: Money) => string = amount): string => {
  const [first] = answer.rows;
  if (!first) return 'Nothing is missing along the thread.';
  const late = answer.rows.filter(({ key }) => key.startsWith('late:'));
  const money = first['money'] as Money | null;
  const stake = money ? `, ${first['about'] ? 'about ' : ''}${inWords(money)} hangs on it` : '';
  return `${first['what'] as string}${stake}${late.length > 0 && !first.key.startsWith('late:') ? `; ${listed(late.map(({ key }) => key.split(':')[1]!))} ${late.length === 1 ? 'is' : 'are'} late` : ''}.`;
};
