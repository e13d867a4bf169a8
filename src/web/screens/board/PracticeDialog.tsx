import { useState } from 'react';
import { ICE_VARIANTS, practiceOf, QUESTIONS, type IceVariant } from '../../../domain/backlog/practice.ts';
import type { Command } from '../../../domain/book.ts';
import type { TeamId } from '../../../kernel/ids.ts';
import { list } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { halfCalibrated, practiceCommands, TeamPractice, teamPractice, type TeamValues } from './TeamPractice.tsx';

type Props = {
  /** The team that is looked at first; null: everybody. */
  readonly first?: TeamId | null;
  readonly onClose: () => void;
};
const EVERYBODY = 'everybody';

/** How this company runs its Backlog: limits, questions, the ICE it scores by, what t-shirt sizes mean. */
export const PracticeDialog = ({ first = null, onClose }: Props) => {
  const { book, ask, may } = useCompany();
  const now = practiceOf(book);
  const [team, setTeam] = useState(first);
  const [typed, setTyped] = useState<ReadonlyMap<TeamId | null, TeamValues>>(new Map());
  const [ready, setReady] = useState(now.readyToStart);
  const [ice, setIce] = useState<IceVariant>(now.ice);
  const [question, setQuestion] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const teams = [...book.team.values()].filter((t) => !t.retired);
  const save = (): void => {
    const commands: Command[] = [
      ...[...typed].flatMap(([of, values]) => practiceCommands(book, of, values)),
      ...(ready !== now.readyToStart ? [{ type: 'practice/rule-readiness', readyToStart: ready } as const] : []),
      ...(ice !== now.ice ? [{ type: 'practice/choose-ice', ice } as const] : []),
      ...(question.trim() !== ''
        ? [{ type: 'practice/add-question', question: slug(question, now.questions.length), text: question } as const]
        : []),
    ];
    if (commands.length === 0) return onClose();
    const answer = ask(commands);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  const forbid = !may('practice/limit')
    ? 'Only owners and marketers change how the Backlog is run'
    : [...typed.values()].some(halfCalibrated)
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
      {teams.length > 0 && (
        <SelectField
          label="Limits and sizes of"
          value={team ?? EVERYBODY}
          onChange={(chosen) => setTeam(chosen === null || chosen === EVERYBODY ? null : (chosen as TeamId))}
          choices={[{ value: EVERYBODY, label: 'Everybody' }, ...teams.map((t) => ({ value: t.id as string, label: t.name }))]}
        />
      )}
      <TeamPractice
        key={team}
        team={team}
        values={typed.get(team) ?? teamPractice(book, team)}
        onChange={(values) => setTyped(new Map([...typed, [team, values]]))}
      />
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
