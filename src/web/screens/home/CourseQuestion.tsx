import type { Day } from '../../../kernel/day.ts';
import type { Stand } from '../../../views/home/stand.ts';
import { dayLong } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './CourseQuestion.module.css';
import { OutcomeRow } from './OutcomeRow.tsx';

/** Are we on course? Each outcome now, against its target; the dotted mark is an even pace. */
export const CourseQuestion = ({ stands, due }: { readonly stands: readonly Stand[]; readonly due: Day | null }) => {
  const { today, may } = useCompany();
  return (
    <>
      <h2>Are we on course?</h2>
      {stands.length === 0 ? (
        <>
          <p>No outcome is named yet: a metric, where it stands, where it must be, and by when.</p>
          {may('outcome/add') && (
            <p className={css.first}>
              <Button size="small" href="/agree/outcomes">
                Name an outcome
              </Button>
            </p>
          )}
        </>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              <th scope="col">Now</th>
              <th scope="col">Against the target{due && ` for ${dayLong(due, today)}`}; dotted, an even pace</th>
              <th scope="col" className={css.right}>
                How it stands
              </th>
            </tr>
          </thead>
          <tbody>
            {stands.map((stand) => (
              <OutcomeRow key={stand.outcome.id} stand={stand} sameDue={due !== null} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
};
