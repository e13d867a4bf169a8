import { useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { localTime } from '../../kernel/zone.ts';
import { dayWords } from '../../views/words/format.ts';
import { useKey } from '../keyboard/use-key.ts';
import { call } from '../state/api.ts';
import { useCompany } from '../state/company.tsx';
import { useDoing } from '../state/doing.ts';
import { newId } from '../state/ids.ts';
import { problemOf } from '../state/problem.ts';
import { say } from '../state/toasts.ts';
import { Avatar } from './Avatar.tsx';
import { Button } from './Button.tsx';
import css from './Comments.module.css';
import { Note } from './Note.tsx';

/** What people say about a thing: live, erasable, and not for viewers. C goes to the field. */
export const Comments = ({ thing }: { readonly thing: string }) => {
  const { id: company, role, company: here, nameOf, today } = useCompany();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const talks = role !== 'viewer';
  const key = ['comments', company, thing];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('comments', { company, thing }, { signal }),
    enabled: talks,
  });
  const { run, busy, problem } = useDoing(async () => {
    await call('comment add', { company, thing, text: text.trim(), id: newId('z') });
    setText('');
    await queries.invalidateQueries({ queryKey: key });
  });
  useKey('c', 'Comment', () => field.current?.focus(), talks);
  if (!talks) return null;
  const comments = data?.comments ?? [];
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: key });
  const send = (): void => {
    if (text.trim() !== '') run();
  };
  const erase = (id: string): void => {
    call('comment erase', { company, id }).then(again, (thrown: unknown) => say({ kind: 'problem', text: problemOf(thrown).text }));
  };
  return (
    <section className={css.comments} aria-label="Comments">
      <h3>{comments.length === 0 ? 'Comments' : `Comments, ${comments.length}`}</h3>
      <ol aria-live="polite">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Avatar name={nameOf(comment.by)} />
            <div>
              <p className={css.who}>
                <b>{nameOf(comment.by)}</b>{' '}
                <time dateTime={comment.at} title={localTime(here.zone, comment.at).slice(11, 16)}>
                  {dayWords(localTime(here.zone, comment.at).slice(0, 10), today)}
                </time>
                {comment.mine && (
                  <button
                    type="button"
                    className="lnk xs"
                    onClick={() => erase(comment.id)}
                    aria-label={`Erase the comment of ${nameOf(comment.by)}`}
                  >
                    Erase
                  </button>
                )}
              </p>
              <p className={`agreed ${css.words}`}>{comment.text}</p>
            </div>
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <textarea
          ref={field}
          aria-label="Say something about it"
          placeholder="Say something about it"
          rows={text === '' ? 1 : 3}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
            // The drawer must not close with half a comment in it.
            if (event.key === 'Escape' && text !== '') event.stopPropagation();
          }}
        />
        {text.trim() !== '' && (
          <Button size="small" submit busy={busy}>
            Comment
          </Button>
        )}
      </form>
      {problem && <Note kind="off">{problem.text}</Note>}
    </section>
  );
};
