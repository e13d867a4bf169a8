import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { NoteId, PersonId } from '../../../kernel/ids.ts';
import { datesOf } from '../../../views/intake/dates.ts';
import { alreadyAsked, standsAs } from '../../../views/intake/inbox.ts';
import { orderOf } from '../../../views/work/backlog.ts';
import { missing, useDraft, type Draft } from '../../ask/draft.ts';
import { IfAccepted } from '../../ask/IfAccepted.tsx';
import { RequestForm } from '../../ask/RequestForm.tsx';
import { Head } from '../../components/Head.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import css from './AskScreen.module.css';
import { useLooking } from './use-looking.ts';

/** The form within the app: by it members ask, and write down what somebody asked them. */
export const AskScreen = () => {
  const { id: company, book, me, may, ask, nameOf, today } = useCompany();
  const [, go] = useLocation();
  const [draft, change, clear] = useDraft(`lockstep:ask:${company}:${me}`);
  const [by, setBy] = useState<PersonId>(me);
  const [errors, setErrors] = useState<{ readonly [F in keyof Draft]?: string }>({});
  const [refused, setRefused] = useState<string | null>(null);
  const looking = useLooking();
  const queue = useMemo(() => {
    const dates = datesOf(book, today);
    const order = orderOf(book);
    const known = order.flatMap((item, i) => {
      const sure = dates.of(item);
      return sure ? [{ place: i + 1, ...sure }] : [];
    });
    return { queue: known.length > 0 ? { place: order.length + 1, dates: known } : null, why: dates.why };
  }, [book, today]);
  const twins = useMemo(
    () => alreadyAsked(looking, `${draft.result} ${draft.whom} ${draft.tactic}`),
    [looking, draft.result, draft.whom, draft.tactic],
  );
  if (!may('request/receive'))
    return <Head title="Viewers do not ask for work here." sub="Use a share link, or ask an owner of the company for another role." />;

  const send = (): void => {
    const gaps = missing(draft);
    setErrors(gaps);
    if (Object.keys(gaps).length > 0) return;
    const notes: { id: NoteId; text: string }[] = [];
    const noted = (text: string): NoteId | null => {
      if (text.trim() === '') return null;
      const note = { id: newId('n'), text: text.trim() };
      notes.push(note);
      return note.id;
    };
    const id = newId('q');
    const answer = ask(
      [
        {
          type: 'request/receive',
          id,
          form: null,
          by,
          on: today,
          result: noted(draft.result)!,
          whom: noted(draft.whom),
          due: draft.due === '' ? null : draft.due,
          later: noted(draft.later),
          proof: noted(draft.proof),
          tactic: noted(draft.tactic),
        },
      ],
      { notes },
    );
    if (!answer.ok) return setRefused(answer.words);
    clear();
    say({ kind: 'done', text: 'Received. It waits for a decision.' });
    go(`/work/requests/${id}`);
  };
  return (
    <>
      <Head
        title="What result do you need?"
        sub="Say what should be different afterwards. How we get there comes last, and is decided together."
      />
      <div className={css.two}>
        <div>
          {may('request/accept') && (
            <PersonField label="Who asks" clearable={false} value={by} onChange={(person) => setBy(person ?? me)} />
          )}
          <RequestForm
            draft={draft}
            onChange={change}
            errors={errors}
            onSend={send}
            busy={false}
            problem={refused && <Note kind="off">{refused}</Note>}
            as={`As ${nameOf(by)}.`}
            stranger={false}
            mails={false}
          />
        </div>
        <aside className={css.side}>
          <IfAccepted {...queue} due={draft.due} today={today} />
          {twins.length > 0 && (
            <>
              <h2>Someone asked for something close</h2>
              <ul>
                {twins.map((twin) => (
                  <li key={twin.request.id}>
                    <p>
                      <Link className="lnk" href={`/work/requests/${twin.request.id}`}>
                        {twin.request.ref}
                      </Link>{' '}
                      <span className="agreed">{twin.title}</span>
                      <br />
                      <span className="dim">{standsAs({ book, today }, twin.request)}</span>
                    </p>
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2>What happens next</h2>
          <p>It is accepted, joined, deferred or declined, always with a reason.</p>
        </aside>
      </div>
    </>
  );
};
