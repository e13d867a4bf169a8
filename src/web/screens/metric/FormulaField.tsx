import { useRef } from 'react';
import { labelOf, nameables } from '../../../domain/strategy/formula/names.ts';
import { parseFormula } from '../../../domain/strategy/formula/parse.ts';
import { resolveFormula } from '../../../domain/strategy/formula/resolve.ts';
import type { Ref } from '../../../domain/strategy/formula/names.ts';
import type { Unit } from '../../../domain/strategy/metric.ts';
import { formulaWords } from '../../../views/words/formula.ts';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Field } from '../../components/fields/Field.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './FormulaField.module.css';

type Props = {
  readonly value: string;
  readonly onChange: (formula: string) => void;
  readonly unit: Unit;
  /** What the formula is for: it must not come to read itself. */
  readonly self: Ref | null;
};

const KINDS: { readonly [prefix: string]: string } = { u: 'outcome', k: 'KPI' };

/** A formula while it is written: names to choose from, and the first thing that is wrong, where, and what to do. */
export const FormulaField = ({ value, onChange, unit, self }: Props) => {
  const { book } = useCompany();
  const box = useRef<HTMLTextAreaElement>(null);
  const all = nameables(book);
  const offered = all.filter((one) => !one.retired && one.ref !== self);
  const resolved = value.trim() === '' ? null : resolveFormula(book, value, unit, self);
  const problem = resolved && !resolved.ok ? resolved.refusal : null;
  // What is half typed is not scolded: an end that comes too early waits for the button.
  const early = problem !== null && ['ends-early', 'name-not-closed', 'paren-not-closed'].includes(problem.wrong);
  const words = problem && !early ? formulaWords(problem) : null;
  const insert = (ref: string | null): void => {
    const one = offered.find((n) => n.ref === ref);
    if (!one) return;
    const at = box.current?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}[${labelOf(all, one)}]${value.slice(box.current?.selectionEnd ?? at)}`);
    box.current?.focus();
  };
  return (
    <div className={css.formula}>
      <Field
        label="Formula"
        hint="Numbers, + − * / and parentheses, min, max, and if(a > b, then, otherwise). Names stand in square brackets."
        error={words ? `${words.text} ${words.todo}` : null}
      >
        {(wired) => (
          <textarea
            {...wired}
            ref={box}
            className={css.box}
            value={value}
            rows={2}
            maxLength={2000}
            spellCheck={false}
            placeholder="[Won revenue] / [Deals won]"
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {words && problem && (
        <pre className={css.where} aria-hidden="true">
          {line(value, problem.at)}
        </pre>
      )}
      <SelectField
        label="Put a name in"
        value={null}
        placeholder="Choose a number"
        onChange={insert}
        choices={offered.map((one) => ({
          value: one.ref,
          label: `${labelOf(all, one)}, ${KINDS[one.ref.slice(0, one.ref.indexOf('_'))] ?? 'measure'}`,
        }))}
      />
      {resolved?.ok && <p className={css.fine}>{said(value)}</p>}
    </div>
  );
};

const AROUND = 28;

/** The formula around the column, with a mark under it. */
const line = (formula: string, at: number): string => {
  const flat = formula.replaceAll(/\s/g, ' ');
  const from = Math.max(0, at - 1 - AROUND);
  return `${flat.slice(from, at - 1 + AROUND)}\n${' '.repeat(at - 1 - from)}^`;
};

const said = (formula: string): string => (parseFormula(formula).ok ? 'It reads well. An input that is not known makes it not known.' : '');
