/**
 * Form: a share link by which somebody without an account may ask for a result. It ends on a day, or is revoked, or
 * stays open. The secret of the link is a row, hashed; the journal knows only that there is such a link.
 */
import { isDay, type Day } from '../../kernel/day.ts';
import type { FormId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { dayIn, type Instant } from '../../kernel/zone.ts';
import { all, day, fresh, text, type Basic } from '../check.ts';
import type { Ctx, Decider } from '../decider.ts';
import type { ScenarioBook } from '../blueprint/scenario.ts';

export type Form = {
  readonly id: FormId;
  /** For whom the link is, in the team's words: "Sales, Netherlands". */
  readonly name: string;
  /** The last day on which it may be used; null without an end. */
  readonly until: Day | null;
  readonly madeAt: Instant;
  readonly revokedAt: Instant | null;
};

export type FormCommand =
  | { readonly type: 'form/make'; readonly id: FormId; readonly name: string; readonly until: Day | null }
  | { readonly type: 'form/revoke'; readonly id: FormId };

export type FormEvent =
  | { readonly type: 'form/made'; readonly id: FormId; readonly name: string; readonly until: Day | null }
  | { readonly type: 'form/revoked'; readonly id: FormId };

export type FormRefusal = Basic | { readonly code: 'not-later'; readonly until: Day };
export type FormBook = ScenarioBook & { readonly form: ReadonlyMap<FormId, Form> };

/** The day it is for the company. */
export const todayOf = (book: FormBook, { at }: Pick<Ctx, 'at'>): Day => dayIn(book.company.get('company')?.zone ?? 'UTC', at);

/** Why nobody may ask by this link any more; null while somebody may. */
export const closedHow = (form: Form, today: Day): 'revoked' | 'expired' | null =>
  form.revokedAt !== null ? 'revoked' : form.until !== null && form.until < today ? 'expired' : null;

export const form: Decider<FormId, Form, FormCommand, FormEvent, FormRefusal, FormBook> = {
  keyOf: (message) => message.id,
  decide: {
    'form/make': (f, { id, name, until }, ctx, book) => {
      const checked = all(fresh('form', 'f', id, f), text('name', name, 80), until === null ? ok(null) : day('until', until));
      if (!checked.ok) return checked;
      if (until !== null && isDay(until) && until < todayOf(book, ctx)) return refuse({ code: 'not-later', until });
      return ok([{ type: 'form/made', id, name: name.trim(), until }]);
    },
    'form/revoke': (f, { id }) => {
      if (!f) return refuse({ code: 'not-there', thing: 'form', id });
      return ok(f.revokedAt === null ? [{ type: 'form/revoked', id }] : []);
    },
  },
  evolve: {
    'form/made': (_, { id, name, until }, { at }) => ({ id, name, until, madeAt: at, revokedAt: null }),
    'form/revoked': (f, _, { at }) => ({ ...f!, revokedAt: at }),
  },
};
