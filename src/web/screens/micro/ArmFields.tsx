import type { Measure } from '../../../domain/campaign/criteria.ts';
import { countedWords } from '../../../views/words/criteria.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import type { ArmDraft } from './look-draft.ts';
import css from './Micro.module.css';

type Props = {
  readonly name: string | null;
  readonly measure: Measure;
  readonly arm: ArmDraft;
  readonly onChange: (arm: ArmDraft) => void;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is told of one variant: as many sums as its measure needs. */
export const ArmFields = ({ name, measure, arm, onChange }: Props) => {
  const set = (change: Partial<ArmDraft>): void => onChange({ ...arm, ...change });
  const [of, outOf] = [capital(countedWords(measure.of)), capital(countedWords(measure.outOf))];
  const field = (label: string, key: keyof ArmDraft, hint?: string) => (
    <NumberField key={key} label={label} value={arm[key]} onChange={(value) => set({ [key]: value })} {...(hint && { hint })} />
  );
  return (
    <fieldset className={css.arm}>
      {name && <legend>{name}</legend>}
      <Columns>
        {field(outOf, 'n')}
        {field(of, 'of', measure.kind === 'mean' || measure.kind === 'ratio' ? 'All amounts together.' : undefined)}
      </Columns>
      {measure.kind === 'mean' && field('Spread', 'spread', 'Standard deviation of the amounts, as every spreadsheet gives it.')}
      {measure.kind === 'ratio' && (
        <>
          <Columns>
            {field('Amount below the line', 'outOf')}
            {field('Its squares, summed', 'squaresBelow')}
          </Columns>
          <Columns>
            {field('Squares above, summed', 'squares')}
            {field('Products of both, summed', 'products')}
          </Columns>
        </>
      )}
    </fieldset>
  );
};
