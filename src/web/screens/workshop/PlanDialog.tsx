import { useState } from 'react';
import { USUAL, type WorkshopKind } from '../../../domain/workshop/agenda.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { quarterAfter, quarterOf } from '../../../kernel/fiscal.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { minutesOf } from '../../../views/workshop/steps.ts';
import { tally } from '../../../views/words/format.ts';
import { guestLines, WhomToAsk } from './WhomToAsk.tsx';
import { dayBefore, instantOf } from './moment.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';

const KINDS = [
  { value: 'planning', text: 'Planning', small: 'Sort what was asked for until it fits' },
  { value: 'collaborative', text: 'Collaborative', small: 'Guidepoint, ideas, the smallest launch' },
] as const;

/** Planning a workshop: what for, when, who, and what everybody writes before it. */
export const PlanDialog = ({ onClose }: { readonly onClose: (made: string | null) => void }) => {
  const { id: company, company: settings, today, book, me } = useCompany();
  const next = quarterAfter(settings.fiscal, quarterOf(settings.fiscal, today).id, 1).id;
  const members = Object.entries(book.company.get('company')!.members).flatMap(([id, m]) =>
    m.left || m.role === 'viewer' || id === me ? [] : [id as PersonId],
  );
  const [kind, setKind] = useState<WorkshopKind>('planning');
  const [title, setTitle] = useState(`Workshop for ${next}`);
  const [purpose, setPurpose] = useState('');
  const [period, setPeriod] = useState(next);
  const [on, setOn] = useState<Day | null>(addDays(today, 7));
  const [time, setTime] = useState('10:00');
  const [who, setWho] = useState<readonly PersonId[]>(members);
  const [guests, setGuests] = useState('');
  const [prework, setPrework] = useState(true);
  const [named, setNamed] = useState(false);
  const doing = useDoing(async () => {
    const { id } = await call('workshop plan', {
      company,
      title,
      purpose,
      kind,
      period,
      starts: instantOf(settings.zone, on ?? today, time),
      people: [...who, ...guestLines(guests)],
      named,
      ...(prework && on && { prework: dayBefore(on, today) }),
    });
    onClose(id);
  });
  const missing = title.trim() === '' || purpose.trim() === '' || on === null;
  return (
    <Dialog
      title="Plan a workshop"
      opened
      wide
      onClose={() => onClose(null)}
      onSubmit={() => !missing && doing.run()}
      foot={
        <Button kind="primary" submit busy={doing.busy} forbid={missing ? 'It needs a title, a purpose and a day' : null}>
          Plan it and ask {tally(who.length + 1 + guestLines(guests).length, 'person', 'people')} in
        </Button>
      }
    >
      <ChoiceField<WorkshopKind> label="Kind" value={kind} onChange={setKind} options={KINDS} />
      <TextField label="Title" value={title} onChange={setTitle} maxLength={80} />
      <WordsField label="What should be different afterwards?" value={purpose} onChange={setPurpose} maxLength={1000} />
      <TextField label="Quarter it is about" value={period} onChange={setPeriod} maxLength={7} />
      <DateField label="Day" value={on} onChange={setOn} earliest={today} />
      <TextField label={`Begins at (${settings.zone})`} value={time} onChange={setTime} maxLength={5} />
      <WhomToAsk members={members} chosen={who} onChoose={setWho} guests={guests} onGuests={setGuests} />
      <CheckField checked={prework} onChange={setPrework}>
        Ask everybody beforehand for start, stop, keep, and for opportunities and threats
      </CheckField>
      <CheckField checked={named} onChange={setNamed}>
        Show cards with the name of who wrote them
      </CheckField>
      <p>
        {USUAL[kind].length} steps, {minutesOf(USUAL[kind])} minutes: {USUAL[kind].map((phase) => phase.title).join(' · ')}. Order, minutes
        and steps can be changed afterwards.
      </p>
      {doing.problem && <ErrorInPlace problem={doing.problem} />}
    </Dialog>
  );
};
