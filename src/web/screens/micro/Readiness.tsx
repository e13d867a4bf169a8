import { useState } from 'react';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { QUESTIONS, type Question } from '../../../domain/campaign/micro.ts';
import { QUESTION_WORDS } from '../../../views/words/criteria.ts';
import { Button } from '../../components/Button.tsx';
import { Status } from '../../components/Status.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './Micro.module.css';

/** What must be known before people are bothered with it. */
export const Readiness = ({ campaign }: { readonly campaign: Campaign }) => {
  const { ask, may, noteOf } = useCompany();
  const [asked, setAsked] = useState<Question | null>(null);
  const { answers, started } = campaign.micro!;
  const open = QUESTIONS.filter((question) => !answers[question]);
  return (
    <section className={css.part}>
      <h2>{open.length === 0 ? 'Every readiness question is answered' : 'Before the start'}</h2>
      <ul className={css.checklist}>
        {QUESTIONS.map((question) => (
          <li key={question}>
            <div>
              <Status kind={answers[question] ? 'on' : 'early'}>{QUESTION_WORDS[question]}</Status>
              {answers[question] && <p className="agreed">{noteOf(answers[question])}</p>}
            </div>
            {may('campaign/answer') && !started && !campaign.retired && (
              <Button size="small" kind={answers[question] ? 'quiet' : 'plain'} onPress={() => setAsked(question)}>
                {answers[question] ? 'Reword' : 'Answer'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <WhyDialog
          title={QUESTION_WORDS[asked]}
          does="Answer"
          label="Answer"
          onClose={() => setAsked(null)}
          onWhy={(answer, note) => {
            const said = ask([{ type: 'campaign/answer', id: campaign.id, question: asked, answer }], { notes: [note] });
            return said.ok ? null : said.words;
          }}
        />
      )}
    </section>
  );
};
