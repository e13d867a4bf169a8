import type { StageRules } from '../../../domain/measurement/stages.ts';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import css from './StagesScreen.module.css';

type Props = {
  readonly value: StageRules['skipped'];
  readonly readOnly: boolean;
  readonly onChange: (value: StageRules['skipped']) => void;
};

const WORDS: { readonly [S in StageRules['skipped']]: string } = {
  passed: 'It entered the stage in between on the day of the next, for 0 days',
  'left-out': 'It never entered the stage in between',
};

/** The written rule for deals that jump, fall back or are opened again. */
export const SkipField = ({ value, readOnly, onChange }: Props) => (
  <div className={css.stage}>
    <h3>Deals that jump, and deals that fall back</h3>
    {readOnly ? (
      <p>A deal that goes from the first stage to the third: {WORDS[value].charAt(0).toLowerCase() + WORDS[value].slice(1)}.</p>
    ) : (
      <ChoiceField
        label="A deal that goes from the first stage to the third"
        value={value}
        options={(['passed', 'left-out'] as const).map((one) => ({ value: one, text: WORDS[one] }))}
        onChange={onChange}
      />
    )}
    <p className="mut sm">
      A deal that falls back: its first entry counts for conversion, its times in a stage are added up, its last entry counts for its age
      there. A deal that is opened again stays one deal. Stages of the CRM that none of these names count for nothing and are listed beside
      the funnel.
    </p>
  </div>
);
