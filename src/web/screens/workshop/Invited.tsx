import type { ReactNode } from 'react';
import { present, type Workshop } from '../../../domain/workshop/workshop.ts';
import { dayWords, tally } from '../../../views/words/format.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Head } from '../../components/Head.tsx';
import { Status } from '../../components/Status.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { say } from '../../state/toasts.ts';
import css from './Invited.module.css';

/** Preparation: who is asked in and has written, the agenda with its minutes, links and reminders. */
export const Invited = ({ workshop, before }: { readonly workshop: Workshop; readonly before?: ReactNode }) => {
  const { id: company, me, may, ask, nameOf, today, company: settings } = useCompany();
  const people = present(workshop);
  const waiting = people.filter(({ sent }) => sent === null);
  const leads = workshop.facilitator === me;
  const plans = may('workshop/plan');
  const remind = useDoing(async () => {
    const { reminded, mails, without } = await call('workshop remind', { company, workshop: workshop.id });
    say({
      kind: 'done',
      text: mails
        ? `${tally(reminded.length - without.length, 'person was', 'people were')} written to.`
        : 'Noted; this server sends no mail, so hand them their links.',
    });
  });
  const open = (): void => void ask([{ type: 'workshop/open', id: workshop.id }]);
  return (
    <>
      <Head
        title={
          workshop.prework && waiting.length > 0
            ? `${tally(waiting.length, 'person has', 'people have')} not written yet.`
            : `“${workshop.title}” is prepared.`
        }
        sub={`${workshop.purpose} ${dayWords(dayIn(settings.zone, workshop.starts), today)}, led by ${nameOf(workshop.facilitator)}.`}
        actions={
          <>
            {workshop.prework && plans && (
              <Button busy={remind.busy} onPress={remind.run} forbid={waiting.length === 0 ? 'Everybody has written' : null}>
                Remind those who have not
              </Button>
            )}
            <Button kind="primary" onPress={open} forbid={leads ? null : 'Its facilitator opens it'}>
              Open the room
            </Button>
          </>
        }
      />
      {remind.problem && <ErrorInPlace problem={remind.problem} />}
      <div className={css.two}>
        <section aria-label="People">
          <h2>People</h2>
          <ul className={css.people}>
            {people.map(({ person, guest, sent, remindedAt }) => (
              <li key={person}>
                <span>
                  {nameOf(person)}
                  <small>
                    {guest ? 'guest' : ''}
                    {person === workshop.facilitator ? ' leads' : ''}
                    {remindedAt && !sent ? ` reminded ${dayWords(dayIn(settings.zone, remindedAt), today)}` : ''}
                  </small>
                </span>
                {workshop.prework &&
                  (sent ? <Status kind="on">{tally(sent.cards, 'card')}</Status> : <Status kind="early">not yet</Status>)}
                {plans && <CopyLink workshop={workshop.id} person={person} name={nameOf(person)} />}
              </li>
            ))}
          </ul>
        </section>
        <section aria-label="Agenda">
          <h2>Agenda, {workshop.agenda.reduce((sum, { minutes }) => sum + minutes, 0)} minutes</h2>
          <ol className={css.agenda}>
            {workshop.agenda.map(({ title, minutes }, n) => (
              <li key={`${n}-${title}`}>
                <span>{title}</span>
                <span>{minutes}</span>
              </li>
            ))}
          </ol>
        </section>
      </div>
      {before && <section className={css.mine}>{before}</section>}
    </>
  );
};

const CopyLink = ({ workshop, person, name }: { readonly workshop: string; readonly person: string; readonly name: string }) => {
  const { id: company } = useCompany();
  const doing = useDoing(async () => {
    const { link } = await call('workshop link', { company, workshop, person });
    await navigator.clipboard.writeText(link);
    say({ kind: 'done', text: `The link of ${name} is copied. It is his alone.` });
  });
  return (
    <Button kind="quiet" busy={doing.busy} onPress={doing.run}>
      Copy link
    </Button>
  );
};
