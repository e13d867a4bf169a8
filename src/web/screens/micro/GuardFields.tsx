import { useState } from 'react';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Counted } from '../../../domain/campaign/criteria.ts';
import { judgeable } from '../../../views/verdict/judgeable.ts';
import { limitWords, measureWords } from '../../../views/words/criteria.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useCompany } from '../../state/company.tsx';
import { guardrailOf, MOST_GUARDS, type Costly, type GuardDraft } from './guard-draft.ts';
import css from './Micro.module.css';

type Props = {
  readonly guards: readonly GuardDraft[];
  /** What the measure is counted out of: a share of the facts is of the same cases. */
  readonly outOf: Counted;
  readonly variants: number;
  readonly onChange: (guards: readonly GuardDraft[]) => void;
};

/** What must not be passed while the measure gets better: shares told by hand or counted, and costs; several of them. */
export const GuardFields = ({ guards, outOf, variants, onChange }: Props) => {
  const key = 1 + Math.max(-1, ...guards.map((guard) => guard.key));
  const add = (guard: GuardDraft): void => onChange([...guards, guard]);
  const full = guards.length < MOST_GUARDS ? null : 'Six guardrails are enough: keep those that would make you stop';
  const plus = <IconPlus size={14} stroke={1.8} aria-hidden="true" />;
  return (
    <fieldset className={css.guards}>
      <legend>Guardrails</legend>
      <p className="sm mut">What must not be passed meanwhile. A broken one calls for a review, however good the measure is.</p>
      {guards.map((guard, n) => (
        <Guard
          key={guard.key}
          guard={guard}
          nth={guards.length > 1 ? ` ${n + 1}` : ''}
          outOf={outOf}
          variants={variants}
          onChange={(next) => onChange(guards.map((one) => (one.key === guard.key ? next : one)))}
          onRemove={() => onChange(guards.filter((one) => one.key !== guard.key))}
        />
      ))}
      <div className={css.guardActs}>
        <Button
          size="small"
          icon={plus}
          forbid={full}
          onPress={() => add({ key, what: 'hand', name: guards.length === 0 ? 'People who ask us to stop' : '', limit: null })}
        >
          Add a share told by hand
        </Button>
        {outOf.what !== 'hand' && (
          <Button size="small" icon={plus} forbid={full} onPress={() => add({ key, what: 'facts', name: '', limit: null })}>
            Add a share of touches
          </Button>
        )}
        <Button
          size="small"
          icon={plus}
          forbid={full ?? (variants > 1 ? 'No file says which variant money was spent for' : null)}
          onPress={() => add({ key, what: 'cost', each: 'lead', limit: null })}
        >
          Add a cost
        </Button>
      </div>
    </fieldset>
  );
};

type One = {
  readonly guard: GuardDraft;
  readonly nth: string;
  readonly outOf: Counted;
  readonly variants: number;
  readonly onChange: (guard: GuardDraft) => void;
  readonly onRemove: () => void;
};

const Guard = ({ guard, nth, outOf, variants, onChange, onRemove }: One) => {
  const { company } = useCompany();
  const [touched, setTouched] = useState(false);
  const error = touched && guard.limit === null ? 'Fill in the limit, or remove the guardrail.' : null;
  const limited = (limit: number | null): void => {
    setTouched(true);
    onChange({ ...guard, limit });
  };
  const made = guardrailOf(guard, { outOf });
  const judged = made && judgeable(made.measure, variants);
  return (
    <>
      <div className={css.guard}>
        {guard.what === 'other' ? (
          <p>
            {measureWords(guard.guardrail.measure)}: {limitWords(guard.guardrail, company.currency)}
          </p>
        ) : (
          <Columns>
            {guard.what === 'cost' ? (
              <SelectField
                label={`Money spent for each${nth}`}
                value={guard.each}
                onChange={(each) => each && onChange({ ...guard, each: each as Costly })}
                choices={[
                  { value: 'lead', label: 'Lead' },
                  { value: 'opportunity', label: 'Opportunity opened' },
                  { value: 'won', label: 'Deal won' },
                ]}
              />
            ) : (
              <TextField
                label={`${guard.what === 'hand' ? 'Share told by hand' : 'Kind of touch'}${nth}`}
                value={guard.name}
                onChange={(name) => onChange({ ...guard, name })}
                maxLength={120}
              />
            )}
            {guard.what === 'cost' ? (
              <MoneyField label={`Not above${nth}`} currency={company.currency} value={guard.limit} onChange={limited} error={error} />
            ) : (
              <NumberField label={`Not above${nth}`} value={guard.limit} onChange={limited} error={error} unit="%" />
            )}
          </Columns>
        )}
        <IconButton label={`Remove guardrail${nth}`} onPress={onRemove}>
          <IconTrash size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
      </div>
      {judged && 'unsayable' in judged && <p className="sm mut">No rule can judge it. {judged.unsayable}</p>}
    </>
  );
};
