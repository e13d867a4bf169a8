import type { Day } from '../../../kernel/day.ts';
import type { Stand } from '../../../views/home/stand.ts';
import { dayLong } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './CourseQuestion.module.css';
import { OutcomeRow } from './OutcomeRow.tsx';

type Props = {
  readonly stands: readonly Stand[];
  readonly due: Day | null;
  /** The chances are still being computed. */
  readonly waiting: boolean;
};

/** Are we on course? Each outcome now, how it will probably end against its target, and the chance of it. */
export const CourseQuestion = ({ stands, due, waiting }: Props) => {
  const { today, may } = useCompany();
  const any = stands.some(({ forecast }) => forecast !== null);
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
              <th scope="col">
                {any
                  ? `Forecast${due ? ` for ${dayLong(due, today)}` : ''} with 80 % interval, against the target`
                  : `Against the target${due ? ` for ${dayLong(due, today)}` : ''}; dotted, an even pace`}
              </th>
              <th scope="col" className={css.right}>
                {any ? 'Chance of target' : 'How it stands'}
              </th>
            </tr>
          </thead>
          <tbody>
            {stands.map((stand) => (
              <OutcomeRow key={stand.outcome.id} stand={stand} sameDue={due !== null} waiting={waiting} />
            ))}
          </tbody>
        </table>
      )}
      {any && <p className={`xs dim ${css.limits}`}>On course: a chance of at least 60 %. At risk: 30 to 60 %. Off course: below 30 %.</p>}
    </>
  );
};
