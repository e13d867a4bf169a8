/** What are we doing about it, and does it fit? The Blueprint of the quarter in one sentence and small. Pure, from the book. */
import type { Shortfall } from '../../domain/blueprint/gate.ts';
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import { blueprintView, type BlueprintView } from '../plan/blueprint.ts';
import { capital, days, moneyFull, moneyShort, plural, quarterWords } from '../words/format.ts';
import { openedPlain, type Opened } from '../words/opened.ts';
import { shortfallWords } from '../words/refusals-blueprint.ts';

/** A piece of a sentence; one that opens is a number. */
export type Piece = { readonly text: string; readonly opens?: Opened };

/** How full something is; `of` is null where nobody recorded what there is. */
export type Fullness = { readonly used: number; readonly of: number | null; readonly opens: Opened };

export type DoingPart = {
  readonly view: BlueprintView;
  readonly sentence: readonly Piece[];
  /** Person-days. */
  readonly people: Fullness;
  /** Whole minor units; null where no money is planned, none is recorded, or the reader may not see it. */
  readonly money: Fullness | null;
};

/** The third answer of Home; throws RangeError for a text that names no quarter of this company. */
export const doingPart = (book: Book, period: string, today: Day): DoingPart => {
  const view = blueprintView(book, period, today);
  const currency = book.company.get('company')?.currency ?? null;
  const { people, money } = view.meters;
  const opens: Opens = (what, value, how) =>
    openedPlain(`${what} in ${quarterWords(period)}`, value, how, {
      things: view.plan.lines.map(({ id }) => id),
      more: [{ text: 'The Blueprint', href: `/plan/blueprint/${period}` }],
    });
  return {
    view,
    sentence: sentenceOf(view, currency, opens, book),
    people: { used: people.days, of: people.of, opens: opens('Planned person-days', days(people.days), PEOPLE) },
    money:
      money.of === null || money.minor === 0
        ? null
        : { used: money.minor, of: money.of, opens: opens('Planned money', moneyFull({ minor: money.minor, currency }), MONEY) },
  };
};

type Opens = (what: string, value: string, how: string) => Opened;

const PEOPLE =
  'Effort of the priorities, what was carried in and what was spent before a change stopped it, against the person-days that the recorded people can give: weekly hours, working calendar, time off and focus, and what levers add. Nothing in it is forecast.';
const MONEY = 'Budgets of the priorities against the plan of the budget lines of the quarter, in the currency of the company.';

const sentenceOf = (view: BlueprintView, currency: Currency | null, opens: Opens, book: Book): Piece[] => {
  const n = view.plan.lines.length;
  if (n === 0) return [{ text: `Nothing is planned for ${quarterWords(view.period.id)} yet: no priority stands in its Blueprint.` }];
  return [
    { text: `${capital(plural(n, 'priority', 'priorities'))}, ${standsHow(view)}. ` },
    ...(view.short.length > 0
      ? [
          { text: view.short.every(({ over }) => over === 'unrecorded') ? 'Nobody can say whether it fits: ' : 'It does not fit: ' },
          ...joined(view.short.map((one) => lacking(one, currency, opens, book))),
          { text: '.' },
        ]
      : fits(view, currency, opens)),
  ];
};

const standsHow = ({ state, version, change }: BlueprintView): string => {
  if (state === 'agreed') return `Blueprint version ${version!.n}${change ? ', with a change to sign' : ''}`;
  if (state !== 'waiting') return 'in a draft that nobody has put forward';
  const missing = version!.seats.filter((seat) => version!.signatures[seat] === undefined).length;
  return `in a Blueprint that waits for ${plural(missing, 'signature')}`;
};

const fits = ({ meters: { people, money } }: BlueprintView, currency: Currency | null, opens: Opens): Piece[] => {
  const whole = people.free! >= 1 ? Math.floor(people.free!) : people.free!;
  const spare: Piece[] = [{ text: days(whole), opens: opens('Free person-days', days(people.free!), PEOPLE) }];
  if (money.free !== null) {
    const free = { minor: money.free, currency };
    spare.push({ text: moneyShort(free), opens: opens('Money to spare', moneyFull(free), MONEY) });
  }
  return [{ text: 'It fits, with ' }, ...joined(spare.map((piece) => [piece])), { text: ' to spare.' }];
};

/** What is missing, in words; person-days and money open. */
const lacking = (one: Shortfall, currency: Currency | null, opens: Opens, book: Book): Piece[] => {
  if (one.over === 'people') {
    const gap = days(Math.round((one.needed - one.have) * 10) / 10);
    const skill = one.skill === null ? '' : ` of ${one.skill}`;
    return [{ text: gap, opens: opens(`Missing person-days${skill}`, gap, PEOPLE) }, { text: `${skill} are missing` }];
  }
  if (one.over === 'money') {
    const gap = { minor: one.neededMinor - one.haveMinor, currency };
    return [{ text: moneyShort(gap), opens: opens('Missing money', moneyFull(gap), MONEY) }, { text: ' is missing' }];
  }
  return [{ text: shortfallWords(one, book) }];
};

/** Parts with commas and a last "and" between them. */
const joined = (parts: readonly (readonly Piece[])[]): Piece[] =>
  parts.flatMap((part, i) => [...(i === 0 ? [] : [{ text: i === parts.length - 1 ? ' and ' : ', ' }]), ...part]);
