import { useState } from 'react';
import { FIRST_STAGES, stageRuleOf, type StageRules } from '../../../domain/measurement/stages.ts';
import { addDays } from '../../../kernel/day.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Head } from '../../components/Head.tsx';
import { History } from '../../components/History.tsx';
import { Note } from '../../components/Note.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { Counts } from './Counts.tsx';
import { SignProposal } from './SignProposal.tsx';
import { SkipField } from './SkipField.tsx';
import { StageFields } from './StageFields.tsx';
import css from './StagesScreen.module.css';
import { Versions } from './Versions.tsx';

/** What the funnel's stages mean: the version in force, a proposal to sign, and what it would count. */
export const StagesScreen = () => {
  const { book, today } = useCompany();
  const inForce = stageRuleOf(book, today);
  const proposal = book.stages.get('stage-rules')?.proposal ?? null;
  return (
    <>
      <Head
        title={
          proposal
            ? 'Other stage definitions are proposed; they hold once marketing and sales have signed.'
            : inForce
              ? `The funnel’s stages mean what marketing and sales signed: version ${inForce.n}, since ${dayWords(inForce.rules.since, today)}.`
              : 'Marketing and sales have not agreed on what the stages mean: those of the files are used.'
        }
        sub="“Qualified” means something else to each side until both have signed what it means. Answers name the version they were counted by."
      />
      <Page key={`${inForce?.n ?? 0} ${proposal?.n ?? 0} ${book.stages.get('stage-rules')?.versions.length ?? 0}`} />
    </>
  );
};

const Page = () => {
  const { book, may, ask, today, nameOf, noteOf } = useCompany();
  const stages = book.stages.get('stage-rules');
  const proposal = stages?.proposal ?? null;
  const inForce = stageRuleOf(book, today)?.rules ?? null;
  const start: StageRules = proposal?.rules ?? inForce ?? { since: addDays(today, 1), stages: FIRST_STAGES, skipped: 'passed' };
  const [draft, setDraft] = useState<StageRules>(start);
  const [why, setWhy] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(start);
  // What was agreed is read; who wants it otherwise says so first. Before anything is agreed there is only a draft to write.
  const [writing, setWriting] = useState(inForce === null && proposal === null && (stages?.versions.length ?? 0) === 0);
  const planner = may('stages/propose') && writing;
  const counts = useFacts('stages', { draft: { stages: draft.stages as never, skipped: draft.skipped } });
  return (
    <div className={css.page}>
      <section aria-labelledby="stage-fields">
        <h2 id="stage-fields" className="unseen">
          The stages
        </h2>
        {proposal && (
          <Note kind="early">
            <b>{nameOf(proposal.by)}</b> proposed these on {dayWords(proposal.at.slice(0, 10), today)}:{' '}
            <span className="agreed">“{noteOf(proposal.why) ?? 'The words may not be shown.'}”</span>
          </Note>
        )}
        {draft.stages.map((stage, i) => (
          <StageFields
            key={stage.id}
            nth={i + 1}
            stage={stage}
            names={counts.data?.names ?? []}
            readOnly={!planner}
            onChange={(next) => setDraft({ ...draft, stages: draft.stages.map((one, k) => (k === i ? next : one)) })}
            onRemove={() => setDraft({ ...draft, stages: draft.stages.filter((_, k) => k !== i) })}
          />
        ))}
        {planner && (
          <div className={css.buttons}>
            <Button
              onPress={() =>
                setDraft({
                  ...draft,
                  stages: [
                    ...draft.stages,
                    {
                      id: `stage-${draft.stages.length + 1}-${draft.stages.map(({ id }) => id).join('').length}`,
                      name: '',
                      words: '',
                      side: 'sales',
                      signs: [{ sign: 'stage', names: [] }],
                    },
                  ],
                })
              }
            >
              Add a stage
            </Button>
          </div>
        )}
        <SkipField value={draft.skipped} readOnly={!planner} onChange={(skipped) => setDraft({ ...draft, skipped })} />
        {planner && <DateField label="In force from" value={draft.since} onChange={(since) => since && setDraft({ ...draft, since })} />}
      </section>
      <section aria-labelledby="stage-counts" className={css.side}>
        <h2 id="stage-counts">What it counts</h2>
        <Counts counts={counts.data} draft={changed || proposal !== null} />
        {proposal && !changed && <SignProposal proposal={proposal} />}
        {may('stages/propose') && !writing && (
          <div className={css.buttons}>
            <Button onPress={() => setWriting(true)}>{proposal ? 'Propose other words' : 'Propose other definitions'}</Button>
          </div>
        )}
        {planner && (!proposal || changed) && (
          <div className={css.buttons}>
            <Button kind="primary" forbid={changed || inForce === null ? null : 'Change a definition first'} onPress={() => setWhy(true)}>
              Propose these definitions
            </Button>
            {changed && <Button onPress={() => setDraft(start)}>Back</Button>}
          </div>
        )}
        <Versions />
        {stages && (
          <>
            <h2>Who decided what</h2>
            <History thing="stage-rules" most={8} />
          </>
        )}
      </section>
      {why && (
        <WhyDialog
          title="Propose stage definitions"
          does="Propose"
          onClose={() => setWhy(false)}
          onWhy={(id, note) => {
            const answer = ask([{ type: 'stages/propose', rules: draft, why: id }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p className="mut sm">Marketing and sales sign them; until both have, nothing changes.</p>
        </WhyDialog>
      )}
    </div>
  );
};
