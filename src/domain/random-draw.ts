/** Draws: what commands at random are made of, whatever they are about. */
import type { Day } from '../kernel/day.ts';
import type { NoteId, PersonId } from '../kernel/ids.ts';
import type { Random } from '../kernel/random.ts';
import type { Book } from './book.ts';
import type { Seat } from './company/company.ts';
import type { Guidepoint } from './guidepoint/guidepoint.ts';

/** Budgets, and numbers counted from the plan, lie at random in [SECRET_MINOR, SECRET_MINOR + 99]; no other number does. */
export const SECRET_MINOR = 424_242_424_200;

/** The people who ask; the last of them belongs to nothing. */
export const ASKERS: readonly PersonId[] = ['p_owner', 'p_plan', 'p_sales', 'p_money', 'p_view', 'p_stranger'];

export type Draw = ReturnType<typeof drawFrom>;

/** What commands of every area are drawn with: sensible things of this book, seldom nonsense. */
export const drawFrom = (random: Random, book: Book) => {
  const odd = (p = 0.06): boolean => random.chance(p);
  const { pick, whole } = random;
  const known = <K extends string>(keys: Iterable<K>, prefix: string): K => {
    const all = [...keys];
    return all.length === 0 || odd() ? (`${prefix}_${pick(['nobody', 'constructor', ''])}` as K) : pick(all);
  };
  const holder = (seat: Seat): PersonId => {
    const members = Object.entries(book.company.get('company')?.members ?? {});
    return (members.find(([, m]) => !m.left && m.seats.includes(seat))?.[0] ?? 'p_owner') as PersonId;
  };
  const day = (): Day => (odd() ? pick(['', '2026-02-30', '2026-5-1', 'tomorrow']) : `2026-${two(whole(1, 12))}-${two(whole(1, 28))}`);
  const span = (): { from: Day; to: Day } => {
    const [a, b] = [day(), day()];
    return a <= b || odd(0.2) ? { from: a, to: b } : { from: b, to: a };
  };
  return {
    random,
    book,
    /** True seldom: then something that makes no sense is drawn. */
    odd,
    holder,
    day,
    span,
    fresh: <P extends string>(prefix: P): `${P}_${string}` => (odd(0.03) ? `${prefix}_` : `${prefix}_${whole(0, 400)}`),
    note: (): NoteId => `n_secret-${whole(0, 9999)}`,
    person: (): PersonId => pick(ASKERS),
    nobody: (): PersonId | null => (random.chance(0.3) ? null : pick(ASKERS)),
    text: (): string => (odd() ? pick(['', '   ', 'x'.repeat(700)]) : `${pick(['Grow', 'Letter', 'Fair', 'Offer'])} ${whole(0, 30)}`),
    number: (): number => (odd() ? pick([-1, 0.5, Number.NaN, Infinity]) : whole(0, 500)),
    budget: (): number | null => (random.chance(0.2) ? null : odd(0.03) ? -1 : SECRET_MINOR + whole(0, 99)),
    secret: (): number => SECRET_MINOR + whole(0, 99),
    seat: (): Seat => (odd() ? pick(['constructor', 'no seat']) : pick(book.company.get('company')?.seats.map((s) => s.id) ?? ['ceo'])),
    seats: (): Seat[] => pick([[], ['ceo'], ['sales', 'finance'], ['marketing', 'sales'], ['ceo', 'ceo'], ['nowhere']]),
    objective: () => known(book.objective.keys(), 'o'),
    kpi: () => known(book.kpi.keys(), 'k'),
    segment: () => known(book.segment.keys(), 's'),
    outcome: () => known(book.outcome.keys(), 'u'),
    outcomes: () => Array.from({ length: whole(odd() ? 0 : 1, odd() ? 7 : 3) }, () => known(book.outcome.keys(), 'u')),
    priority: () => known(book.priority.keys(), 'r'),
    milestone: () => known(book.milestone.keys(), 'm'),
    scenario: () => known(book.scenario.keys(), 'v'),
    item: () => known(book.item.keys(), 'w'),
    form: () => known(book.form.keys(), 'f'),
    request: () => known(book.request.keys(), 'q'),
    campaign: () => known(book.campaign.keys(), 'c'),
    name: (): string => `key-${whole(0, 60)}`,
    quarter: (): string => (odd() ? pick(['2026-Q5', '0000-Q1', 'soon']) : `2026-Q${whole(1, 4)}`),
    guidepoint: (): Guidepoint | undefined => (book.guidepoint.size > 0 && !odd() ? pick([...book.guidepoint.values()]) : undefined),
  };
};
const two = (n: number): string => String(n).padStart(2, '0');
