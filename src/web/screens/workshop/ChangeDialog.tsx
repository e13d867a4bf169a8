import { useState } from 'react';
import { PREWORK } from '../../../domain/workshop/agenda.ts';
import type { Workshop, WorkshopCommand } from '../../../domain/workshop/workshop.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { dayIn, localTime } from '../../../kernel/zone.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { dayBefore, instantOf } from './moment.ts';

/** How long links stay open after the day. */
const DAYS_OPEN = 7;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What a workshop is for and when it is, before it opens; who is asked in hears of another time. */
export const ChangeDialog = ({ workshop, onClose }: { readonly workshop: Workshop; readonly onClose: () => void }) => {
  const { ask, company, today } = useCompany();
  const was = { on: dayIn(company.zone, workshop.starts), time: localTime(company.zone, workshop.starts).slice(11, 16) };
  const [title, setTitle] = useState(workshop.title);
  const [purpose, setPurpose] = useState(workshop.purpose);
  const [on, setOn] = useState<Day | null>(was.on);
  const [time, setTime] = useState(was.time);
  const [until, setUntil] = useState<Day | null>(workshop.prework?.until ?? null);
  const [prework, setPrework] = useState(workshop.prework !== null);
  const [refused, setRefused] = useState<string | null>(null);
  const missing =
    title.trim() === '' || purpose.trim() === '' || on === null
      ? 'It needs a title, a purpose and a day'
      : TIME.test(time)
        ? null
        : 'Write the time as 10:00';
  const keep = (): void => {
    if (missing || on === null) return;
    const { id } = workshop;
    const commands: WorkshopCommand[] = [{ type: 'workshop/reword', id, title, purpose }];
    if (on !== was.on || time !== was.time)
      commands.push({ type: 'workshop/reschedule', id, starts: instantOf(company.zone, on, time), linksUntil: addDays(on, DAYS_OPEN) });
    const asked = until ?? dayBefore(on, today);
    if (prework && asked !== workshop.prework?.until)
      commands.push({ type: 'workshop/ask-prework', id, topics: workshop.prework?.topics ?? PREWORK, until: asked });
    const answer = ask(commands);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  return (
    <Dialog
      title="What it is for, and when"
      opened
      onClose={onClose}
      onSubmit={keep}
      foot={
        <Button kind="primary" submit forbid={missing}>
          Keep this
        </Button>
      }
    >
      <TextField label="Title" value={title} onChange={setTitle} maxLength={80} />
      <WordsField label="What should be different afterwards?" value={purpose} onChange={setPurpose} maxLength={1000} />
      <DateField label="Day" value={on} onChange={setOn} earliest={today} />
      <TextField label={`Begins at (${company.zone})`} value={time} onChange={setTime} maxLength={5} />
      {workshop.prework === null && (
        <CheckField checked={prework} onChange={setPrework}>
          Ask everybody beforehand for start, stop, keep, and for opportunities and threats
        </CheckField>
      )}
      {prework && (
        <DateField
          label="Written by"
          value={until ?? (on && dayBefore(on, today))}
          onChange={setUntil}
          earliest={today}
          {...(on && { latest: on })}
        />
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
