import type { Book } from '../../../domain/book.ts';
import type { NewTerms, Version } from '../../../domain/guidepoint/guidepoint.ts';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import type { OutcomeId } from '../../../kernel/ids.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { ValueField } from '../../components/fields/ValueField.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './WordingFields.module.css';

type Props = {
  readonly book: Book;
  readonly version: Version;
  readonly outcomes: readonly OutcomeId[];
  readonly onOutcomes: (outcomes: readonly OutcomeId[]) => void;
  readonly terms: readonly NewTerms[];
  readonly onTerms: (terms: readonly NewTerms[]) => void;
};

/** Which outcomes it would rest on, and with which targets and dates. */
export const TermsFields = ({ book, version, outcomes, onOutcomes, terms, onTerms }: Props) => {
  const { company, today } = useCompany();
  const offered = [...book.outcome.values()].filter(
    (o) => version.outcomes.some((was) => was.outcome === o.id) || (!o.retired && o.due >= today),
  );
  const termsOf = (o: Outcome): NewTerms => terms.find((t) => t.outcome === o.id) ?? { outcome: o.id, target: o.target, due: o.due };
  const set = (o: Outcome, next: Partial<NewTerms>): void => {
    const now = { ...termsOf(o), ...next };
    const rest = terms.filter((t) => t.outcome !== o.id);
    const { baseline, ...kept } = now;
    const corrected = baseline !== undefined && baseline !== o.baseline;
    const same = now.target === o.target && now.due === o.due && !corrected;
    onTerms(same ? rest : [...rest, corrected ? { ...kept, baseline } : kept]);
  };
  return (
    <fieldset className={css.group}>
      <legend>And rest on</legend>
      {offered.map((o) => {
        const on = outcomes.includes(o.id);
        return (
          <div key={o.id}>
            <CheckField
              checked={on}
              onChange={(yes) => {
                onOutcomes(yes ? [...outcomes, o.id] : outcomes.filter((id) => id !== o.id));
                if (!yes) onTerms(terms.filter((t) => t.outcome !== o.id));
              }}
            >
              <span className="agreed" style={{ fontSize: 15 }}>
                {o.name}
              </span>
            </CheckField>
            {on && (
              <div style={{ padding: '2px 0 8px 27px' }}>
                <Columns>
                  <ValueField
                    label="Target"
                    unit={o.metric.unit}
                    currency={company.currency}
                    value={termsOf(o).target}
                    onChange={(target) => target !== null && set(o, { target })}
                  />
                  <ValueField
                    label="Baseline"
                    optional
                    unit={o.metric.unit}
                    currency={company.currency}
                    value={termsOf(o).baseline ?? o.baseline}
                    onChange={(baseline) => baseline !== null && set(o, { baseline })}
                  />
                  <DateField label="By" value={termsOf(o).due} onChange={(due) => due && set(o, { due })} earliest={o.from} />
                </Columns>
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
};
