import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { IconLink, IconPlus } from '@tabler/icons-react';
import { allows } from '../../../domain/intake/allows.ts';
import type { RequestId } from '../../../kernel/ids.ts';
import { inbox, standsAs, type InboxRow } from '../../../views/intake/inbox.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useActions } from '../../palette/actions.ts';
import { useCompany } from '../../state/company.tsx';
import { RequestDrawer } from './RequestDrawer.tsx';
import { RequestList } from './RequestList.tsx';
import css from './RequestsScreen.module.css';
import { TRIAGE, type Triage } from './triage.ts';
import { TriageDialog } from './TriageDialog.tsx';
import { useLooking } from './use-looking.ts';

/** The inbox: what was asked for and waits for a decision, oldest first; what is deferred; what was decided. */
export const RequestsScreen = () => {
  const { book, may, today, role } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [at, setAt] = useState<RequestId | null>(null);
  const [open, setOpen] = useState<{ readonly act: Triage; readonly id: RequestId } | null>(null);
  const looking = useLooking();
  const view = inbox(looking, text);
  const order = [...view.waiting, ...view.deferred, ...view.decided].map(({ request }) => request.id);
  const chosen = id ? book.request.get(id as RequestId) : undefined;
  const plans = may('request/accept');
  const current = chosen?.id ?? (at && order.includes(at) ? at : null) ?? view.waiting[0]?.request.id ?? null;
  const request = current && book.request.get(current);
  const step = (by: number): void => {
    const next = order[Math.max(0, (current ? order.indexOf(current) : -1) + by)];
    if (next) setAt(next);
  };
  const can = (act: Triage): boolean => plans && Boolean(request && act !== 'place' && allows(request.standing.state, act));
  const start = (act: Triage) => (): void => {
    if (current) setOpen({ act, id: current });
  };
  useKey('j', 'Next request', () => step(1), !chosen);
  useKey('k', 'Request before', () => step(-1), !chosen);
  useKey('Enter', 'Open the request', () => current && go(`/work/requests/${current}`), !chosen && current !== null);
  useKey('a', 'Accept the request', start('accept'), can('accept'));
  useKey('m', 'Join it with another', start('merge'), can('merge'));
  useKey('d', 'Defer the request', start('defer'), can('defer'));
  useKey('x', 'Decline the request', start('decline'), can('decline'));
  useKey('n', 'Ask for something', () => go('/work/requests/new'), may('request/receive'));
  const ref = request ? request.ref : null;
  useActions(
    useMemo(
      () =>
        plans && current && ref
          ? TRIAGE.map(({ act, key, does }) => ({
              id: `request-${act}`,
              text: `${does}: ${ref}`,
              key: key.toUpperCase(),
              run: () => setOpen({ act, id: current }),
              forbid: request && act !== 'place' && !allows(request.standing.state, act) ? `${ref} stands otherwise` : null,
            }))
          : [],
      [plans, current, ref, request],
    ),
  );
  if (role === 'viewer')
    return (
      <Head title="Requests are not shown to viewers." sub="They are other people’s words. Ask an owner of the company for another role." />
    );
  const meta = ({ request: r, act, age }: InboxRow): string =>
    act ? (age === 0 ? 'today' : `${age} ${age === 1 ? 'day' : 'days'} old`) : dayWords((r.decided?.at ?? r.on).slice(0, 10), today);
  const list = (rows: readonly InboxRow[], label: string) =>
    rows.length > 0 && (
      <RequestList
        label={label}
        rows={rows}
        current={current}
        meta={meta}
        stands={(row) => (row.act === 'place' ? `Asks for place ${row.request.place!.place}` : standsAs({ book, today }, row.request))}
        onAct={plans ? (act, of) => setOpen({ act, id: of }) : null}
      />
    );
  return (
    <>
      <Head
        title={view.title}
        sub={view.scope}
        actions={
          <>
            {may('form/make') && (
              <Button icon={<IconLink size={15} stroke={1.6} aria-hidden="true" />} href="/work/requests/links">
                Share links
              </Button>
            )}
            {may('request/receive') && (
              <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} href="/work/requests/new">
                Ask for something
              </Button>
            )}
          </>
        }
      />
      {book.request.size === 0 ? (
        <div className={css.body}>
          <Empty action={may('form/make') && <Button href="/work/requests/links">Make the first share link</Button>}>
            Here stand the results people ask for, in their own words. Whoever asks sees what is decided, and why, without an account.
          </Empty>
        </div>
      ) : (
        <div className={css.body}>
          <div className={css.search}>
            <TextField label="Search requests" type="search" placeholder="Words, a name, R-12" value={text} onChange={setText} />
          </div>
          {list(view.waiting, 'Waits for a decision')}
          {list(view.deferred, 'Deferred')}
          {list(view.decided, 'Decided')}
          {order.length === 0 && <p className="mut">No request says “{text}”. Search by a word, a name or a reference.</p>}
        </div>
      )}
      {chosen && <RequestDrawer request={chosen} order={order} onAct={(act) => setOpen({ act, id: chosen.id })} />}
      {open && (
        <TriageDialog key={`${open.act} ${open.id}`} act={open.act} request={book.request.get(open.id)!} onClose={() => setOpen(null)} />
      )}
    </>
  );
};
