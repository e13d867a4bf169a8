/**
 * Difference: a published pack against what the same questions say today, line by line with the cause of each line.
 * The lines of won revenue sum to its difference exactly; so do the lines of credit, campaign by campaign (linear: the
 * one model that needs no more than which touches count).
 */
import type { PublishedFigure } from '../../domain/measurement/publication.ts';
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import { splitMinor } from '../../kernel/money.ts';
import { capital } from '../words/format.ts';
import { causeOfCredit, causeOfDeal, loadCalled, type Cause, type Since } from './causes.ts';
import { figuresOf, type FrozenDeal, type FrozenRow, type FrozenSpend, type Pack } from './pack.ts';

/** Whole minor units; null: not part of it then, or now, or without an amount. */
export type DealLine = {
  readonly src: string;
  readonly id: string;
  readonly was: number | null;
  readonly now: number | null;
  readonly by: number;
  readonly cause: Cause;
};
export type CreditLine = {
  readonly src: string;
  readonly deal: string;
  readonly campaign: string | null;
  readonly was: number;
  readonly now: number;
  readonly by: number;
  readonly cause: Cause;
};
export type RowsLine = {
  readonly what: 'leads' | 'opened';
  readonly came: number;
  readonly left: number;
  readonly ids: readonly string[];
  readonly cause: Cause;
};
export type SpendLine = Pick<FrozenSpend, 'src' | 'channel' | 'campaign' | 'currency'> & {
  readonly was: number;
  readonly now: number;
  readonly by: number;
  readonly cause: Cause;
};
export type FigureLine = Pick<PublishedFigure, 'name' | 'unit' | 'currency'> & { readonly was: number | null; readonly now: number | null };
/** One figure of one row of one answer that reads otherwise; null where it was, or is, not there or not known. */
export type AnswerLine = {
  readonly answer: string;
  readonly key: string;
  readonly figure: string;
  readonly was: Figure | null;
  readonly now: Figure | null;
  /** Where the whole answer is counted by other rules today; null: the lines above say what moved it. */
  readonly cause: Cause | null;
};

export type Difference = {
  /** False where every published number reads today as it did. */
  readonly changed: boolean;
  readonly figures: readonly FigureLine[];
  readonly deals: readonly DealLine[];
  readonly credit: readonly CreditLine[];
  readonly rows: readonly RowsLine[];
  readonly spend: readonly SpendLine[];
  readonly answers: readonly AnswerLine[];
};

export const keyOf = ({ src, id }: { readonly src: string; readonly id: string }): string => `${src}/${id}`;

/** Keys of the deals that differ in any way, for whoever looks up how they stand now. */
export const dealsThatDiffer = (was: Pick<Pack, 'won'>, now: Pick<Pack, 'won'>): string[] => {
  const after = new Map(now.won.map((deal) => [keyOf(deal), JSON.stringify(deal)]));
  const gone = was.won.filter((deal) => after.get(keyOf(deal)) !== JSON.stringify(deal)).map(keyOf);
  const before = new Set(was.won.map(keyOf));
  return [...gone, ...now.won.map(keyOf).filter((key) => !before.has(key))];
};

/** What was published against what is counted today. */
export const compared = (was: Pack, now: Pack, since: Since): Difference => {
  const figures = figuresCompared(figuresOf(was), figuresOf(now));
  const deals = dealLines(was.won, now.won, since);
  const credit = creditLines(was.won, now.won, since);
  const rows = [...rowLines('leads', was.leads, now.leads, since), ...rowLines('opened', was.opened, now.opened, since)];
  const spend = spendLines(was.spend, now.spend, since);
  const answers = answerLines(was, now);
  const changed = figures.some((f) => f.was !== f.now) || [deals, credit, rows, spend, answers].some((lines) => lines.length > 0);
  return { changed, figures, deals, credit, rows, spend, answers };
};

const figuresCompared = (was: readonly PublishedFigure[], now: readonly PublishedFigure[]): FigureLine[] =>
  was.map(({ name, unit, currency, value }) => ({
    name,
    unit,
    currency,
    was: value,
    now: now.find((f) => f.name === name)?.value ?? null,
  }));

const byKey = (deals: readonly FrozenDeal[]): ReadonlyMap<string, FrozenDeal> => new Map(deals.map((deal) => [keyOf(deal), deal]));

const dealLines = (was: readonly FrozenDeal[], now: readonly FrozenDeal[], since: Since): DealLine[] => {
  const [before, after] = [byKey(was), byKey(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    if (a && b && a.minor === b.minor) return [];
    const { src, id } = (a ?? b)!;
    return [
      { src, id, was: a?.minor ?? null, now: b?.minor ?? null, by: (b?.minor ?? 0) - (a?.minor ?? 0), cause: causeOfDeal(a, b, since) },
    ];
  });
};

/** Linear credit of a deal by campaign, in whole minor units; null stands for no campaign. A deal without touches gives none. */
const linearOf = ({ minor, touches }: FrozenDeal): Map<string | null, number> => {
  const credit = new Map<string | null, number>();
  if (minor === null || touches.length === 0) return credit;
  const shares = splitMinor(
    minor,
    touches.map(() => 1),
  );
  touches.forEach(([, , campaign], i) => credit.set(campaign, (credit.get(campaign) ?? 0) + shares[i]!));
  return credit;
};

const creditLines = (was: readonly FrozenDeal[], now: readonly FrozenDeal[], since: Since): CreditLine[] => {
  const [before, after] = [byKey(was), byKey(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    const [old, fresh] = [a ? linearOf(a) : new Map<string | null, number>(), b ? linearOf(b) : new Map<string | null, number>()];
    const changed = [...new Set([...old.keys(), ...fresh.keys()])].filter(
      (campaign) => (old.get(campaign) ?? 0) !== (fresh.get(campaign) ?? 0),
    );
    if (changed.length === 0) return [];
    const cause = (a && b && a.minor === b.minor ? causeOfCredit(a, b, since) : null) ?? causeOfDeal(a, b, since);
    const { src, id } = (a ?? b)!;
    return changed.map((campaign) => {
      const [x, y] = [old.get(campaign) ?? 0, fresh.get(campaign) ?? 0];
      return { src, deal: id, campaign, was: x, now: y, by: y - x, cause };
    });
  });
};

/** Rows that came or went, by the load that brought them; those that went, together. */
const rowLines = (what: RowsLine['what'], was: readonly FrozenRow[], now: readonly FrozenRow[], since: Since): RowsLine[] => {
  const [before, after] = [new Set(was.map(keyOf)), new Set(now.map(keyOf))];
  const byLoad = Map.groupBy(
    now.filter((row) => !before.has(keyOf(row))),
    ({ load }) => load,
  );
  const came = [...byLoad].map(([load, rows]): RowsLine => {
    const cause: Cause =
      load > since.lastLoad
        ? { kind: 'load', load, text: `They came with ${loadCalled(since, load)}.` }
        : { kind: 'unexplained', load: null, text: 'They count now; the record does not say why.' };
    return { what, came: rows.length, left: 0, ids: rows.slice(0, 100).map(({ id }) => id), cause };
  });
  const left = was.filter((row) => !after.has(keyOf(row)));
  if (left.length === 0) return came;
  const back = since.loads.findLast(({ n, revertedAt }) => n <= since.lastLoad && revertedAt !== null && revertedAt >= since.publishedAt);
  const cause: Cause = back
    ? { kind: 'taken-back', load: back.n, text: `${capital(loadCalled(since, back.n))} was taken back.` }
    : { kind: 'load', load: null, text: 'Later loads give them another day, or they are gone.' };
  return [...came, { what, came: 0, left: left.length, ids: left.slice(0, 100).map(({ id }) => id), cause }];
};

const spendLines = (was: readonly FrozenSpend[], now: readonly FrozenSpend[], since: Since): SpendLine[] => {
  const name = (s: FrozenSpend): string => JSON.stringify([s.src, s.channel, s.campaign, s.currency]);
  const [before, after] = [new Map(was.map((s) => [name(s), s])), new Map(now.map((s) => [name(s), s]))];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    if (a?.minor === b?.minor) return [];
    const { src, channel, campaign, currency } = (a ?? b)!;
    const back = since.loads.findLast(({ n, revertedAt }) => n <= since.lastLoad && revertedAt !== null && revertedAt >= since.publishedAt);
    const cause: Cause =
      b && b.load > since.lastLoad
        ? { kind: 'load', load: b.load, text: `${capital(loadCalled(since, b.load))} says otherwise.` }
        : back
          ? { kind: 'taken-back', load: back.n, text: `${capital(loadCalled(since, back.n))} was taken back.` }
          : { kind: 'unexplained', load: null, text: 'The record does not say why.' };
    return [{ src, channel, campaign, currency, was: a?.minor ?? 0, now: b?.minor ?? 0, by: (b?.minor ?? 0) - (a?.minor ?? 0), cause }];
  });
};

const figuresIn = (row: Row | undefined): [string, Figure][] =>
  Object.entries(row ?? {}).filter(([name]) => name !== 'key' && name !== 'keys' && name !== 'ids');

const answerLines = (was: Pack, now: Pack): AnswerLine[] =>
  was.answers.flatMap(({ name, answer: before }) => {
    const after: Answer | undefined = now.answers.find((frozen) => frozen.name === name)?.answer;
    const cause = causeOfStages(before, after);
    const keys = new Set([...before.rows, before.total, ...(after?.rows ?? [])].map((row) => row.key));
    const rowIn = (answer: Answer | undefined, key: string): Row | undefined =>
      answer && (key === answer.total.key ? answer.total : answer.rows.find((row) => row.key === key));
    return [...keys].flatMap((key) => {
      const [a, b] = [rowIn(before, key), rowIn(after, key)];
      const names = new Set([...figuresIn(a), ...figuresIn(b)].map(([figure]) => figure));
      return [...names].flatMap((figure) => {
        const [x, y] = [a?.[figure] ?? null, b?.[figure] ?? null];
        // By which stages it was counted is a cause, no number.
        return figure === 'stages' || JSON.stringify(x) === JSON.stringify(y) ? [] : [{ answer: name, key, figure, was: x, now: y, cause }];
      });
    });
  });

/** That an answer is counted by another version of the stage definitions today; null where it is not. */
const causeOfStages = (was: Answer, now: Answer | undefined): Cause | null => {
  const version = (answer: Answer | undefined): number | null => {
    const said = answer?.total['stages'];
    return said !== null && typeof said === 'object' && 'version' in said ? Number(said.version) : null;
  };
  const [a, b] = [version(was), version(now)];
  const called = (n: number): string => (n === 0 ? 'the stages of the files' : `version ${n} of the stage definitions`);
  return a === null || b === null || a === b
    ? null
    : { kind: 'rules', load: null, text: `It was counted by ${called(a)}; today it is by ${called(b)}.` };
};
