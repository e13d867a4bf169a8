/** What the form of a budget line holds. */
import type { BudgetLine, Purpose } from '../../../domain/capacity/line.ts';
import type { PersonId } from '../../../kernel/ids.ts';

export type LineDraft = {
  readonly name: string;
  readonly currency: string;
  readonly owner: PersonId | null;
  readonly purpose: Purpose | null;
  readonly takesSpend: boolean;
};

export const emptyLine = (currency: string | null): LineDraft => ({
  name: '',
  currency: currency ?? '',
  owner: null,
  purpose: null,
  takesSpend: true,
});

export const lineDraft = ({ name, currency, owner, purpose, takesSpend }: BudgetLine): LineDraft => ({
  name,
  currency,
  owner,
  purpose,
  takesSpend,
});
