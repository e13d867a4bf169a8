import { Link } from 'wouter';
import { openedOutcome } from '../../../views/home/opened.ts';
import { paceOf, STANDING_WORDS } from '../../../views/home/pace.ts';
import type { Stand } from '../../../views/home/stand.ts';
import { dayWords, percent } from '../../../views/words/format.ts';
import { openedPlain } from '../../../views/words/opened.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { OutcomeBar } from '../../components/OutcomeBar.tsx';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './CourseQuestion.module.css';

/** One outcome: now, against its target, and how it stands. */
export const OutcomeRow = ({ stand, sameDue }: { readonly stand: Stand; readonly sameDue: boolean }) => {
  const { company, today } = useCompany();
  const { outcome, now, standing } = stand;
  const { unit } = outcome.metric;
  const write = (value: number): string => valueShort(value, unit, company.currency);
  const opened = openedOutcome(stand, company.currency, today);
  const value = now?.value ?? null;
  const { kind, text } = STANDING_WORDS[standing];
  return (
    <tr>
      <td>
        <Link href={`/agree/outcomes/${outcome.id}`} className={css.name}>
          {outcome.name}
        </Link>
      </td>
      <td className={css.now}>
        {value !== null && opened ? (
          <Figure opens={opened}>{write(value)}</Figure>
        ) : (
          <Unknown what={outcome.name} why={now?.why ?? 'Not known: the server has said nothing about it yet.'} />
        )}
      </td>
      <td>
        <span className={sameDue ? undefined : css.bar}>
          <OutcomeBar now={value} target={outcome.target} pace={paceOf(outcome, today)} targetText={write(outcome.target)} />
          {!sameDue && <small>by {dayWords(outcome.due, today)}</small>}
        </span>
      </td>
      <td>
        <span className={css.state}>
          {value !== null && opened && (
            <b>
              <Figure
                opens={{
                  ...opened,
                  ...openedPlain(`${outcome.name}: share of the target`, percent(value / (outcome.target || 1)), opened.how ?? ''),
                  meaning: opened.meaning,
                  rows: opened.rows,
                  missing: opened.missing,
                  coverage: opened.coverage,
                  asOf: opened.asOf,
                  loads: opened.loads,
                }}
              >
                {percent(value / (outcome.target || 1))}
              </Figure>
            </b>
          )}
          <small>
            <Status kind={kind}>{text}</Status>
          </small>
        </span>
      </td>
    </tr>
  );
};
