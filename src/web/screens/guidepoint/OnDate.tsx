import { useState } from 'react';
import { Link } from 'wouter';
import { current, type Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import type { Day } from '../../../kernel/day.ts';
import { countWords, signedLines, standsWords } from '../../../views/agree/signed.ts';
import { dayLong, list, quarterWords } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Agreed } from '../../components/Agreed.tsx';
import { Answered } from '../../components/Answered.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './OnDate.module.css';
import { useTeller } from './use-teller.ts';

/** Who had agreed to what, on any past date. */
export const OnDate = ({ period }: { readonly period: string }) => {
  const { today } = useCompany();
  const [on, setOn] = useState<Day | null>(null);
  const then = useFacts('book', { on: on ?? today }, on !== null);
  return (
    <section className={css.past} aria-labelledby="past">
      <h2 id="past">Who had agreed to what?</h2>
      <div className={css.pick}>
        <DateField label="On the evening of" value={on} onChange={setOn} latest={today} />
      </div>
      <p className="sm">
        <Link href={`/agree/record/${period}${on === null || on === today ? '' : `?on=${on}`}`} className="lnk">
          Read it as a document, every version with its signatures
        </Link>
      </p>
      {on !== null && (
        <Answered of={then} what={`the record of ${dayLong(on, today)}`} lines={2}>
          {({ book }) => <Then on={on} guidepoint={book.guidepoint.find(([key]) => key === period)?.[1] ?? null} period={period} />}
        </Answered>
      )}
    </section>
  );
};

const Then = ({ on, guidepoint, period }: { readonly on: Day; readonly guidepoint: Guidepoint | null; readonly period: string }) => {
  const { company, today } = useCompany();
  const teller = useTeller();
  if (!guidepoint)
    return (
      <p className="mut">
        On {dayLong(on, today)} there was no Guidepoint for {quarterWords(period)}.
      </p>
    );
  const v = current(guidepoint);
  const signed = signedLines(teller, v).filter((l) => l.name !== null);
  return (
    <div className={css.then} role="status">
      <p className="sm">
        <b>{dayLong(on, today)}.</b> {standsWords(teller, guidepoint, v)}
      </p>
      <Agreed size="lead">{v.statement}</Agreed>
      <p className="sm mut">
        {v.outcomes
          .map((o) => `${o.name}: ${valueShort(o.target, o.metric.unit, company.currency)} by ${dayLong(o.due, today)}`)
          .join('. ')}
        .
      </p>
      <p className="sm mut">
        {countWords(v)}
        {signed.length > 0 && `: ${list(signed.map((l) => `${l.name} for ${l.title}, ${l.when}`))}`}.
      </p>
    </div>
  );
};
