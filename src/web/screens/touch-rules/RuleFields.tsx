import type { ReactNode } from 'react';
import { KEEPS, type Sourced, type TouchRules } from '../../../domain/measurement/touch-rules.ts';
import { SOURCED_LABELS, SOURCED_WORDS } from '../../../views/answers/credit.ts';
import { SOURCES } from '../../../models/attribution/sourced.ts';
import { capital } from '../../../views/words/format.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { NamesField } from './NamesField.tsx';
import css from './TouchRulesScreen.module.css';

/** Channels and kinds that touches have, with how many. */
export type Known = {
  readonly channels: readonly { readonly name: string; readonly n: number }[];
  readonly kinds: readonly { readonly name: string; readonly n: number }[];
};
type Props = {
  readonly rules: TouchRules;
  readonly onChange: (rules: TouchRules) => void;
  readonly known: Known;
  readonly readOnly: boolean;
};

const KEEP_WORDS = { all: 'Each counts', first: 'Once, the first', last: 'Once, the last' } as const;
const UNITS = [
  { value: '1', label: 'minutes' },
  { value: '60', label: 'hours' },
  { value: '1440', label: 'days' },
];
const unitOf = (minutes: number): number => (minutes > 0 && minutes % 1440 === 0 ? 1440 : minutes > 0 && minutes % 60 === 0 ? 60 : 1);

/** Every rule, in the order in which a touch meets them. */
export const RuleFields = ({ rules, onChange, known, readOnly }: Props) => {
  const set = (part: Partial<TouchRules>): void => onChange({ ...rules, ...part });
  const unit = unitOf(rules.repeats.minutes);
  return (
    <fieldset disabled={readOnly} className={css.fields}>
      <Rule title="How far back" text="A touch counts up to and including the close, whenever it arrived, and at most so long before it.">
        <NumberField
          label="Touches count up to"
          hint="Days before the close"
          unit="days"
          value={rules.lookBackDays}
          onChange={(days) => days !== null && set({ lookBackDays: days })}
        />
      </Rule>
      <Rule title="What never counts" text="Unsubscribes, bounces, imports, a partner’s own meetings.">
        <div className={css.two}>
          <NamesField
            label="Channels left out"
            value={rules.leaveOut.channels}
            known={known.channels}
            onChange={(channels) => set({ leaveOut: { ...rules.leaveOut, channels } })}
          />
          <NamesField
            label="Kinds left out"
            value={rules.leaveOut.kinds}
            known={known.kinds}
            onChange={(kinds) => set({ leaveOut: { ...rules.leaveOut, kinds } })}
          />
        </div>
      </Rule>
      <Rule title="Repeats" text="Touches of one person with the same campaign, channel and kind, close together.">
        <Columns>
          <SelectField
            label="They count"
            value={rules.repeats.keep}
            onChange={(keep) =>
              keep &&
              set({
                repeats: {
                  keep: keep as TouchRules['repeats']['keep'],
                  minutes: keep === 'all' ? 0 : rules.repeats.minutes || 30,
                },
              })
            }
            choices={KEEPS.map((keep) => ({ value: keep, label: KEEP_WORDS[keep] }))}
          />
          {rules.repeats.keep !== 'all' && (
            <Columns>
              <NumberField
                label="Within"
                value={rules.repeats.minutes / unit}
                onChange={(n) => n !== null && set({ repeats: { ...rules.repeats, minutes: Math.round(n * unit) } })}
              />
              <SelectField
                label="Unit"
                value={String(unit)}
                onChange={(u) => u && set({ repeats: { ...rules.repeats, minutes: (rules.repeats.minutes / unit) * Number(u) } })}
                choices={UNITS}
              />
            </Columns>
          )}
        </Columns>
      </Rule>
      <Rule title="Direct" text="Channels that say nothing of what brought somebody. “Last non-direct” passes over them.">
        <NamesField label="Direct channels" value={rules.direct} known={known.channels} onChange={(direct) => set({ direct })} />
      </Rule>
      <Rule title="Sales’ own" text="What sales does itself. It may count, but it is never marketing’s: not sourced, not influenced.">
        <div className={css.two}>
          <NamesField
            label="Channels of sales"
            hint="Also as the source of a lead"
            value={rules.sales.channels}
            known={known.channels}
            onChange={(channels) => set({ sales: { ...rules.sales, channels } })}
          />
          <NamesField
            label="Kinds of sales"
            value={rules.sales.kinds}
            known={known.kinds}
            onChange={(kinds) => set({ sales: { ...rules.sales, kinds } })}
          />
        </div>
      </Rule>
      <Rule title="Sourced by marketing" text="One definition for headlines. The other two always stand beside it.">
        <SelectField
          label="A deal is sourced by marketing by its"
          hint={`It is where ${SOURCED_WORDS[rules.sourced]}.`}
          value={rules.sourced}
          onChange={(sourced) => sourced && set({ sourced: sourced as Sourced })}
          choices={SOURCES.map((source) => ({ value: source, label: SOURCED_LABELS[source] }))}
        />
      </Rule>
      <Rule title="Time decay" text="A touch one half-life nearer to the close gets twice as much. Vendors use 7 days for every business.">
        <CheckField checked={rules.halfLifeDays === null} onChange={(auto) => set({ halfLifeDays: auto ? null : 30 })}>
          {capital('follow the measured cycle: a quarter of the median time from lead to close')}
        </CheckField>
        {rules.halfLifeDays !== null && (
          <NumberField
            label="Half-life"
            unit="days"
            value={rules.halfLifeDays}
            onChange={(days) => days !== null && set({ halfLifeDays: days })}
          />
        )}
      </Rule>
    </fieldset>
  );
};

const Rule = ({ title, text, children }: { readonly title: string; readonly text: string; readonly children: ReactNode }) => (
  <div className={css.rule}>
    <div>
      <h3>{title}</h3>
      <p className="mut sm">{text}</p>
    </div>
    <div>{children}</div>
  </div>
);
