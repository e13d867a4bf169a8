import { useState } from 'react';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { computedScore, scoreText } from '../../../views/agree/scored.ts';
import { momentWords } from '../../../views/agree/signed.ts';
import { dayLong } from '../../../views/words/format.ts';
import { valueFull } from '../../../views/words/values.ts';
import { Button } from '../../components/Button.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { ValueField } from '../../components/fields/ValueField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { ScoreLine } from '../strategy/ScoreLine.tsx';
import css from './Confidence.module.css';
import { useOutcomesNow } from './use-outcomes-now.ts';

/** How far it came, from 0.0 to 1.0, once it is due: looking back. */
export const Score = ({ outcome }: { readonly outcome: Outcome }) => {
  const { book, today, nameOf, noteOf, company, may } = useCompany();
  const [scoring, setScoring] = useState(false);
  const { scored, due, retired } = outcome;
  // Whether it is due decides the domain's clock; who may score, the roles.
  const early = useRule([{ type: 'outcome/score', id: outcome.id, value: null, score: 0, note: 'n_x' }]);
  if (due > today)
    return (
      <section>
        <h3>Score, looking back</h3>
        <p className="mut">On {dayLong(due, today)} it is scored from 0.0 to 1.0 by how far it came.</p>
      </section>
    );
  return (
    <section>
      <h3>Score, looking back</h3>
      <p className={css.score}>
        <ScoreLine outcome={outcome} />
      </p>
      {scored && (
        <p className="dim xs">
          {nameOf(scored.by)}, {momentWords({ book, today }, scored.at)}
          {scored.value === null ? ', in words' : `, from a final ${valueFull(scored.value, outcome.metric.unit, company.currency)}`}.
          {scored.note && noteOf(scored.note) && <span className={`agreed ${css.words}`}>“{noteOf(scored.note)}”</span>}
        </p>
      )}
      {scoring ? (
        <ScoreForm outcome={outcome} onDone={() => setScoring(false)} />
      ) : (
        !retired && (
          <p className={css.act}>
            <Button
              size="small"
              onPress={() => setScoring(true)}
              forbid={may('outcome/score') ? early : 'Owners and marketers score outcomes'}
            >
              {scored ? 'Score it anew' : 'Score it'}
            </Button>
          </p>
        )
      )}
    </section>
  );
};

const ScoreForm = ({ outcome, onDone }: { readonly outcome: Outcome; readonly onDone: () => void }) => {
  const { company, ask } = useCompany();
  const { of } = useOutcomesNow();
  const [value, setValue] = useState<number | null>(outcome.scored?.value ?? of(outcome.id)?.value ?? null);
  const [judged, setJudged] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const { score, how } = computedScore(outcome, value, company.currency);
  const missing =
    score !== null ? null : judged === null ? 'Give a score from 0.0 to 1.0' : words.trim() === '' ? 'Say how you came to it' : null;
  const go = (): void => {
    if (missing) return;
    const note = words.trim() === '' ? null : { id: newId('n'), text: words.trim() };
    const answer = ask([{ type: 'outcome/score', id: outcome.id, value, score: score === null ? judged : null, note: note?.id ?? null }], {
      notes: note ? [note] : [],
    });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: 'Scored.' });
    onDone();
  };
  return (
    <div className={css.form}>
      <Form onSubmit={go}>
        <ValueField
          label="What was the final value?"
          hint={outcome.metric.kind === 'measured' ? 'As the facts say today; correct it where you know better.' : undefined}
          optional
          unit={outcome.metric.unit}
          currency={company.currency}
          value={value}
          onChange={setValue}
        />
        {score === null ? (
          <NumberField label="Score, 0.0 to 1.0" hint={how} value={judged} onChange={setJudged} />
        ) : (
          <p>
            That is <b className="num">{scoreText(score)}</b>. <span className="mut">{how}</span>
          </p>
        )}
        <WordsField label="In your words" optional={score !== null} value={words} onChange={setWords} />
        {refused && <Note kind="off">{refused}</Note>}
        <div className={css.buttons}>
          <Button kind="primary" size="small" submit forbid={missing}>
            Record the score
          </Button>
          <Button kind="quiet" size="small" onPress={onDone}>
            Cancel
          </Button>
        </div>
      </Form>
    </div>
  );
};
