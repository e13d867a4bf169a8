/**
 * The arithmetic of the table, live while cards move: person-days by class against what is recorded, money, and which
 * outcomes nothing that is in would serve.
 *
 * In: the deck as recorded, and what the room says of it. Days are person-days, money whole minor units. A card whose effort
 * nobody has said weighs nothing and is counted in `unsized`, never as 0. A card put under a priority counts there.
 * null: no capacity is recorded, so no share can be told. The rule (Must at most its share of the recorded days, Could about
 * its share) is the company's; the same gate that a Blueprint has to pass is `domain/blueprint/gate.ts`.
 * Checked against: that gate, in moscow.test.ts.
 */
import { MOSCOW, type Moscow } from '../../domain/blueprint/priority.ts';
import type { Reason, Room, Terms } from '../../domain/workshop/room/room.ts';
import type { OutcomeId } from '../../kernel/ids.ts';
import { days as daysWords, list, moneyShort, plural } from '../words/format.ts';
import type { Deck, DeckCard, DeckOutcome } from './deck.ts';

export type TableCard = DeckCard & {
  /** As the room says, else as recorded. */
  readonly terms: Terms;
  readonly reason: Reason | null;
};
export type Column = {
  readonly moscow: Moscow;
  readonly cards: readonly TableCard[];
  readonly days: number;
  /** Of the recorded days, in [0, …); null where none are recorded. */
  readonly share: number | null;
  /** Person-days this class may take; null where it has no limit of its own or nothing is recorded. */
  readonly limit: number | null;
  /** Person-days over that limit; 0 where it holds. */
  readonly over: number;
};
export type Served = DeckOutcome & { readonly must: number; readonly should: number; readonly could: number };
export type Table = {
  readonly columns: { readonly [M in Moscow]: Column };
  /** Not sorted yet. */
  readonly open: readonly TableCard[];
  readonly days: number;
  readonly of: number | null;
  readonly free: number | null;
  /** null where no card that is in says what it costs, or the reader sees no money. */
  readonly minor: number | null;
  readonly ofMinor: number | null;
  /** Minor units over the money there is; null where either is not known. */
  readonly overMinor: number | null;
  readonly unsized: readonly TableCard[];
  readonly served: readonly Served[];
  readonly starved: readonly DeckOutcome[];
  /** Cards that are not done and nobody has said why. */
  readonly unexplained: readonly TableCard[];
  readonly fits: boolean;
  /** The finding in one sentence. */
  readonly title: string;
};

const round = (days: number): number => Math.round(days * 1000) / 1000;
/** More than its rule of thumb by more than five points. */
const COULD_HIGH = 0.05;

/** The table as the room has it now. */
export const tableOf = (deck: Deck, room: Pick<Room, 'classes' | 'terms' | 'money' | 'reasons'>): Table => {
  const cards = new Map(deck.cards.map((card) => [card.id, tableCard(card, room)]));
  const placed = new Set(MOSCOW.flatMap((moscow) => room.classes[moscow]));
  const untouched = [...cards.values()].filter(({ id }) => !placed.has(id));
  const of = deck.capacityDays;
  const column = (moscow: Moscow): Column => {
    const inside = [...room.classes[moscow].flatMap((id) => cards.get(id) ?? []), ...untouched.filter(({ classed }) => classed === moscow)];
    const days = round(inside.reduce((sum, card) => sum + weight(card), 0));
    const limit = moscow === 'must' && of !== null ? round((of * deck.mustPercent) / 100) : null;
    return {
      moscow,
      cards: inside,
      days,
      share: of ? days / of : null,
      limit,
      over: limit === null ? 0 : round(Math.max(0, days - limit)),
    };
  };
  const columns = { must: column('must'), should: column('should'), could: column('could'), wont: column('wont') };
  const inside = [columns.must, columns.should, columns.could].flatMap((c) => c.cards);
  const days = round(columns.must.days + columns.should.days + columns.could.days);
  const money = inside.flatMap(({ terms, minor: costs }) => (terms.under === null && costs !== null ? [costs] : []));
  const minor = deck.showsMoney && money.length > 0 ? money.reduce((sum, n) => sum + n, 0) : null;
  const served = deck.outcomes.map((outcome) => ({ ...outcome, ...countsFor(columns, outcome.id) }));
  const starved = served.filter(({ must, should, could }) => must + should + could === 0);
  const unsized = inside.filter(({ terms }) => terms.days === null && terms.under === null);
  const unexplained = columns.wont.cards.filter(({ reason }) => !reason?.text);
  const free = of === null ? null : round(of - days);
  const overMinor = minor === null || deck.moneyMinor === null ? null : Math.max(0, minor - deck.moneyMinor);
  // As the gate: money that is said needs money that is recorded.
  const moneyFits = minor === null || minor === 0 || overMinor === 0;
  const fits = columns.must.over === 0 && (free === null || free >= 0) && unsized.length === 0 && moneyFits;
  const table = {
    columns,
    open: untouched.filter(({ classed }) => classed === null),
    days,
    of,
    free,
    minor,
    ofMinor: deck.moneyMinor,
    overMinor,
    unsized,
    served,
    starved,
    unexplained,
    fits,
  };
  return { ...table, title: titleOf(table, deck) };
};

const tableCard = (card: DeckCard, { terms, money, reasons }: Pick<Room, 'terms' | 'money' | 'reasons'>): TableCard => ({
  ...card,
  minor: card.id in money ? (money[card.id] ?? null) : card.minor,
  terms: terms[card.id] ?? { days: card.days, outcomes: card.outcomes, under: null },
  reason: reasons[card.id] ?? null,
});

const weight = ({ terms }: TableCard): number => (terms.under === null ? (terms.days ?? 0) : 0);

const countsFor = (columns: Table['columns'], outcome: OutcomeId) => {
  const count = (moscow: 'must' | 'should' | 'could'): number =>
    columns[moscow].cards.filter(({ terms }) => terms.outcomes.includes(outcome)).length;
  return { must: count('must'), should: count('should'), could: count('could') };
};

const titleOf = ({ columns, free, of, minor, ofMinor, overMinor, starved, unsized, open }: Omit<Table, 'title'>, deck: Deck): string => {
  const { must, could } = columns;
  if (must.cards.length + columns.should.cards.length + could.cards.length === 0)
    return open.length > 0 ? `${plural(open.length, 'card')} to sort.`.replace(/^./, (c) => c.toUpperCase()) : 'Nothing is on the table.';
  if (must.over > 0) return `Must is ${daysWords(must.over)} over. ${remedy(columns.must)}`;
  if (free !== null && free < 0) return `The table is ${daysWords(-free)} over what there is.`;
  if (overMinor !== null && overMinor > 0 && deck.currency)
    return `The table costs ${moneyShort({ minor: overMinor, currency: deck.currency })} more than there is.`;
  if (unsized.length > 0)
    return `${plural(unsized.length, 'card')} that ${unsized.length === 1 ? 'is' : 'are'} in ${unsized.length === 1 ? 'has' : 'have'} no effort yet.`.replace(
      /^./,
      (c) => c.toUpperCase(),
    );
  if (starved.length > 0) return `Nothing that is in serves ${list(starved.map(({ name }) => name))}.`;
  if (of === null) return 'No capacity is recorded for this quarter, so nothing says whether it fits.';
  if ((minor ?? 0) > 0 && ofMinor === null) return 'No money is recorded for this quarter, so nothing says whether it fits.';
  if ((could.share ?? 0) > deck.couldPercent / 100 + COULD_HIGH)
    return `It fits, with more in Could than the rule of thumb of ${deck.couldPercent} %.`;
  return free === 0 ? 'It fits, to the day.' : `It fits, with ${daysWords(free ?? 0)} to spare.`;
};

/** The smallest card whose move out makes Must hold again; else that several have to go. */
const remedy = ({ cards, over }: Column): string => {
  const enough = cards.filter((card) => weight(card) >= over).toSorted((a, b) => weight(a) - weight(b))[0];
  return enough ? `Moving “${enough.title}” out makes it hold.` : 'Several cards have to move out.';
};
