import { isMeasure, MEASURES, MEASURE_NAMES, type Measure, type Metric, type Unit } from '../../../domain/strategy/metric.ts';
import type { Ref } from '../../../domain/strategy/formula/names.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { useCompany } from '../../state/company.tsx';
import { metricWords, UNIT_WORDS } from '../outcomes/metric-words.ts';
import { FormulaField } from './FormulaField.tsx';

type Props = {
  readonly metric: Metric;
  readonly onChange: (metric: Metric) => void;
  readonly self: Ref | null;
  /** The unit stays where values stand in it already. */
  readonly fixedUnit?: boolean;
};

const HOW = [
  ...(Object.keys(MEASURES) as Measure[]).map((m) => ({ value: m as string, label: `${MEASURE_NAMES[m]}, measured` })),
  { value: 'reported', label: 'Reported by a person' },
  { value: 'formula', label: 'A formula of other numbers' },
];

/** How a number comes to be: measured from the facts, reported by a person, or computed by a formula. */
export const MetricFields = ({ metric, onChange, self, fixedUnit }: Props) => {
  const { company } = useCompany();
  const noMoney = company.currency === null;
  const choose = (how: string | null): void => {
    if (how === null) return;
    if (isMeasure(how)) return onChange({ kind: 'measured', measure: how, unit: MEASURES[how] });
    onChange(how === 'formula' ? { kind: 'formula', formula: '', unit: metric.unit } : { kind: 'reported', unit: metric.unit });
  };
  return (
    <>
      <Columns>
        <SelectField
          label="What is measured?"
          hint={metricWords(metric)}
          value={metric.kind === 'measured' ? metric.measure : metric.kind}
          onChange={choose}
          choices={HOW.map((h) => ({
            ...h,
            disabled:
              isMeasure(h.value) &&
              ((noMoney && MEASURES[h.value] === 'money') || (fixedUnit === true && MEASURES[h.value] !== metric.unit)),
          }))}
        />
        {metric.kind === 'measured' || fixedUnit ? (
          <div />
        ) : (
          <SelectField
            label="Counted in"
            value={metric.unit}
            onChange={(unit) => unit && onChange({ ...metric, unit: unit as Unit })}
            choices={(Object.keys(UNIT_WORDS) as Unit[]).map((u) => ({
              value: u,
              label: UNIT_WORDS[u],
              disabled: noMoney && u === 'money',
            }))}
          />
        )}
      </Columns>
      {metric.kind === 'formula' && (
        <FormulaField value={metric.formula} onChange={(formula) => onChange({ ...metric, formula })} unit={metric.unit} self={self} />
      )}
    </>
  );
};

/** What keeps a metric from being asked for; null where nothing does. */
export const metricMissing = (metric: Metric): string | null =>
  metric.kind === 'formula' && metric.formula.trim() === '' ? 'Write the formula' : null;
