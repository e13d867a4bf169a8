import { IconX } from '@tabler/icons-react';
import type { Book } from '../../../domain/book.ts';
import { quarterWords, short } from '../../../views/words/format.ts';
import { placeOf } from '../../../views/words/place-of.ts';
import { SelectField, type Choice } from '../../components/fields/SelectField.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './SubjectsField.module.css';

/** The things an agreement is about: chosen one by one from everything that stands. */
export const SubjectsField = ({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) => {
  const { book } = useCompany();
  return (
    <div className={css.subjects}>
      <SelectField
        label="What is it about?"
        optional
        value={null}
        placeholder="An outcome, a priority, a work item …"
        choices={choicesOf(book).filter((c) => !value.includes(c.value))}
        onChange={(id) => id && onChange([...value, id])}
      />
      {value.length > 0 && (
        <ul>
          {value.map((id) => (
            <li key={id}>
              <span>{short(placeOf(book, id)?.text ?? id, 60)}</span>
              <button
                type="button"
                aria-label={`Leave out ${placeOf(book, id)?.text ?? id}`}
                onClick={() => onChange(value.filter((v) => v !== id))}
              >
                <IconX size={13} stroke={1.8} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

const choicesOf = (book: Book): Choice[] => {
  const standing = <T extends { readonly retired: unknown }>(things: ReadonlyMap<string, T>): T[] =>
    [...things.values()].filter((t) => !t.retired);
  const latestFirst = <T extends { readonly period: string }>(things: readonly T[]): T[] =>
    things.toSorted((a, b) => b.period.localeCompare(a.period));
  return [
    ...standing(book.objective).map((o) => ({ value: o.id, label: `Objective: ${short(o.statement, 70)}` })),
    ...standing(book.outcome).map((o) => ({ value: o.id, label: `Outcome: ${short(o.name, 70)}` })),
    ...[...book.guidepoint.keys()]
      .toSorted()
      .toReversed()
      .map((period) => ({ value: period, label: `Guidepoint ${quarterWords(period)}` })),
    ...latestFirst(standing(book.priority)).map((p) => ({
      value: p.id,
      label: `Priority ${quarterWords(p.period)}: ${short(p.title, 60)}`,
    })),
    ...standing(book.campaign).map((c) => ({ value: c.id, label: `Campaign: ${short(c.name, 70)}` })),
    ...standing(book.item)
      .filter((i) => !i.finishedOn)
      .map((i) => ({ value: i.id, label: `${i.ref} ${short(i.title, 70)}` })),
    ...[...book.expectation.values()]
      .filter((e) => !e.ended)
      .map((e) => ({ value: e.id, label: `Expectation: ${short(e.revisions.at(-1)!.statement, 60)}` })),
  ];
};
