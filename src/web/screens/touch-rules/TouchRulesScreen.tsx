import { useState } from 'react';
import { FIRST_TOUCH_RULES, rulesInForce, type TouchRules } from '../../../domain/measurement/touch-rules.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Head } from '../../components/Head.tsx';
import { History } from '../../components/History.tsx';
import { Note } from '../../components/Note.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { say } from '../../state/toasts.ts';
import { Effect } from './Effect.tsx';
import { RuleFields, type Known } from './RuleFields.tsx';
import css from './TouchRulesScreen.module.css';

const same = (a: TouchRules, b: TouchRules): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Which touches count: the rules in force, a proposal with what it would change, and the versions before. */
export const TouchRulesScreen = () => {
  const { book } = useCompany();
  const known = useFacts('touch-rules', {});
  const { version, rules } = rulesInForce(book);
  const proposal = book.touches.get('touch-rules')?.proposal ?? null;
  return (
    <>
      <Head
        title={
          proposal
            ? 'Other touch rules are proposed; until somebody adopts them nothing changes.'
            : version === 0
              ? 'Touches count as they come: nobody has agreed on rules yet.'
              : `Touches count by version ${version} of the rules.`
        }
        sub="Which touches count decides every share of credit. So it is agreed, in versions. Numbers that are not published follow the version in force; published numbers stay."
      />
      <Answered of={known} what="the channels and kinds of touches">
        {(data) => <Page key={`${version} ${proposal?.n ?? 0}`} inForce={rules} known={data.known} />}
      </Answered>
    </>
  );
};

const Page = ({ inForce, known }: { readonly inForce: TouchRules; readonly known: Known }) => {
  const { book, me, nameOf, noteOf, may, ask, today } = useCompany();
  const touches = book.touches.get('touch-rules');
  const proposal = touches?.proposal ?? null;
  const [draft, setDraft] = useState<TouchRules>(proposal?.rules ?? inForce);
  const [why, setWhy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const changed = !same(draft, inForce);
  const effect = useFacts('touch-rules', changed ? { rules: draft as never } : {}, changed);
  const planner = may('touches/propose');
  const member = book.company.get('company')?.members[me];
  const adopts = member?.role === 'owner' || ['finance', 'sales'].some((seat) => member?.seats.includes(seat));
  const isProposal = proposal !== null && same(draft, proposal.rules);
  return (
    <div className={css.page}>
      <section aria-labelledby="rules-fields">
        <h2 id="rules-fields" className="unseen">
          The rules
        </h2>
        {proposal && (
          <Note kind="early">
            <b>{nameOf(proposal.by)}</b> proposed these on {dayWords(proposal.at.slice(0, 10), today)}:{' '}
            <span className="agreed">“{noteOf(proposal.why) ?? 'The words may not be shown.'}”</span>
          </Note>
        )}
        <RuleFields rules={draft} onChange={setDraft} known={known} readOnly={!planner} />
      </section>
      <section aria-labelledby="rules-effect" className={css.effect} aria-live="polite">
        <h2 id="rules-effect">What it would change</h2>
        {changed ? (
          <Answered of={effect} what="what it would change">
            {(data) => (data.effect ? <Effect effect={data.effect} /> : <p className="mut sm">Being counted.</p>)}
          </Answered>
        ) : (
          <p className="mut sm">
            Change a rule, and here stands what becomes of the credit of the last four quarters before anybody decides.
          </p>
        )}
        {refused && <Note kind="off">{refused}</Note>}
        <div className={css.buttons}>
          {isProposal ? (
            <>
              <Button
                kind="primary"
                forbid={adopts ? null : 'An owner adopts them, or who signs for sales or finance'}
                onPress={() => {
                  const answer = ask([{ type: 'touches/adopt', proposal: proposal.n }]);
                  if (!answer.ok) return setRefused(answer.words);
                  say({ kind: 'done', text: 'Adopted. Numbers that are not published follow.' });
                }}
              >
                Adopt these rules
              </Button>
              {planner && (
                <Button
                  onPress={() => {
                    const answer = ask([{ type: 'touches/withdraw', proposal: proposal.n }]);
                    if (!answer.ok) setRefused(answer.words);
                  }}
                >
                  Withdraw
                </Button>
              )}
            </>
          ) : (
            planner && (
              <>
                <Button kind="primary" forbid={changed ? null : 'Change a rule first'} onPress={() => setWhy(true)}>
                  Propose these rules
                </Button>
                {changed && <Button onPress={() => setDraft(inForce)}>Back to the rules in force</Button>}
                {!same(draft, { ...FIRST_TOUCH_RULES }) && !changed && (
                  <Button kind="quiet" onPress={() => setDraft(FIRST_TOUCH_RULES)}>
                    As they come
                  </Button>
                )}
              </>
            )
          )}
        </div>
        {touches && (
          <>
            <h2>Who decided what</h2>
            <History thing="touch-rules" most={8} />
          </>
        )}
      </section>
      {why && (
        <WhyDialog
          title="Propose other touch rules"
          does="Propose"
          onClose={() => setWhy(false)}
          onWhy={(id, note) => {
            const answer = ask([{ type: 'touches/propose', rules: draft, why: id }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p className="mut sm">The reason stands beside the version, for whoever asks later why the numbers moved.</p>
        </WhyDialog>
      )}
    </div>
  );
};
