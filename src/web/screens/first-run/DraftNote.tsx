import type { Currency } from '../../../kernel/money.ts';
import { dayLong } from '../../../views/words/format.ts';
import { valueFull } from '../../../views/words/values.ts';
import { Note } from '../../components/Note.tsx';
import type { draftOf } from './sentence.ts';

/** What was read out of the sentence, while it is written. */
export const DraftNote = ({
  draft: { due, terms },
  currency,
}: {
  readonly draft: ReturnType<typeof draftOf>;
  readonly currency: Currency | null;
}) => (
  <Note kind="early">
    {terms ? (
      <>
        First draft outcome: <b>{terms.name}</b>, {valueFull(terms.target, terms.metric.unit, currency)} by {dayLong(due)}.{' '}
        {terms.metric.kind === 'measured' ? 'It will be measured from your CRM.' : 'A person reports its value.'}
      </>
    ) : (
      <>An objective, due {dayLong(due)}. With a number in it, it would give a draft outcome too.</>
    )}
  </Note>
);
