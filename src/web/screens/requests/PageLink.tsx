import { useState } from 'react';
import type { Request } from '../../../domain/intake/request.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { say } from '../../state/toasts.ts';
import { ShownOnce } from '../settings/ShownOnce.tsx';
import css from './RequestDrawer.module.css';

/** The page of whoever asked: its link, to hand over; and, for owners, taking their words and name away for good. */
export const PageLink = ({ request }: { readonly request: Request }) => {
  const { id: company, may, nameOf } = useCompany();
  const [link, setLink] = useState<string | null>(null);
  const [erasing, setErasing] = useState(false);
  const show = useDoing(async () => setLink((await call('request link', { company, request: request.id })).link));
  const erase = useDoing(async () => {
    await call('request erase', { company, request: request.id });
    say({ kind: 'done', text: `The words of ${request.ref} are erased.` });
    setErasing(false);
  });
  return (
    <section className={css.part}>
      <h3>The requester’s page</h3>
      {link ? (
        <>
          <ShownOnce label="Link to the requester’s page" value={link} />
          <p className="xs dim">
            Whoever has this link sees the page and may withdraw the request.{' '}
            <a className="lnk" href={new URL(link).pathname} target="_blank" rel="noreferrer">
              Open it
            </a>
          </p>
        </>
      ) : (
        <Button size="small" onPress={show.run}>
          Show its link
        </Button>
      )}{' '}
      {may('company/rename') && (
        <Button size="small" kind="quiet" onPress={() => setErasing(true)}>
          Erase words and name
        </Button>
      )}
      {show.problem && <ErrorInPlace problem={show.problem} />}
      {erasing && (
        <Dialog
          opened
          onClose={() => setErasing(false)}
          title={`Erase what ${nameOf(request.by)} wrote in ${request.ref}?`}
          onSubmit={erase.run}
          foot={
            <>
              <Button onPress={() => setErasing(false)}>Cancel</Button>
              <Button kind="grave" submit busy={erase.busy}>
                Erase for good
              </Button>
            </>
          }
        >
          <p className="mut sm">
            The words, the answers, and name and address where this person is no member, are taken away for good, from here and from mail
            that waits. What was decided stays, without them, and the page says so.
          </p>
          {erase.problem && <ErrorInPlace problem={erase.problem} />}
        </Dialog>
      )}
    </section>
  );
};
