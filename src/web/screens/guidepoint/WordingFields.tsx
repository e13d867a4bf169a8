import { holdersOf } from '../../../views/agree/signed.ts';
import { dayLong, list } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { useCompany } from '../../state/company.tsx';
import type { Draft } from './wording.ts';
import css from './WordingFields.module.css';

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

const toggled = <T,>(all: readonly T[], one: T, on: boolean): T[] => (on ? [...all, one] : all.filter((x) => x !== one));

/** The statement, the one to five outcomes that make it true, and who signs. */
export const WordingFields = ({ draft, onChange }: Props) => {
  const { book, company, today, nameOf } = useCompany();
  const outcomes = [...book.outcome.values()]
    .filter((o) => draft.outcomes.includes(o.id) || (!o.retired && o.due >= today))
    .toSorted((a, b) => a.due.localeCompare(b.due));
  return (
    <>
      <WordsField
        label="What does success mean?"
        hint="One sentence that everybody can say by heart."
        placeholder="By the end of June, mid-size shippers come to us before they tender."
        value={draft.statement}
        onChange={(statement) => onChange({ ...draft, statement })}
        maxLength={600}
      />
      <fieldset className={css.group}>
        <legend>Which outcomes make it true? One to five.</legend>
        {outcomes.map((o) => (
          <CheckField
            key={o.id}
            checked={draft.outcomes.includes(o.id)}
            onChange={(on) => onChange({ ...draft, outcomes: toggled(draft.outcomes, o.id, on) })}
          >
            <span className="agreed" style={{ fontSize: 15 }}>
              {o.name}
            </span>
            <small>
              {o.baseline === null ? '' : `from ${valueShort(o.baseline, o.metric.unit, company.currency)} `}to{' '}
              {valueShort(o.target, o.metric.unit, company.currency)} by {dayLong(o.due, today)}
            </small>
          </CheckField>
        ))}
        {outcomes.length === 0 && <p className="sm mut">No outcome runs now. Name one first.</p>}
      </fieldset>
      <fieldset className={css.group}>
        <legend>Who signs?</legend>
        <div className={css.seats}>
          {company.seats.map((seat) => (
            <CheckField
              key={seat.id}
              checked={draft.seats.includes(seat.id)}
              onChange={(on) => onChange({ ...draft, seats: toggled(draft.seats, seat.id, on) })}
            >
              {seat.title}
              <small>{list(holdersOf(book, seat.id).map(nameOf)) || 'nobody yet'}</small>
            </CheckField>
          ))}
        </div>
      </fieldset>
    </>
  );
};
