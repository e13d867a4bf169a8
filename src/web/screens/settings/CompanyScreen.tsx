import { useMemo, useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import type { Fiscal } from '../../../kernel/fiscal.ts';
import { fiscalYear, quarterOf } from '../../../kernel/fiscal.ts';
import { dayLong, quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Head } from '../../components/Head.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { currencyChoices, monthChoices, patternChoices, zoneChoices } from '../first-run/currencies.ts';
import css from './Settings.module.css';

/** The company's money, clock and calendar: what every number is counted in. */
export const CompanyScreen = () => {
  const { company, today, ask, may } = useCompany();
  const [name, setName] = useState(company.name);
  const [currency, setCurrency] = useState(company.currency);
  const [zone, setZone] = useState(company.zone);
  const [fiscal, setFiscal] = useState<Fiscal>(company.fiscal);
  const [lookBack, setLookBack] = useState<number | null>(company.lookBackDays);
  const [must, setMust] = useState<number | null>(company.shares.mustPercent);
  const [could, setCould] = useState<number | null>(company.shares.couldPercent);
  const [refused, setRefused] = useState<string | null>(null);
  const currencies = useMemo(() => currencyChoices(), []);
  const zones = useMemo(() => zoneChoices(), []);
  const commands: Command[] = [
    ...(name.trim() !== company.name ? [{ type: 'company/rename', name } as const] : []),
    ...(currency !== null && currency !== company.currency ? [{ type: 'company/choose-currency', currency } as const] : []),
    ...(zone !== company.zone ? [{ type: 'company/choose-zone', zone } as const] : []),
    ...(fiscal.startMonth !== company.fiscal.startMonth || fiscal.pattern !== company.fiscal.pattern
      ? [{ type: 'company/choose-fiscal', fiscal } as const]
      : []),
    ...(lookBack !== null && lookBack !== company.lookBackDays ? [{ type: 'company/choose-look-back', days: lookBack } as const] : []),
    ...(must !== null && could !== null && (must !== company.shares.mustPercent || could !== company.shares.couldPercent)
      ? [{ type: 'company/choose-shares', mustPercent: must, couldPercent: could } as const]
      : []),
  ];
  const rule = useRule(commands);
  const quarter = quarterOf(fiscal, today);
  const year = fiscalYear(fiscal, Number(quarter.id.slice(0, 4)));
  const save = (): void => {
    const answer = ask(commands);
    setRefused(answer.ok ? null : answer.words);
    if (answer.ok) say({ kind: 'done', text: 'Saved. Every number is counted by it from now on.' });
  };
  const own = may('company/rename');
  return (
    <>
      <Head
        title={`${company.name} counts ${company.currency ? `in ${company.currency}` : 'without a currency'}, by the days of ${company.zone.replaceAll('_', ' ')}.`}
        sub={`Today is in ${quarterWords(quarter.id)}. The fiscal year ${year.id} runs from ${dayLong(year.from)} up to, not including, ${dayLong(year.to)}.`}
      />
      <div className={css.body}>
        <Form onSubmit={() => commands.length > 0 && !rule && save()}>
          <div className={css.form}>
            <TextField label="Name" value={name} onChange={setName} maxLength={80} />
            <SelectField
              label="Currency"
              hint="Targets and budgets are written in it, so it cannot change once chosen."
              value={currency}
              onChange={setCurrency}
              choices={currencies}
            />
            <SelectField
              label="Time zone"
              hint="A close on a day ends with that day here."
              value={zone}
              onChange={(z) => z && setZone(z)}
              choices={zones}
            />
            <SelectField
              label="Fiscal year begins in"
              value={String(fiscal.startMonth)}
              onChange={(m) => m && setFiscal({ ...fiscal, startMonth: Number(m) })}
              choices={monthChoices()}
            />
            <SelectField
              label="Quarters are made of"
              value={fiscal.pattern}
              onChange={(p) => p && setFiscal({ ...fiscal, pattern: p as Fiscal['pattern'] })}
              choices={patternChoices()}
            />
            <NumberField
              label="Touches count up to"
              hint="Days before the close; older touches are shown, and not counted. Once touch rules are agreed (Data, Touch rules), it is one of them."
              unit="days"
              value={lookBack}
              onChange={setLookBack}
            />
            <fieldset id="rule" className={css.rule}>
              <legend>The rule of a Blueprint</legend>
              <p className="mut sm">
                A quarter that is all Must has nothing to give up when something unforeseen comes. Must is therefore held to a limit: beyond
                it a Blueprint cannot be agreed. Could is what goes first; about this much of it is room to breathe, and more is said, not
                refused. Should takes the rest. Shares are of the person-days recorded for the quarter. A Blueprint that is agreed stays
                agreed; its next change is held to the rule of that day.
              </p>
              <Columns>
                <NumberField label="Must at most" unit="%" value={must} onChange={setMust} />
                <NumberField label="Could about" unit="%" value={could} onChange={setCould} />
              </Columns>
            </fieldset>
            {refused && <Note kind="off">{refused}</Note>}
            <div>
              <Button
                kind="primary"
                submit
                forbid={!own ? 'Only owners change the company' : commands.length === 0 ? 'Nothing is changed yet' : rule}
              >
                Save changes
              </Button>
            </div>
          </div>
        </Form>
      </div>
    </>
  );
};
