/**
 * Causes: why a number that was published would read otherwise today. Each names what changed, when and by whose doing;
 * what the record does not explain is said to be unexplained, never left out.
 */
import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/zone.ts';
import { capital, dayWords, list, moneyFull, plural } from '../words/format.ts';
import type { FrozenDeal, FrozenTouch } from './pack.ts';

export type Cause = {
  readonly kind: 'load' | 'taken-back' | 'identity' | 'rate' | 'rules' | 'links' | 'unexplained';
  readonly text: string;
  /** The load it came with; null where it came with none. */
  readonly load: number | null;
};

/** How a deal stands now, and what later loads said otherwise of it: [field, was, is now, load], latest first. */
export type DealNow = {
  readonly key: string;
  readonly there: boolean;
  readonly status: string | null;
  readonly closed_on: Day | null;
  readonly minor: number | null;
  readonly currency: string | null;
  readonly load: number | null;
  readonly said: readonly (readonly [string, string | null, string | null, string])[];
};

export type LoadNow = {
  readonly n: number;
  readonly file: string;
  readonly loadedAt: Instant;
  readonly revertedAt: Instant | null;
};

/** What is known of the time since something was published. */
export type Since = {
  /** Number of the last load it rested on. */
  readonly lastLoad: number;
  readonly publishedAt: Instant;
  readonly loads: readonly LoadNow[];
  readonly deals: ReadonlyMap<string, DealNow>;
  /** Who is who was decided otherwise: "Two contacts were merged". */
  readonly identity: readonly { readonly at: Instant; readonly text: string }[];
  /** Decisions that change how numbers are counted, by what they are about. */
  readonly decided: readonly { readonly kind: 'rate' | 'rules' | 'links'; readonly at: Instant; readonly text: string }[];
};

/** Nothing known yet of the time since `publishedAt`. */
export const causeless = (publishedAt: Instant): Since => ({
  lastLoad: 0,
  publishedAt,
  loads: [],
  deals: new Map(),
  identity: [],
  decided: [],
});

const day = (at: Instant): string => dayWords(at.slice(0, 10));
const unexplained = (what: string): Cause => ({ kind: 'unexplained', text: `${what}; the record does not say why.`, load: null });

/** "load 17 (crm.csv, 3 Aug)" */
export const loadCalled = ({ loads }: Pick<Since, 'loads'>, n: number): string => {
  const load = loads.find((l) => l.n === n);
  return load ? `load ${n} (${load.file}, ${day(load.loadedAt)})` : `load ${n}`;
};

const takenBack = (since: Since): LoadNow | undefined =>
  since.loads.findLast(({ n, revertedAt }) => n <= since.lastLoad && revertedAt !== null && revertedAt >= since.publishedAt);

const FIELDS: { readonly [column: string]: string } = {
  closed_on: 'closing day',
  status: 'state',
  stage: 'stage',
  amount_minor: 'amount',
  currency: 'currency',
  opened_on: 'opening day',
};

const saidWords = ([field, was, now]: DealNow['said'][number], currency: string | null): string => {
  const name = FIELDS[field] ?? field;
  const value = (text: string | null): string =>
    text === null
      ? 'empty'
      : field === 'amount_minor'
        ? moneyFull({ minor: Number(text), currency })
        : field.endsWith('_on')
          ? dayWords(text.slice(0, 10))
          : text;
  return `${name} was ${value(was)}, is now ${value(now)}`;
};

/** What later loads said of the deal, in words; null where none said anything. */
const saidOf = (now: DealNow | undefined, since: Since): Cause | null => {
  const telling = now?.said.filter(([field]) => field in FIELDS) ?? [];
  if (!now || telling.length === 0) return null;
  const load = Number(telling[0]![3]);
  return {
    kind: 'load',
    load,
    text: `${capital(list(telling.map((said) => saidWords(said, now.currency))))}, by ${loadCalled(since, load)}.`,
  };
};

/** Why a deal counts now that did not when the period was published, or the other way round, or with another amount. */
export const causeOfDeal = (was: FrozenDeal | undefined, is: FrozenDeal | undefined, since: Since): Cause => {
  const key = `${(was ?? is)!.src}/${(was ?? is)!.id}`;
  const now = since.deals.get(key);
  const said = saidOf(now, since);
  if (said) return said;
  if (!was && is) {
    if (is.load > since.lastLoad) return { kind: 'load', load: is.load, text: `It came with ${loadCalled(since, is.load)}.` };
    return unexplained('It counts now');
  }
  const gone = takenBack(since);
  if (gone && (!now?.there || (now.load ?? 0) !== was!.load))
    return { kind: 'taken-back', load: gone.n, text: `${capital(loadCalled(since, gone.n))} was taken back on ${day(gone.revertedAt!)}.` };
  if (was && is && was.own_minor === is.own_minor && was.own_currency === is.own_currency && was.minor !== is.minor) {
    const rate = since.decided.findLast(({ kind }) => kind === 'rate');
    if (rate) return { kind: 'rate', load: null, text: `${rate.text} (${day(rate.at)}).` };
  }
  if (now?.load && now.load > since.lastLoad)
    return { kind: 'load', load: now.load, text: `${capital(loadCalled(since, now.load))} says otherwise.` };
  return unexplained(is ? 'Its amount differs' : 'It no longer counts');
};

const touchKey = ([src, id]: FrozenTouch): string => `${src}/${id}`;

/** Why the credit of a deal is shared otherwise, though the deal itself stands as it was; null where its touches are the same. */
export const causeOfCredit = (was: FrozenDeal, is: FrozenDeal, since: Since): Cause | null => {
  const [before, after] = [new Map(was.touches.map((t) => [touchKey(t), t])), new Map(is.touches.map((t) => [touchKey(t), t]))];
  const came = is.touches.filter((t) => !before.has(touchKey(t)));
  const left = was.touches.filter((t) => !after.has(touchKey(t)));
  const moved = is.touches.filter((t) => before.has(touchKey(t)) && before.get(touchKey(t))![2] !== t[2]);
  const late = came.filter((t) => Number(t[4]) > since.lastLoad);
  if (late.length > 0) {
    const load = Math.max(...late.map((t) => Number(t[4])));
    return { kind: 'load', load, text: `${capital(plural(late.length, 'touch', 'touches'))} arrived with ${loadCalled(since, load)}.` };
  }
  if (came.length + left.length > 0) {
    const gone = left.length > 0 ? takenBack(since) : undefined;
    if (gone)
      return {
        kind: 'taken-back',
        load: gone.n,
        text: `${capital(loadCalled(since, gone.n))} was taken back on ${day(gone.revertedAt!)}.`,
      };
    const rules = since.decided.findLast(({ kind }) => kind === 'rules');
    const who = since.identity.at(-1);
    if (who && (!rules || who.at > rules.at)) return { kind: 'identity', load: null, text: `${who.text} (${day(who.at)}).` };
    if (rules) return { kind: 'rules', load: null, text: `${rules.text} (${day(rules.at)}).` };
    return unexplained(`${plural(came.length + left.length, 'touch counts', 'touches count')} otherwise`);
  }
  if (moved.length > 0) {
    const links = since.decided.findLast(({ kind }) => kind === 'links');
    if (links) return { kind: 'links', load: null, text: `${links.text} (${day(links.at)}).` };
    return unexplained(`${plural(moved.length, 'touch belongs', 'touches belong')} to another campaign`);
  }
  return null;
};
