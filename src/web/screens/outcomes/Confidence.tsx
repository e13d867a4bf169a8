import { useState } from 'react';
import { latestConfidence, type Outcome } from '../../../domain/strategy/outcome.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import css from './Confidence.module.css';

const FIRST = 5;

/** How sure people are that the target will be reached: a dated belief, looking ahead. */
export const Confidence = ({ outcome }: { readonly outcome: Outcome }) => {
  const { today, nameOf, noteOf } = useCompany();
  const [saying, setSaying] = useState(false);
  const now = latestConfidence(outcome, today);
  const rule = useRule([{ type: 'outcome/state-confidence', id: outcome.id, percent: 50, on: today, note: null }]);
  const over = outcome.due < today;
  if (over && outcome.confidence.length === 0) return null;
  return (
    <section>
      <h3>Confidence, looking ahead</h3>
      {now ? (
        <p>
          <b className="num">{now.percent} %</b>, said {nameOf(now.by)} on {dayWords(now.on, today)}. A person’s belief, not a forecast.
        </p>
      ) : (
        <p className="mut">Nobody has said how sure they are.</p>
      )}
      {saying ? (
        <ConfidenceForm outcome={outcome} onDone={() => setSaying(false)} />
      ) : (
        !over &&
        !outcome.retired && (
          <p className={css.act}>
            <Button size="small" onPress={() => setSaying(true)} forbid={rule}>
              Say how confident you are
            </Button>
          </p>
        )
      )}
      <ol className={css.list}>
        {outcome.confidence
          .toReversed()
          .slice(0, FIRST)
          .map((c) => (
            <li key={`${c.at}${c.by}${c.on}`}>
              <time>{dayWords(c.on, today)}</time>
              <span className={css.bar} aria-hidden="true">
                <i style={{ width: `${c.percent}%` }} />
              </span>
              <b className="num">{c.percent} %</b>
              <span>
                {nameOf(c.by)}
                {c.note && noteOf(c.note) && <span className={`agreed ${css.words}`}>“{noteOf(c.note)}”</span>}
              </span>
            </li>
          ))}
      </ol>
    </section>
  );
};

const ConfidenceForm = ({ outcome, onDone }: { readonly outcome: Outcome; readonly onDone: () => void }) => {
  const { today, ask } = useCompany();
  const [percent, setPercent] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const go = (): void => {
    if (percent === null) return;
    const note = words.trim() === '' ? null : { id: newId('n'), text: words.trim() };
    const answer = ask([{ type: 'outcome/state-confidence', id: outcome.id, percent, on: today, note: note?.id ?? null }], {
      notes: note ? [note] : [],
    });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: 'Said.' });
    onDone();
  };
  return (
    <div className={css.form}>
      <Form onSubmit={go}>
        <NumberField
          label="How sure are you that it will be reached?"
          hint="0 certainly not, 50 even odds, 100 certain."
          unit="%"
          value={percent}
          onChange={setPercent}
        />
        <WordsField label="What makes you think so?" optional value={words} onChange={setWords} />
        {refused && <Note kind="off">{refused}</Note>}
        <div className={css.buttons}>
          <Button kind="primary" size="small" submit forbid={percent === null ? 'Say how sure you are' : null}>
            Say it
          </Button>
          <Button kind="quiet" size="small" onPress={onDone}>
            Cancel
          </Button>
        </div>
      </Form>
    </div>
  );
};
