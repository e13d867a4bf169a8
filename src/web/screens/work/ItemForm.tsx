import { useState } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import type { Command } from '../../../domain/book.ts';
import type { Day } from '../../../kernel/day.ts';
import type { TeamId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { PriorityField } from './PriorityField.tsx';

/** Changes to an item; together they land or not at all. */
export const ItemForm = ({ item, onDone }: { readonly item: Item; readonly onDone: () => void }) => {
  const { book, ask, noteOf, today } = useCompany();
  const { id } = item;
  const [title, setTitle] = useState(item.title);
  const [priority, setPriority] = useState(item.priority);
  const [owner, setOwner] = useState(item.owner);
  const [team, setTeam] = useState(item.team);
  const [size, setSize] = useState(item.sizeDays);
  const wasWhy = item.foundational ? noteOf(item.foundational) : '';
  const [why, setWhy] = useState(wasWhy);
  const [by, setBy] = useState(item.request?.by ?? null);
  const [on, setOn] = useState<Day | null>(item.request?.on ?? today);
  const wasWords = item.request ? noteOf(item.request.words) : '';
  const [words, setWords] = useState(wasWords);
  const [refused, setRefused] = useState<string | null>(null);

  const save = (): void => {
    const notes: { id: `n_${string}`; text: string }[] = [];
    const noted = (text: string): `n_${string}` => {
      const note = { id: newId('n'), text: text.trim() };
      notes.push(note);
      return note.id;
    };
    const asked =
      by !== null && on !== null && words.trim() !== '' && (by !== item.request?.by || on !== item.request?.on || words !== wasWords);
    const commands: Command[] = [
      ...(title !== item.title ? [{ type: 'item/retitle', id, title } as const] : []),
      ...(priority !== item.priority ? [{ type: 'item/link', id, priority } as const] : []),
      ...(owner !== null && owner !== item.owner ? [{ type: 'item/assign', id, owner } as const] : []),
      ...(team !== item.team ? [{ type: 'item/give-to-team', id, team } as const] : []),
      ...(size !== null && size !== item.sizeDays ? [{ type: 'item/size', id, sizeDays: size } as const] : []),
      ...(why.trim() !== '' && why !== wasWhy ? [{ type: 'item/justify', id, foundational: noted(why) } as const] : []),
      ...(asked
        ? [
            {
              type: 'item/record-request',
              id,
              request: { by, on, words: words === wasWords && item.request ? item.request.words : noted(words) },
            } as const,
          ]
        : []),
    ];
    if (commands.length === 0) return onDone();
    const answer = ask(commands, { notes });
    if (answer.ok) onDone();
    else setRefused(answer.words);
  };
  const teams = [...book.team.values()].filter((t) => !t.retired || t.id === item.team);
  return (
    <Form onSubmit={save}>
      <TextField label="Title" value={title} onChange={setTitle} maxLength={200} />
      <PriorityField label="Serves the priority" value={priority} onChange={setPriority} />
      <PersonField label="Owner" value={owner} onChange={setOwner} clearable={false} />
      {teams.length > 0 && (
        <SelectField
          label="Team"
          value={team}
          onChange={(chosen) => setTeam(chosen as TeamId | null)}
          choices={teams.map((t) => ({ value: t.id, label: t.name }))}
          placeholder="No team of its own"
          clearable
        />
      )}
      <NumberField label="Size" unit="days" value={size} onChange={setSize} />
      <WordsField label="Foundational because" optional value={why} onChange={setWhy} />
      <PersonField label="Asked for by" optional value={by} onChange={setBy} />
      {by && (
        <>
          <DateField label="Asked on" value={on} onChange={setOn} latest={today} />
          <WordsField label="In their words" value={words} onChange={setWords} />
        </>
      )}
      {refused && <Note kind="off">{refused}</Note>}
      <Button kind="primary" submit>
        Save changes
      </Button>
    </Form>
  );
};
