import type { Evidence } from '../../../domain/agreements/evidence.ts';
import { citedNow, evidenceShown, sinceThen } from '../../../views/agreements/cited.ts';
import { coverageWords } from '../../../views/words/opened.ts';
import { dayWords, plural } from '../../../views/words/format.ts';
import { useFacts } from '../../state/facts.ts';
import { useCompany } from '../../state/company.tsx';
import css from './EvidenceCard.module.css';

/** A number as it stood, with its date; and beside it what the same question answers now. */
export const EvidenceCard = ({ evidence }: { readonly evidence: Evidence }) => {
  const { today } = useCompany();
  const { what, shown, low, high, coverage, asOf, loads } = evidence;
  return (
    <div className={css.card}>
      <p className={css.what}>{what}</p>
      <dl>
        <div>
          <dt>Then, {dayWords(asOf, today)}</dt>
          <dd className="num">{shown}</dd>
          {low !== null && high !== null && (
            <dd className={css.small}>
              {evidenceShown({ ...evidence, value: low })} to {evidenceShown({ ...evidence, value: high })}
            </dd>
          )}
        </div>
        <Now evidence={evidence} />
      </dl>
      <p className={css.small}>
        {[
          coverage && `${coverageWords({ ...coverage, missing: [] })}.`,
          loads.length > 0 && `From ${plural(loads.length, 'load')} known that day.`,
          !evidence.askedBy && 'Counted from the plan as it stood; it is not counted again.',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
};

/** What the same question says today, and the difference. */
const Now = ({ evidence }: { readonly evidence: Evidence }) => {
  const { today } = useCompany();
  const { askedBy } = evidence;
  const parameters = Object.fromEntries((askedBy?.parameters ?? []).map(({ name, value }) => [name, value]));
  const ofVerdict = askedBy?.name === 'verdict';
  const asked = useFacts('ask', { ...parameters, question: askedBy?.name ?? '' }, askedBy !== null && !ofVerdict);
  const verdict = useFacts('verdict', { campaign: parameters['campaign'] ?? '' }, ofVerdict);
  const isError = asked.isError || verdict.isError;
  const data = ofVerdict ? verdict.data?.answer : asked.data;
  if (!askedBy) return null;
  const now = data ? citedNow(data, evidence) : null;
  const since = now && sinceThen(evidence, now);
  return (
    <div>
      <dt>{now ? `Now, ${dayWords(now.asOf, today)}` : 'Now'}</dt>
      <dd className="num">{now ? evidenceShown(now) : isError || data ? '–' : '…'}</dd>
      <dd className={css.small}>
        {since
          ? since.text
          : isError || (data && !now)
            ? 'The same question no longer gives this number.'
            : now
              ? 'Not to be compared: one of the two is not known.'
              : ''}
      </dd>
    </div>
  );
};
