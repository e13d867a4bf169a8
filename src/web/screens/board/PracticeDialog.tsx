import { useState } from 'react';
import {
  ICE_VARIANTS,
  practiceOf,
  QUESTIONS,
  SHIRTS,
  shirtDays,
  type IceVariant,
  type ShirtDays,
} from '../../../domain/backlog/practice.ts';
import type { Command } from '../../../domain/book.ts';
import { days, list } from '../../../views/words/format.ts';
import { suggestedDays, suggestion } from '../../../views/work/calibration.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';

type Days = { readonly [S in keyof ShirtDays]: number | null };

/** How this company runs its Backlog: limits, questions, the ICE it scores by, what t-shirt sizes mean. */
export const PracticeDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { book, ask, may } = useCompany();
  const now = practiceOf(book);
  const limitOf = (column: 'started' | 'waiting'): number | null =>
    now.limits.find((l) => l.team === null && l.column === column)?.most ?? null;
  const [started, setStarted] = useState(limitOf('started'));
  const [waiting, setWaiting] = useState(limitOf('waiting'));
  const [ready, setReady] = useState(now.readyToStart);
  const [ice, setIce] = useState<IceVariant>(now.ice);
  const [question, setQuestion] = useState('');
  const [shirts, setShirts] = useState<Days>(shirtDays(now, null) ?? { S: null, M: null, L: null, XL: null });
  const [refused, setRefused] = useState<string | null>(null);
  const suggested = suggestedDays(book, null);
  const whole = suggestion(suggested);
  const filled = SHIRTS.every((size) => shirts[size] !== null);
  const some = SHIRTS.some((size) => shirts[size] !== null);
  const save = (): void => {
    const commands: Command[] = [
      ...(started !== limitOf('started') ? [{ type: 'practice/limit', team: null, column: 'started', most: started } as const] : []),
      ...(waiting !== limitOf('waiting') ? [{ type: 'practice/limit', team: null, column: 'waiting', most: waiting } as const] : []),
      ...(ready !== now.readyToStart ? [{ type: 'practice/rule-readiness', readyToStart: ready } as const] : []),
      ...(ice !== now.ice ? [{ type: 'practice/choose-ice', ice } as const] : []),
      ...(question.trim() !== ''
        ? [{ type: 'practice/add-question', question: slug(question, now.questions.length), text: question } as const]
        : []),
      ...(filled ? [{ type: 'practice/calibrate', team: null, days: shirts as ShirtDays } as const] : []),
    ];
    if (commands.length === 0) return onClose();
    const answer = ask(commands);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  const forbid = !may('practice/limit')
    ? 'Only owners and marketers change how the Backlog is run'
    : some && !filled
      ? 'Give all four sizes, or none'
      : null;
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="How we work"
      onSubmit={save}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={forbid}>
            Keep it
          </Button>
        </>
      }
    >
      <Columns>
        <NumberField
          label="At most in progress"
          optional
          hint="More needs a reason, which is kept."
          value={started}
          onChange={setStarted}
        />
        <NumberField label="At most waiting" optional value={waiting} onChange={setWaiting} />
      </Columns>
      <CheckField checked={ready} onChange={setReady}>
        Work starts only when every question is answered
      </CheckField>
      <TextField
        label="Ask of every item"
        optional
        hint={`Asked already: ${list(now.questions.map((q) => q.text))}`}
        value={question}
        onChange={setQuestion}
        maxLength={200}
      />
      {now.questions.length > QUESTIONS.length && (
        <p className="sm">
          {now.questions.slice(QUESTIONS.length).map((q) => (
            <button
              key={q.id}
              type="button"
              className="lnk"
              onClick={() => {
                const answer = ask([{ type: 'practice/drop-question', question: q.id }]);
                if (!answer.ok) setRefused(answer.words);
              }}
            >
              No longer ask “{q.text}”
            </button>
          ))}
        </p>
      )}
      <ChoiceField
        label="ICE is impact × confidence × …"
        value={ice}
        onChange={setIce}
        options={ICE_VARIANTS.map((variant) => ({
          value: variant,
          text: variant === 'ease' ? 'Ease' : 'Effort',
          small: variant === 'ease' ? '10 is done in a day (S. Ellis)' : '10 is hardly any effort. Scores of the two are not compared.',
        }))}
      />
      <Columns>
        {SHIRTS.map((size) => (
          <NumberField
            key={size}
            label={`${size} means`}
            unit="days"
            value={shirts[size]}
            onChange={(value) => setShirts({ ...shirts, [size]: value })}
          />
        ))}
      </Columns>
      <p className="sm mut">
        {suggested.some((s) => s.n > 0)
          ? `Finished items took, by their size: ${list(suggested.filter((s) => s.n > 0).map((s) => `${s.shirt} ${s.days === null ? `too few to say (${s.n})` : days(s.days)}`))}.`
          : 'Once items with t-shirt sizes are finished, what they took is suggested here.'}{' '}
        {whole && (
          <button type="button" className="lnk" onClick={() => setShirts(whole)}>
            Take these
          </button>
        )}
      </p>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};

/** A short name for a question, from its words. */
const slug = (text: string, n: number): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-$/, '') || `question-${n + 1}`;
