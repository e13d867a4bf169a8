import { useState } from 'react';
import { newCard, type Here } from './use-room.ts';
import css from './Queue.module.css';

type Props = { readonly here: Here; readonly onTake: ((subject: string) => void) | null };

/** What people want to talk about, first come first served; who leads takes one up. */
export const Queue = ({ here, onTake }: Props) => {
  const { room, stage, act, nameOf } = here;
  const [words, setWords] = useState('');
  return (
    <section className={css.queue} aria-label="To talk about">
      <h2>To talk about</h2>
      <ol>
        {room.queue.map(({ entry, by, text }) => (
          <li key={entry}>
            <span className="agreed">{text ?? 'The words were erased'}</span>
            <small>
              {nameOf(by)}
              {onTake && text !== null && (
                <button
                  type="button"
                  onClick={() => {
                    onTake(text);
                    act({ do: 'lower', entry });
                  }}
                >
                  Take it up
                </button>
              )}
              {by === stage.me.person && (
                <button type="button" onClick={() => act({ do: 'lower', entry })}>
                  Take back
                </button>
              )}
            </small>
          </li>
        ))}
      </ol>
      {stage.taken.length > 0 && <p className={css.taken}>Taken up: {stage.taken.at(-1)}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() === '') return;
          act({ do: 'raise', entry: newCard(), text: words.trim() });
          setWords('');
        }}
      >
        <input
          aria-label="Something to talk about"
          placeholder="Raise something"
          maxLength={300}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="submit">Raise</button>
      </form>
    </section>
  );
};
