/** Scores side by side, in the agreed order or sorted by one of them. A sort only shows; adopting it is a decision. */
import type { Item } from '../../domain/backlog/item.ts';
import { practiceOf, type IceVariant } from '../../domain/backlog/practice.ts';
import type { Book, Command } from '../../domain/book.ts';
import type { ItemId, OutcomeId } from '../../kernel/ids.ts';
import { ice, outcomeValue, rice, wsjf } from '../../models/scores.ts';
import { capital, count, inWords, plural } from '../words/format.ts';
import { orderOf } from './backlog.ts';

export type ScoreName = 'rice' | 'ice' | 'wsjf' | 'value';
export const SCORE_NAMES: { readonly [S in ScoreName]: string } = { rice: 'RICE', ice: 'ICE', wsjf: 'WSJF', value: 'Outcome value' };

export type Score = {
  /** null: unknown, and `how` says why. */
  readonly value: number | null;
  /** The formula with the numbers of this item, or why there is no score. */
  readonly how: string;
};
export type ScoredItem = { readonly item: Item; readonly place: number } & { readonly [S in ScoreName]: Score };

const unknown = (how: string): Score => ({ value: null, how });

export const riceScore = ({ scores: { rice: said } }: Item): Score =>
  said
    ? {
        value: rice(said),
        how: `${count(said.reach)} reached × ${count(said.impact, 2)} × ${count(said.confidence)} % ÷ ${count(said.effortMonths, 2)} person-months`,
      }
    : unknown('nobody has scored it');

/** Scored by the company's variant; a score of the other variant is kept and not compared. */
export const iceScore = ({ scores: { ice: said } }: Item, variant: IceVariant): Score => {
  if (!said) return unknown('nobody has scored it');
  const how = `impact ${count(said.impact, 1)} × confidence ${count(said.confidence, 1)} × ${said.variant} ${count(said.last, 1)}`;
  return said.variant === variant
    ? { value: ice(said), how }
    : unknown(`scored by ${said.variant} (${how}); the company now scores by ${variant}`);
};

export const wsjfScore = ({ scores: { wsjf: said } }: Item): Score =>
  said
    ? {
        value: wsjf(said),
        how: `(value ${count(said.value, 1)} + time ${count(said.urgency, 1)} + risk or opportunity ${count(said.enablement, 1)}) ÷ job size ${count(said.jobSize, 1)}`,
      }
    : unknown('nobody has scored it');

/** Outcomes an item serves through its priority. */
export const servedBy = (book: Book, { priority }: Item): readonly OutcomeId[] => (priority && book.priority.get(priority)?.outcomes) || [];

/** Only outcomes that it serves now count; an estimate for another is kept and waits. */
export const valueScore = (book: Book, item: Item): Score => {
  const serves = servedBy(book, item);
  const counted = item.values.filter(({ outcome }) => serves.includes(outcome));
  if (serves.length === 0) return unknown('it serves no outcome');
  const value = outcomeValue(counted.map(({ percent }) => percent));
  if (value === null) return unknown('nobody has estimated what it does for its outcomes');
  return {
    value,
    how: counted
      .map(({ outcome, percent }) => `${count(percent, 1)} % of the gap of “${book.outcome.get(outcome)?.name ?? outcome}”`)
      .join(' + '),
  };
};

/** Every open item with its scores, in the agreed order. */
export const scoresOf = (book: Book): ScoredItem[] => {
  const { ice: variant } = practiceOf(book);
  return orderOf(book).map((id, i) => {
    const item = book.item.get(id)!;
    return {
      item,
      place: i + 1,
      rice: riceScore(item),
      ice: iceScore(item, variant),
      wsjf: wsjfScore(item),
      value: valueScore(book, item),
    };
  });
};

/** By one score, the highest first; items without one keep the agreed order behind, and equal ones the agreed order among themselves. */
export const sortedBy = (rows: readonly ScoredItem[], by: ScoreName): ScoredItem[] =>
  rows.toSorted((a, b) => (b[by].value ?? -Infinity) - (a[by].value ?? -Infinity) || a.place - b.place);

/** What adopting a sort asks: the scored items trade places among themselves, all others stay where they are. */
export const adopting = (rows: readonly ScoredItem[], by: ScoreName): Command => ({
  type: 'backlog/adopt',
  items: sortedBy(rows, by)
    .filter((row) => row[by].value !== null)
    .map((row) => row.item.id),
});

/** What takes it back: the same items in the order they have now. */
export const adoptedNow = (rows: readonly ScoredItem[], by: ScoreName): Command => ({
  type: 'backlog/adopt',
  items: rows.filter((row) => row[by].value !== null).map((row) => row.item.id),
});

/** Outcomes of which open items together are estimated to close more than the whole gap. */
export const overclaimed = (
  book: Book,
): readonly { readonly outcome: OutcomeId; readonly percent: number; readonly items: readonly ItemId[] }[] => {
  const claims = new Map<OutcomeId, { percent: number; items: ItemId[] }>();
  for (const id of orderOf(book)) {
    const item = book.item.get(id)!;
    const serves = servedBy(book, item);
    for (const { outcome, percent } of item.values) {
      if (!serves.includes(outcome)) continue;
      const claim = claims.get(outcome) ?? { percent: 0, items: [] };
      claims.set(outcome, { percent: claim.percent + percent, items: [...claim.items, id] });
    }
  }
  return [...claims].flatMap(([outcome, claim]) => (claim.percent > 100 ? [{ outcome, ...claim }] : []));
};

/** The finding: how far the agreed order and the best scores agree. */
export const scoresTitle = (rows: readonly ScoredItem[], by: ScoreName): string => {
  const scored = rows.filter((row) => row[by].value !== null);
  if (rows.length === 0) return 'Nothing is open, so there is nothing to score.';
  if (scored.length === 0) return `Nobody has scored anything by ${SCORE_NAMES[by]} yet.`;
  const best = sortedBy(rows, by).slice(0, Math.min(5, scored.length));
  const early = best.filter((row) => row.place <= best.length).length;
  const many = inWords(best.length);
  return early === best.length
    ? `The ${best.length === 1 ? 'best' : `${many} best`} by ${SCORE_NAMES[by]} stand${best.length === 1 ? 's' : ''} at the top of the agreed order.`
    : early === 0
      ? `None of the ${many} best by ${SCORE_NAMES[by]} stands among the first ${many} of the agreed order.`
      : `${capital(plural(best.length - early, 'item'))} of the ${many} best by ${SCORE_NAMES[by]} stand${best.length - early === 1 ? 's' : ''} further down in the agreed order.`;
};
