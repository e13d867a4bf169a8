import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Day } from '../../../kernel/day.ts';
import { capital, dayWords, plural, tally } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { Status } from '../../components/Status.tsx';
import { Table } from '../../components/Table.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { useFacts } from '../../state/facts.ts';
import { problemOf } from '../../state/problem.ts';
import { say } from '../../state/toasts.ts';
import { ShownOnce } from '../settings/ShownOnce.tsx';
import css from './RequestsScreen.module.css';

const STATES = { open: ['on', 'Open'], revoked: ['unknown', 'Closed'], expired: ['unknown', 'Over'] } as const;

/** The share links by which people without an account ask: made, counted, closed; and what their pages may show. */
export const LinksScreen = () => {
  const { id: company, company: here, may, today, ask } = useCompany();
  const queries = useQueryClient();
  const plans = may('form/make');
  const facts = useFacts('forms', {}, plans);
  const post = useFacts('post', {}, plans);
  const [making, setMaking] = useState(false);
  const [closing, setClosing] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['facts', company, 'forms'] });
  if (!plans) return <Head title="Only those who plan see the share links." sub="Ask an owner or marketer for one." />;
  const close = async (id: string): Promise<void> => {
    try {
      await call('form revoke', { company, id });
      await again();
      say({ kind: 'done', text: 'The form is closed. Requests that came by it stay.' });
    } catch (fault) {
      say({ kind: 'problem', ...problemOf(fault) });
    }
    setClosing(null);
  };
  return (
    <Answered of={facts} what="the share links" page>
      {({ forms }) => {
        const open = forms.filter(({ state }) => state === 'open').length;
        return (
          <>
            <Head
              title={
                open === 0
                  ? 'Nobody outside can ask: no share link is open.'
                  : `${capital(plural(open, 'share link is', 'share links are'))} open to people without an account.`
              }
              sub="Whoever has a link may ask by the form behind it, and sees no more than the page of what was asked."
              actions={
                <Button kind="primary" onPress={() => setMaking(true)}>
                  Make a share link
                </Button>
              }
            />
            <div className={css.body}>
              {forms.length === 0 ? (
                <Empty action={<Button onPress={() => setMaking(true)}>Make the first</Button>}>
                  Share links stand here by name, with how much was asked by each and until when it is open.
                </Empty>
              ) : (
                <Table
                  label="Share links"
                  rows={forms}
                  keyOf={(f) => f.id}
                  columns={[
                    { key: 'name', head: 'For', cell: (f) => f.name },
                    { key: 'state', head: 'State', cell: (f) => <Status kind={STATES[f.state][0]}>{STATES[f.state][1]}</Status> },
                    {
                      key: 'until',
                      head: 'Until',
                      cell: (f) => (f.until ? dayWords(f.until, today) : <span className="dim">no end</span>),
                    },
                    { key: 'requests', head: 'Requests', number: true, cell: (f) => f.requests },
                    {
                      key: 'do',
                      head: <span className="unseen">Close</span>,
                      cell: (f) =>
                        f.state === 'open' && (
                          <Button size="small" kind="quiet" onPress={() => setClosing(f)}>
                            Close
                          </Button>
                        ),
                    },
                  ]}
                />
              )}
              <div className={css.shown}>
                <CheckField
                  checked={here.titlesShown}
                  disabled={!may('company/show-titles')}
                  onChange={(shown) => {
                    const answer = ask([{ type: 'company/show-titles', shown }]);
                    if (!answer.ok) say({ kind: 'problem', text: answer.words });
                  }}
                >
                  Requesters may read the titles of other work around theirs. Otherwise it is only counted: “Seven items, five of them
                  Must”.
                </CheckField>
                {post.data && <Mail {...post.data} />}
              </div>
            </div>
            {making && <MakeLink onClose={() => setMaking(false)} onMade={again} />}
            {closing && (
              <Dialog
                opened
                onClose={() => setClosing(null)}
                title={`Close the form for ${closing.name}?`}
                onSubmit={() => void close(closing.id)}
                foot={
                  <>
                    <Button onPress={() => setClosing(null)}>Cancel</Button>
                    <Button kind="primary" submit>
                      Close it for good
                    </Button>
                  </>
                }
              >
                <p className="mut sm">
                  Whoever opens the link reads that it was closed. What was asked by it stays, and so do the pages of those who asked.
                </p>
              </Dialog>
            )}
          </>
        );
      }}
    </Answered>
  );
};

/** How mail to requesters stands; silence where all is well. */
const Mail = ({
  mails,
  waiting,
  givenUp,
  fault,
}: {
  readonly mails: boolean;
  readonly waiting: number;
  readonly givenUp: number;
  readonly fault: string | null;
}) => {
  if (!mails)
    return (
      <Note>
        Decisions are told on the requester’s page only: this server sends no mail. LOCKSTEP_SMTP_URL and LOCKSTEP_MAIL_FROM let it.
      </Note>
    );
  if (givenUp > 0)
    return (
      <Note kind="risk">
        {capital(plural(givenUp, 'letter'))} could not be delivered{fault ? `: ${fault}` : ''}. The pages of those requests say the same.
      </Note>
    );
  return waiting > 0 ? (
    <Note kind="early">
      {tally(waiting, 'letter')} waits to be sent{fault ? `; the last try failed: ${fault}` : ''}.
    </Note>
  ) : null;
};

const MakeLink = ({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: () => Promise<void> }) => {
  const { id: company, today } = useCompany();
  const [name, setName] = useState('');
  const [until, setUntil] = useState<Day | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const doing = useDoing(async () => {
    setMade((await call('form make', { company, name: name.trim(), ...(until && { until }) })).link);
    await onMade();
  });
  if (made)
    return (
      <Dialog
        opened
        onClose={onClose}
        title="Copy the link now"
        foot={
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        }
      >
        <ShownOnce label="Share link" value={made} />
        <p className="mut sm">It is shown this once; only its fingerprint is kept. Send it to {name.trim()}: whoever has it may ask.</p>
      </Dialog>
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Make a share link"
      onSubmit={() => name.trim() !== '' && doing.run()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit busy={doing.busy} forbid={name.trim() === '' ? 'Say for whom it is' : null}>
            Make it
          </Button>
        </>
      }
    >
      <TextField label="For whom it is" placeholder="Sales, Netherlands" value={name} onChange={setName} maxLength={80} autoFocus />
      <DateField
        label="Open until"
        optional
        hint="Without a day it stays open until you close it."
        value={until}
        onChange={setUntil}
        earliest={today}
      />
      {doing.problem && <ErrorInPlace problem={doing.problem} />}
    </Dialog>
  );
};
