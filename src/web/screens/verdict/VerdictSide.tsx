import { Link } from 'wouter';
import { IconLock } from '@tabler/icons-react';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Did, Taken, Verdict } from '../../../domain/agreements/verdict.ts';
import { criteriaWords } from '../../../views/market/criteria-words.ts';
import type { LoggedId } from '../../../kernel/ids.ts';
import { bareFinding } from '../../../views/verdict/ended.ts';
import { RULE, ruleWords } from '../../../views/verdict/verdict-page.ts';
import type { VerdictInput } from '../../../views/verdict/verdict-input.ts';
import { VERDICT_WORDS } from '../../../views/words/criteria.ts';
import { dayWords } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import css from './VerdictSide.module.css';

type Props = { readonly campaign: Campaign; readonly input: VerdictInput; readonly verdict: Verdict | undefined };

/** What was frozen, by whom; by which rule it is decided; what was decided before. */
export const VerdictSide = ({ campaign, input, verdict }: Props) => {
  const { nameOf, noteOf, today } = useCompany();
  const acts = [...(verdict?.taken ?? []), ...(verdict?.logged ?? [])].toSorted((a, b) => b.at.localeCompare(a.at));
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
      {acts.length > 0 && (
        <section aria-labelledby="taken">
          <h2 id="taken">What people took</h2>
          <ul className={css.taken}>
            {acts.map((act) => (
              <li key={act.log}>{'did' in act ? <Done did={act} /> : <Took taken={act} />}</li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
};

/** A word that was taken, with the evidence that it rested on. */
const Took = ({ taken: { word, said, by, at, log, overruled } }: { readonly taken: Taken }) => {
  const { nameOf, noteOf, today } = useCompany();
  return (
    <>
      <b>{VERDICT_WORDS[word]}</b>
      {overruled && word !== said.word && `, not “${VERDICT_WORDS[said.word].toLowerCase()}”`}:{' '}
      {word === said.word ? bareFinding(said.finding) : said.finding}.
      {overruled && <span className="agreed"> {noteOf(overruled.why)}</span>}
      <small className="dim">
        {' '}
        {nameOf(by)}
        {overruled && ` and ${nameOf(overruled.second)}`}, {dayWords(at.slice(0, 10), today)}; the evidence as it stood is kept under{' '}
        {said.sha256.slice(0, 8)}. <InLog log={log} />
      </small>
    </>
  );
};

const DID: { readonly [D in Did['did']]: string } = { scaled: 'Scaled', aborted: 'Aborted', declined: 'Overrule declined' };

/** What was done about it, and why. */
const Done = ({ did: { did, why, by, at, log } }: { readonly did: Did }) => {
  const { nameOf, noteOf, today } = useCompany();
  return (
    <>
      <b>{DID[did]}</b>: <span className="agreed">{noteOf(why)}</span>
      <small className="dim">
        {' '}
        {nameOf(by)}, {dayWords(at.slice(0, 10), today)}. <InLog log={log} />
      </small>
    </>
  );
};

const InLog = ({ log }: { readonly log: LoggedId }) => {
  const { book } = useCompany();
  const ref = book.logged.get(log)?.ref;
  return (
    ref !== undefined && (
      <Link className="lnk" href={`/agree/log/${log}`}>
        {ref} in the decision log
      </Link>
    )
  );
};
