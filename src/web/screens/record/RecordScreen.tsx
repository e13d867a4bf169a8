import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import { IconPrinter } from '@tabler/icons-react';
import type { Book } from '../../../domain/book.ts';
import { isDay, type Day } from '../../../kernel/day.ts';
import { quarterNamed } from '../../../kernel/fiscal.ts';
import { recordOf } from '../../../views/agree/record.ts';
import { capital, dayLong, quarterWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Head } from '../../components/Head.tsx';
import { useBearings } from '../../places/bearings.ts';
import { bookOfSent } from '../../state/sent-book.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { useTeller } from '../guidepoint/use-teller.ts';
import { RecordedGuidepointPart } from './RecordedGuidepoint.tsx';
import css from './RecordScreen.module.css';

/** Who had agreed to exactly what, when: a document of any day, to read, print and hand over. */
export const RecordScreen = () => {
  const { period } = useParams<{ period?: string }>();
  const [search, setSearch] = useSearchParams();
  const { company, today } = useCompany();
  const asked = search.get('on');
  const on: Day = asked && isDay(asked) && asked <= today ? asked : today;
  const known = period && quarterNamed(company.fiscal, period) ? period : null;
  const then = useFacts('book', { on });
  useBearings({ crumb: 'Record', to: { guidepoint: known ? `/agree/guidepoint/${known}` : '/agree/guidepoint' } });
  return (
    <Answered of={then} what={`the record of ${dayLong(on, today)}`} page>
      {({ book }) => (
        <Document book={bookOfSent(book)} on={on} period={known} onDay={(day) => setSearch(day === today ? {} : { on: day })} />
      )}
    </Answered>
  );
};

type Props = { readonly book: Book; readonly on: Day; readonly period: string | null; readonly onDay: (day: Day) => void };

const Document = ({ book, on, period, onDay }: Props) => {
  const { company, today, id } = useCompany();
  const now = useTeller();
  // A document is read later: its days carry their year.
  const record = useMemo(() => recordOf({ ...now, book, today: '0001-01-01' }, dayLong(on, '0001-01-01'), period), [now, book, on, period]);
  return (
    <>
      <Head
        title={record.title}
        sub={`What ${company.name} had agreed on by the evening of ${dayLong(on, '0001-01-01')}: the words, the numbers and the signatures, exactly as they stood.`}
        actions={
          <Button icon={<IconPrinter size={15} stroke={1.6} aria-hidden="true" />} onPress={() => window.print()}>
            Print
          </Button>
        }
      />
      <div className={`${css.pick} no-print`}>
        <DateField label="On the evening of" value={on} onChange={(day) => day && onDay(day)} latest={today} />
        {period && (
          <Link href={`/agree/record${on === today ? '' : `?on=${on}`}`} className="lnk sm">
            All quarters
          </Link>
        )}
      </div>
      <article className={css.paper} data-company={id}>
        {period === null && record.direction.length > 0 && (
          <section>
            <h2>Vision and mission</h2>
            {record.direction.map(({ what, statement, when }) => (
              <div key={what} className={css.line}>
                <span className="mut">{capital(what)}</span>
                <div>
                  <p className="agreed">{statement}</p>
                  <p className="dim xs">{when}</p>
                </div>
              </div>
            ))}
          </section>
        )}
        {period === null && record.objectives.length > 0 && (
          <section>
            <h2>Objectives</h2>
            {record.objectives.map((o) => (
              <div key={o.id} className={css.line}>
                <span className="mut">by {o.due}</span>
                <div>
                  <p className="agreed">{o.statement}</p>
                  <p className="dim xs">{o.owner}</p>
                </div>
              </div>
            ))}
          </section>
        )}
        {record.guidepoints.map((g) => (
          <RecordedGuidepointPart key={g.period} guidepoint={g} link={period === null} />
        ))}
        {record.guidepoints.length === 0 && (
          <p className="mut">
            Until that evening nobody had put a Guidepoint forward{period ? ` for ${quarterWords(period)}` : ''}. Choose a later day.
          </p>
        )}
      </article>
    </>
  );
};
