import type { ReactNode } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { present, type Workshop } from '../../../domain/workshop/workshop.ts';
import { dayLong, quarterWords, tally } from '../../../views/words/format.ts';
import { minutesOf } from '../../../views/workshop/steps.ts';
import { dayIn, localTime } from '../../../kernel/zone.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Head } from '../../components/Head.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { say } from '../../state/toasts.ts';
import { AgendaDialog } from './AgendaDialog.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { InvitedPeople } from './InvitedPeople.tsx';
import css from './Invited.module.css';

/** Preparation: who is asked in and has written, the agenda with its minutes, links and reminders. */
export const Invited = ({ workshop, before }: { readonly workshop: Workshop; readonly before?: ReactNode }) => {
  const { id: company, me, may, ask, nameOf, company: settings } = useCompany();
  const [, go] = useLocation();
  const [search] = useSearchParams();
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
  const home = `/agree/workshops/${workshop.id}`;
  const to = (what: string) => (): void => go(`${home}?do=${what}`);
  const back = (): void => go(home);
  const does = search.get('do');
  const mayAgenda = plans || leads;
  useKey('e', 'Change the agenda', to('agenda'), mayAgenda);
  return (
    <>
      <Head
        title={
          workshop.prework && waiting.length > 0
            ? `${tally(waiting.length, 'person has', 'people have')} not written yet.`
            : `“${workshop.title}” is prepared.`
        }
        sub={`${dayLong(dayIn(settings.zone, workshop.starts))}, ${localTime(settings.zone, workshop.starts).slice(11, 16)} (${settings.zone}), ${minutesOf(workshop.agenda)} minutes for ${quarterWords(workshop.period)}, led by ${nameOf(workshop.facilitator)}.`}
        actions={
          <>
            {plans && <Button onPress={to('change')}>Change</Button>}
            {workshop.prework && plans && (
              <Button busy={remind.busy} onPress={remind.run} forbid={waiting.length === 0 ? 'Everybody has written' : null}>
                Remind those who have not
              </Button>
            )}
            <Button kind="primary" onPress={open} forbid={leads ? null : `${nameOf(workshop.facilitator)} leads it and opens it`}>
              Open the room
            </Button>
          </>
        }
      />
      <p className={`agreed ${css.purpose}`}>{workshop.purpose}</p>
      {remind.problem && <ErrorInPlace problem={remind.problem} />}
      <div className={css.two}>
        <section aria-label="People">
          <h2>
            People, {people.length}
            {plans && (
              <Button kind="quiet" onPress={to('invite')}>
                Ask more in
              </Button>
            )}
          </h2>
          <InvitedPeople workshop={workshop} plans={plans} />
        </section>
        <section aria-label="Agenda">
          <h2>
            Agenda, {minutesOf(workshop.agenda)} minutes
            {mayAgenda && (
              <Button kind="quiet" onPress={to('agenda')}>
                Change the agenda
              </Button>
            )}
          </h2>
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
      {plans && (
        <p className={css.cancel}>
          <Button kind="quiet" onPress={to('cancel')}>
            Cancel this workshop
          </Button>
        </p>
      )}
      {does === 'agenda' && mayAgenda && <AgendaDialog workshop={workshop} onClose={back} />}
      {does === 'change' && plans && <ChangeDialog workshop={workshop} onClose={back} />}
      {does === 'invite' && plans && <InviteDialog workshop={workshop} onClose={back} />}
      {does === 'cancel' && plans && (
        <WhyDialog
          title={`Cancel “${workshop.title}”`}
          does="Cancel the workshop"
          onClose={back}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'workshop/cancel', id: workshop.id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p>What people have written stays their own: nobody reads it. Their links end, and everybody hears why.</p>
        </WhyDialog>
      )}
    </>
  );
};
