import { useState } from 'react';
import { participant, type Workshop } from '../../../domain/workshop/workshop.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { ShownOnce } from '../settings/ShownOnce.tsx';
import { guestLines, WhomToAsk } from './WhomToAsk.tsx';

/** Asking more people in, members and guests. Each gets a link of his own. */
export const InviteDialog = ({ workshop, onClose }: { readonly workshop: Workshop; readonly onClose: () => void }) => {
  const { id: company, book, people } = useCompany();
  const members = Object.entries(book.company.get('company')!.members).flatMap(([id, member]) =>
    member.left || participant(workshop, id as PersonId) ? [] : [id as PersonId],
  );
  const [who, setWho] = useState<readonly PersonId[]>([]);
  const [guests, setGuests] = useState('');
  const [links, setLinks] = useState<readonly { readonly name: string; readonly link: string }[] | null>(null);
  const asked = [...who, ...guestLines(guests)];
  const doing = useDoing(async () => {
    const given: { readonly name: string; readonly link: string }[] = [];
    for (const person of asked) {
      const { link } = await call('workshop invite', { company, workshop: workshop.id, person });
      given.push({ name: people.get(person)?.name ?? person, link });
    }
    setLinks(given);
  });
  if (links !== null)
    return (
      <Dialog
        title={`${tally(links.length, 'person is', 'people are')} asked in`}
        opened
        onClose={onClose}
        onSubmit={onClose}
        foot={
          <Button kind="primary" submit>
            Done
          </Button>
        }
      >
        <p>Whoever has an address here is written to. Each link is for one person alone.</p>
        {links.map(({ name, link }) => (
          <ShownOnce key={link} label={`Link of ${name}`} value={link} />
        ))}
      </Dialog>
    );
  return (
    <Dialog
      title={`Ask more people into “${workshop.title}”`}
      opened
      onClose={onClose}
      onSubmit={() => asked.length > 0 && doing.run()}
      foot={
        <Button kind="primary" submit busy={doing.busy} forbid={asked.length === 0 ? 'Choose or name somebody' : null}>
          {asked.length === 0 ? 'Ask in' : `Ask ${tally(asked.length, 'person', 'people')} in`}
        </Button>
      }
    >
      <WhomToAsk members={members} chosen={who} onChoose={setWho} guests={guests} onGuests={setGuests} />
      {doing.problem && <ErrorInPlace problem={doing.problem} />}
    </Dialog>
  );
};
