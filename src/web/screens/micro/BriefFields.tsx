import type { BudgetId, SegmentId } from '../../../kernel/ids.ts';
import { lineChoices } from '../../../views/budget/line-choices.ts';
import { count } from '../../../views/words/format.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { variantsIn, type BriefDraft } from './brief-draft.ts';

type Props = { readonly draft: BriefDraft; readonly onChange: (draft: BriefDraft) => void };

/** What we believe, in one sentence. */
export const BeliefField = ({ draft, onChange }: Props) => (
  <WordsField
    label="We believe"
    hint="One sentence that could turn out wrong."
    value={draft.believe}
    onChange={(believe) => onChange({ ...draft, believe })}
    maxLength={600}
    autoFocus
  />
);

/** Out of which line it is paid, on whom it is tried, and in how many variants. */
export const BriefFields = ({ draft, onChange, budgetMinor }: Props & { readonly budgetMinor: number | null }) => {
  const { book, company } = useCompany();
  const set = (change: Partial<BriefDraft>): void => onChange({ ...draft, ...change });
  const segments = [...book.segment.values()].filter(({ id, retired }) => id === draft.segment || !retired);
  const { data } = useFacts('audience', {});
  const sizeOf = (id: SegmentId): string => {
    const size = data?.segments.find((segment) => segment.id === id)?.size;
    return typeof size === 'number' ? `, ${count(size)} today` : '';
  };
  return (
    <>
      <SelectField
        label="Budget line"
        optional
        hint="Its money is set aside at the start, never more than the line has left."
        value={draft.line}
        onChange={(line) => set({ line: line as BudgetId | null })}
        choices={lineChoices(book, company.currency, draft.line)}
        placeholder="It costs no money"
        clearable
      />
      {draft.line === null && (budgetMinor ?? 0) > 0 && (
        <Note kind="risk">It has a budget and no line pays it: its criteria can be put forward once one is named.</Note>
      )}
      <SelectField
        label="Audience"
        optional
        value={draft.segment}
        onChange={(segment) => set({ segment: segment as SegmentId | null })}
        choices={segments.map(({ id, name }) => ({ value: id, label: `${name}${sizeOf(id)}` }))}
        placeholder="No segment"
        clearable
      />
      <WordsField
        label="Variants"
        optional
        hint="One a line, the one that others are compared with first; “name, 2” gets twice the cases."
        value={draft.variants}
        onChange={(variants) => set({ variants })}
        maxLength={900}
      />
      {variantsIn(draft.variants).length > 1 && (
        <CheckField checked={draft.randomised} onChange={(randomised) => set({ randomised })}>
          Chance decides who gets which: only then does a difference show what a variant caused
        </CheckField>
      )}
    </>
  );
};
