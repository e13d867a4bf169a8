import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { present, type Participant, type Workshop } from '../../../domain/workshop/workshop.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { dayWords, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Status } from '../../components/Status.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { say } from '../../state/toasts.ts';
import css from './Invited.module.css';

/** Who is asked in, who has written, and the link of each; whoever plans gives links and takes them back. */
export const InvitedPeople = ({ workshop, plans }: { readonly workshop: Workshop; readonly plans: boolean }) => (
  <ul className={css.people}>
    {present(workshop).map((asked) => (
      <Person key={asked.person} workshop={workshop} asked={asked} plans={plans} />
    ))}
  </ul>
);

type Props = { readonly workshop: Workshop; readonly asked: Participant; readonly plans: boolean };

const Person = ({ workshop, asked: { person, guest, sent, remindedAt }, plans }: Props) => {
  const { id: company, ask, nameOf, today, company: settings } = useCompany();
  const [shown, setShown] = useState<string | null>(null);
  const name = nameOf(person);
  const leads = person === workshop.facilitator;
  const give = async (renew: boolean): Promise<void> => {
    const { link } = await call('workshop link', { company, workshop: workshop.id, person, renew });
    const kept = await copied(link);
    // Without a clipboard (a house that is not served over TLS) the link stands here to be copied by hand.
    setShown(kept ? null : link);
    if (kept)
      say({ kind: 'done', text: renew ? `Another link for ${name} is copied; the old one ended.` : `The link of ${name} is copied.` });
  };
  const copy = useDoing(() => give(false));
  const renew = useDoing(() => give(true));
  const problem = copy.problem ?? renew.problem;
  const small = [
    guest && 'guest',
    leads && 'leads',
    remindedAt && !sent && `reminded ${dayWords(dayIn(settings.zone, remindedAt), today)}`,
  ];
  return (
    <li>
      <span>
        {name}
        <small>{small.filter(Boolean).join(', ')}</small>
      </span>
      {workshop.prework && (sent ? <Status kind="on">{tally(sent.cards, 'card')}</Status> : <Status kind="early">not yet</Status>)}
      {plans && (
        <span className={css.links}>
          <Button kind="quiet" busy={copy.busy} onPress={copy.run}>
            Copy link
          </Button>
          <Menu position="bottom-end" width={220}>
            <Menu.Target>
              <button type="button" className={css.more} aria-label={`More about ${name}`}>
                <IconDots size={16} stroke={1.6} aria-hidden="true" />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={renew.run}>Give another link; the old one ends</Menu.Item>
              {!leads && !guest && (
                <Menu.Item onClick={() => void ask([{ type: 'workshop/hand-over', id: workshop.id, person }])}>
                  Let {name} lead it
                </Menu.Item>
              )}
              {!leads && (
                <Menu.Item onClick={() => void ask([{ type: 'workshop/uninvite', id: workshop.id, person }])}>
                  Take the invitation back
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </span>
      )}
      {shown && (
        <input className={css.link} aria-label={`Link of ${name}`} readOnly value={shown} onFocus={(event) => event.target.select()} />
      )}
      {problem && <p className={css.fault}>{problem.text}</p>}
    </li>
  );
};

const copied = (text: string): Promise<boolean> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => true,
      () => false,
    );
