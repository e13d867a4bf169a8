import { IconLock } from '@tabler/icons-react';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Taken } from '../../../domain/agreements/verdict.ts';
import { criteriaWords } from '../../../views/market/micro-facts.ts';
import { RULE, ruleWords } from '../../../views/verdict/verdict-page.ts';
import type { VerdictInput } from '../../../views/verdict/verdict-input.ts';
import { VERDICT_WORDS } from '../../../views/words/criteria.ts';
import { dayWords } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import css from './VerdictSide.module.css';

type Props = { readonly campaign: Campaign; readonly input: VerdictInput; readonly taken: readonly Taken[] };

/** What was frozen, by whom; by which rule it is decided; what was decided before. */
export const VerdictSide = ({ campaign, input, taken }: Props) => {
  const { nameOf, noteOf, today } = useCompany();
  const { hypothesis, written, started } = campaign.micro!;
  const lines = [{ label: 'We believe', text: noteOf(hypothesis) }, ...criteriaWords(input.criteria, input.currency, today)];
  return (
    <aside className={css.side} aria-label="Criteria and rule">
      <section className={css.frozen} aria-labelledby="frozen">
        <h2 id="frozen">
          <IconLock size={16} stroke={1.6} aria-hidden="true" /> Success criteria, frozen
        </h2>
        <dl>
          {lines
            .filter(({ text }) => text !== '')
            .map(({ label, text }) => (
              <div key={`${label} ${text}`}>
                <dt>{label}</dt>
                <dd className="agreed">{text}</dd>
              </div>
            ))}
        </dl>
        <p className="dim sm">
          Frozen on {dayWords(written!.frozen!.at.slice(0, 10), today)} by {nameOf(written!.proposed?.by ?? written!.written.by)} and{' '}
          {nameOf(written!.frozen!.by)}
          {started ? `; started on ${dayWords(started.on, today)}` : ''}. Unchanged.
        </p>
      </section>
      <section aria-labelledby="rule">
        <h2 id="rule">What decides: {RULE.name.toLowerCase()}</h2>
        <p>{ruleWords(input)}</p>
        <details>
          <summary>How, and where it comes from</summary>
          <p className="sm">{RULE.text}</p>
          <p className="dim sm">{RULE.source}</p>
        </details>
      </section>
      {taken.length > 0 && (
        <section aria-labelledby="taken">
          <h2 id="taken">What people took</h2>
          <ul className={css.taken}>
            {taken.toReversed().map((one) => (
              <li key={one.log}>
                <b>{VERDICT_WORDS[one.word]}</b>
                {one.overruled && one.word !== one.said.word && `, not “${VERDICT_WORDS[one.said.word].toLowerCase()}”`}: {one.said.finding}
                .{one.overruled && <span className="agreed"> {noteOf(one.overruled.why)}</span>}
                <small className="dim">
                  {' '}
                  {nameOf(one.by)}
                  {one.overruled && ` and ${nameOf(one.overruled.second)}`}, {dayWords(one.at.slice(0, 10), today)}; the evidence as it
                  stood is kept under {one.said.sha256.slice(0, 8)}.
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
};
