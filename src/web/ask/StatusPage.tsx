import { useEffect, useState } from 'react';
import type { RequestPage } from '../../views/intake/request-page.ts';
import { call } from '../state/api.ts';
import { problemOf, type Problem } from '../state/problem.ts';
import { Actions } from './Actions.tsx';
import css from './StatusPage.module.css';
import { Frame } from './Frame.tsx';
import { isNew } from './new-page.ts';
import { Press } from './Press.tsx';
import { Queue } from './Queue.tsx';
import { Said } from './Said.tsx';
import { StatusSide } from './StatusSide.tsx';

type Props = { readonly company: string; readonly token: string };

/** The page of one request: always as it stands now. */
export const StatusPage = ({ company, token }: Props) => {
  const { page, problem, live, show, again } = usePage(company, token);
  useEffect(() => {
    if (page) document.title = `${page.ref}: ${page.title}`;
  }, [page]);
  if (!page)
    return (
      <Frame company={null} note="">
        {problem ? (
          <>
            <h1 className={css.title}>There is no request here.</h1>
            <Said text={problem.text} todo={problem.todo} action={<Press onPress={again}>Try again</Press>} />
          </>
        ) : (
          <p className="dim">Opening the page …</p>
        )}
      </Frame>
    );
  return (
    <Frame company={page.company} side={!page.erased && <StatusSide page={page} />}>
      {isNew(location.pathname) && page.phase === 'waiting' && (
        <p className={css.kept} role="status">
          <b>We have it.</b> Keep this page’s address: it is the only way back here
          {page.steps.length > 0 ? ', and it changes by itself.' : '.'}
        </p>
      )}
      <p className={css.about}>
        {page.about}
        {!live && <span className={css.stale}> · connection lost, as last heard</span>}
      </p>
      <div aria-live="polite">
        <h1 className={css.title}>{page.title}</h1>
        <p className={css.text}>{page.text}</p>
      </div>
      {page.dates.length > 0 && (
        <dl className={css.dates}>
          {page.dates.map(({ day, sure }) => (
            <div key={sure}>
              <dd>{day}</dd>
              <dt>{sure}</dt>
            </div>
          ))}
        </dl>
      )}
      <Queue rows={page.queue} />
      <Actions page={page} link={{ company, token }} onPage={show} />
      {page.wish.length > 0 && (
        <section className={css.part}>
          <h2>What you asked for</h2>
          <dl className={css.wish}>
            {page.wish.map(({ label, words, written }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className={written ? 'agreed' : undefined}>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </Frame>
  );
};

/** The page as it stands, told by the server whenever it changes. */
const usePage = (company: string, token: string) => {
  const [page, show] = useState<RequestPage | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [live, setLive] = useState(true);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let over = false;
    let stream: EventSource | null = null;
    call('open-page', { company, token }).then(
      (first) => {
        if (over) return;
        show(first);
        setProblem(null);
        stream = new EventSource(`/api/page-live?${new URLSearchParams({ company, token }).toString()}`);
        stream.addEventListener('open', () => setLive(true));
        stream.addEventListener('error', () => setLive(false));
        stream.addEventListener('page', (event) => show(JSON.parse((event as MessageEvent<string>).data) as RequestPage));
      },
      (thrown: unknown) => {
        if (!over) setProblem(problemOf(thrown));
      },
    );
    return () => {
      over = true;
      stream?.close();
    };
  }, [company, token, turn]);
  return { page, problem, live, show, again: () => setTurn((n) => n + 1) };
};
