import type { Coverage } from '../../../kernel/answer.ts';
import { coverageWords } from '../../../views/words/opened.ts';
import css from './CoverageBar.module.css';

/** How much of what was asked about is in the number; the hatched part is missing. */
export const CoverageBar = ({ coverage }: { readonly coverage: Coverage }) => (
  <>
    <span className={css.cov} aria-hidden="true">
      <i style={{ width: `${coverage.of > 0 ? (coverage.have / coverage.of) * 100 : 0}%` }} />
    </span>
    {coverageWords(coverage)}
  </>
);
