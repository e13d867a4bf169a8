/** Money that is planned, promised, spent and moved: the rules of a budget line. */
import { dayIn } from '../../kernel/zone.ts';
import { monthNamed, monthOf } from '../../kernel/fiscal-month.ts';
import type { Day } from '../../kernel/day.ts';
import type { BudgetId, CommitmentId } from '../../kernel/ids.ts';
import { isCurrency, type Currency } from '../../kernel/money.ts';
import { convert } from '../../kernel/rate.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, fresh, stands, text, type Basic } from '../check.ts';
import type { Ctx, Decider } from '../decider.ts';
import type { BudgetCommand, BudgetEvent, BudgetRefusal, MonthPlan } from './budget.ts';
import { isMonthLocked, openOf, type BudgetLine, type CapacityBook, type Paid, type Purpose } from './line.ts';
import { rateOn } from './rate.ts';

type Checked = Result<null, BudgetRefusal>;
const fine: Checked = ok(null);
const first = (...checks: readonly (() => Checked)[]): Checked => {
  for (const check of checks) {
    const found = check();
    if (!found.ok) return found;
  }
  return fine;
};

/** The longest amounts that still add up safely over thousands of entries: ten billion in cents. */
const MOST = 1_000_000_000_000;
const whole = (field: string, minor: number, least: number): Result<null, Basic> =>
  Number.isSafeInteger(minor) && minor >= least && minor <= MOST ? ok(null) : refuse({ code: 'not-a-number', field });
const something = (field: string, minor: number): Checked => (minor === 0 ? refuse({ code: 'amount-needed', field }) : fine);

const fiscalOf = (book: CapacityBook) => book.company.get('company')!.fiscal;
const unlocked = (book: CapacityBook, month: string): Checked =>
  monthNamed(fiscalOf(book), month) === null
    ? refuse({ code: 'not-a-month', found: month })
    : isMonthLocked(book, month)
      ? refuse({ code: 'month-locked', month })
      : fine;
/** The day exists and lies in no locked month. */
const openDay = (book: CapacityBook, field: string, on: Day): Checked => {
  const checked = day(field, on);
  if (!checked.ok) return checked;
  if (on < '0003' || on >= '9997') return refuse({ code: 'not-a-day', field, found: on });
  return unlocked(book, monthOf(fiscalOf(book), on).id);
};

const plansFine = (book: CapacityBook, months: readonly MonthPlan[]): Checked =>
  new Set(months.map(({ month }) => month)).size < months.length
    ? refuse({ code: 'said-twice' })
    : first(...months.flatMap(({ month, minor }) => [() => unlocked(book, month), () => whole('plan', minor, 0)]));

const commitmentOf = (line: BudgetLine, id: CommitmentId) => line.commitments.find((c) => c.id === id);
const committed = (line: BudgetLine, id: CommitmentId | null): Result<null, Basic> =>
  id === null || commitmentOf(line, id) ? ok(null) : refuse({ code: 'not-there', thing: 'commitment', id });

/** Imported spend counts once: of the lines for one purpose, one takes it. */
const spendFree = (book: CapacityBook, id: BudgetId, purpose: Purpose | null, takesSpend: boolean): Checked => {
  if (purpose === null || !takesSpend) return fine;
  const taken = [...book.budget.values()].find(
    (l) => l.id !== id && !l.retired && l.takesSpend && l.purpose?.kind === purpose.kind && l.purpose.id === purpose.id,
  );
  return taken ? refuse({ code: 'spend-taken', name: taken.name }) : fine;
};

const today = (book: CapacityBook, { at }: Ctx): Day => dayIn(book.company.get('company')!.zone, at);

/** An amount as the line counts it: as it is, or converted by the rate of its day. */
const inLine = (
  book: CapacityBook,
  line: BudgetLine,
  amount: { readonly minor: number; readonly currency: Currency; readonly on: Day },
): Result<{ readonly minor: number; readonly paid: Paid | null }, BudgetRefusal> => {
  const { minor, currency, on } = amount;
  if (currency === line.currency) return ok({ minor, paid: null });
  if (!isCurrency(currency)) return refuse({ code: 'not-a-currency', found: currency });
  const used = rateOn(book, currency, line.currency, on);
  if (!used) return refuse({ code: 'no-rate', from: currency, to: line.currency, day: on });
  const converted = convert({ minor, currency }, line.currency, used.rate, used.inverse).minor;
  return ok({ minor: converted, paid: { minor, currency, ...used } });
};

type BudgetDecider = Decider<BudgetId, BudgetLine, BudgetCommand, BudgetEvent, BudgetRefusal, CapacityBook>;

export const decideBudget: BudgetDecider['decide'] = {
  'budget/open': (b, { id, name, currency, owner, purpose, takesSpend, months }, _, book) => {
    const checked = first(
      () => all(fresh('budget', 'b', id, b), text('name', name, 120)),
      () => (isCurrency(currency) ? fine : refuse({ code: 'not-a-currency', found: currency })),
      () => plansFine(book, months),
      () => spendFree(book, id, purpose, takesSpend),
    );
    if (!checked.ok) return checked;
    return ok([{ type: 'budget/opened', id, name: name.trim(), currency, owner, purpose, takesSpend, months }]);
  },
  'budget/rename': (b, { id, name }) => {
    const checked = all(stands('budget', id, b), text('name', name, 120));
    return checked.ok ? ok(b!.name === name.trim() ? [] : [{ type: 'budget/renamed', id, name: name.trim() }]) : checked;
  },
  'budget/hand-over': (b, { id, owner }) => {
    const checked = stands('budget', id, b);
    return checked.ok ? ok(b!.owner === owner ? [] : [{ type: 'budget/handed-over', id, owner }]) : checked;
  },
  'budget/tie': (b, { id, purpose, takesSpend }, _, book) => {
    const checked = first(
      () => stands('budget', id, b),
      () => spendFree(book, id, purpose, takesSpend),
    );
    if (!checked.ok) return checked;
    const same = b!.takesSpend === takesSpend && b!.purpose?.id === purpose?.id && b!.purpose?.kind === purpose?.kind;
    return ok(same ? [] : [{ type: 'budget/tied', id, purpose, takesSpend }]);
  },
  'budget/plan': (b, { id, months }, _, book) => {
    const checked = first(
      () => stands('budget', id, b),
      () => plansFine(book, months),
    );
    if (!checked.ok) return checked;
    const changed = months.filter(({ month, minor }) => b!.plan[month] !== minor);
    return ok(changed.length === 0 ? [] : [{ type: 'budget/planned', id, months: changed }]);
  },
  'budget/forecast': (b, { id, month, minor }, _, book) => {
    const checked = first(
      () => stands('budget', id, b),
      () => unlocked(book, month),
      () => (minor === null ? fine : whole('forecast', minor, 0)),
    );
    if (!checked.ok) return checked;
    return ok((b!.forecast[month] ?? null) === minor ? [] : [{ type: 'budget/forecast-given', id, month, minor }]);
  },
  'budget/commit': (b, { id, commitment, what, on, due, minor }, _, book) => {
    const checked = first(
      () => stands('budget', id, b),
      () => all(fresh('commitment', 'g', commitment, commitmentOf(b!, commitment)), text('what', what), day('on', on)),
      () => openDay(book, 'due', due),
      () => whole('amount', minor, 0),
      () => something('amount', minor),
    );
    return checked.ok ? ok([{ type: 'budget/committed', id, commitment, what: what.trim(), on, due, minor }]) : checked;
  },
  'budget/release': (b, { id, commitment, on, minor, why }) => {
    const checked = first(
      () => stands('budget', id, b),
      () => committed(b!, commitment),
      () => all(day('on', on), whole('amount', minor, 0)),
      () => something('amount', minor),
    );
    if (!checked.ok) return checked;
    const open = openOf(b!, commitmentOf(b!, commitment)!);
    if (minor > open) return refuse({ code: 'more-than-open', open, currency: b!.currency });
    return ok([{ type: 'budget/released', id, commitment, on, minor, why }]);
  },
  'budget/record': (b, { id, entry, on, what, ref, minor, currency, commitment }, _, book) => {
    const number = ref?.trim() || null;
    const checked = first(
      () => stands('budget', id, b),
      () =>
        fresh(
          'entry',
          'i',
          entry,
          b!.entries.find((e) => e.id === entry),
        ),
      () => all(text('what', what), number === null ? ok(null) : text('invoice number', number, 80)),
      () => openDay(book, 'on', on),
      () => whole('amount', minor, -MOST),
      () => something('amount', minor),
      () => committed(b!, commitment),
    );
    if (!checked.ok) return checked;
    const twice = number === null ? undefined : b!.entries.find((e) => e.ref === number && e.struck === null);
    if (twice) return refuse({ code: 'invoice-twice', ref: number!, on: twice.on });
    const amount = inLine(book, b!, { minor, currency, on });
    if (!amount.ok) return amount;
    return ok([{ type: 'budget/recorded', id, entry, on, what: what.trim(), ref: number, ...amount.value, commitment }]);
  },
  'budget/strike': (b, { id, entry, why }, _, book) => {
    const checked = stands('budget', id, b);
    if (!checked.ok) return checked;
    const found = b!.entries.find((e) => e.id === entry);
    if (!found) return refuse({ code: 'not-there', thing: 'entry', id: entry });
    if (found.struck !== null) return refuse({ code: 'struck-already' });
    const open = openDay(book, 'on', found.on);
    return open.ok ? ok([{ type: 'budget/struck', id, entry, why }]) : open;
  },
  'budget/transfer': (b, { id, to, month, toMonth, minor, why }, ctx, book) => {
    const other = book.budget.get(to);
    const checked = first(
      () => all(stands('budget', id, b), stands('budget', to, other)),
      () => (id === to && month === toMonth ? refuse({ code: 'nowhere-to-move' }) : fine),
      () => unlocked(book, month),
      () => unlocked(book, toMonth),
      () => whole('amount', minor, 0),
      () => something('amount', minor),
    );
    if (!checked.ok) return checked;
    if (b!.currency !== other!.currency) return refuse({ code: 'currencies-differ', from: b!.currency, to: other!.currency });
    const planned = b!.plan[month] ?? 0;
    if (minor > planned) return refuse({ code: 'more-than-planned', planned, currency: b!.currency, month });
    const on = today(book, ctx);
    return ok([
      { type: 'budget/gave', id, to, on, month, minor, why },
      { type: 'budget/received', id: to, from: id, on, month: toMonth, minor, why },
    ]);
  },
  'budget/close': (b, { id, why }) => {
    const checked = stands('budget', id, b);
    if (!checked.ok) return checked;
    const count = b!.commitments.filter((c) => openOf(b!, c) > 0).length;
    return count > 0 ? refuse({ code: 'commitments-open', count }) : ok([{ type: 'budget/closed', id, why }]);
  },
};
