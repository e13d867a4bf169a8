import { useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { RoleSeats } from './RoleSeats.tsx';

/** Changes what a member may do and sign for, or lets them go. */
export const MemberDialog = ({ person, onClose }: { readonly person: PersonId; readonly onClose: () => void }) => {
  const { company, nameOf, ask } = useCompany();
  const member = company.members[person]!;
  const [role, setRole] = useState(member.role);
  const [seats, setSeats] = useState(member.seats);
  const [refused, setRefused] = useState<string | null>(null);
  const commands: Command[] = [
    ...(role !== member.role ? [{ type: 'company/give-role', person, role } as const] : []),
    ...(JSON.stringify([...seats].toSorted()) !== JSON.stringify([...member.seats].toSorted())
      ? [{ type: 'company/give-seats', person, seats } as const]
      : []),
  ];
  const rule = useRule(commands);
  const leave: Command = { type: 'company/remove-member', person };
  const stay = useRule([leave]);
  const decide = (asked: readonly Command[], done: string): void => {
    const answer = ask(asked);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: done });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={nameOf(person)}
      onSubmit={() => commands.length > 0 && !rule && decide(commands, `${nameOf(person)} is changed.`)}
      foot={
        <>
          <Button kind="grave" forbid={stay} onPress={() => decide([leave], `${nameOf(person)} left ${company.name}.`)}>
            Remove
          </Button>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={commands.length === 0 ? 'Nothing is changed yet' : rule}>
            Save changes
          </Button>
        </>
      }
    >
      <RoleSeats role={role} seats={seats} onRole={setRole} onSeats={setSeats} />
      <p className="dim sm">What {nameOf(person)} signed stays on record.</p>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
