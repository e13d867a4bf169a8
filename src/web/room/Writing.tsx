import { useState } from 'react';
import { LANES, type Topic } from '../../domain/workshop/agenda.ts';
import type { Card } from '../../domain/workshop/room/room.ts';
import { Press } from '../ask/Press.tsx';
import { newCard, type Here } from './use-room.ts';
import css from './Writing.module.css';
import { LANE_WORDS } from './words.ts';

const LONGEST = 500;

/** Writing in silence: one's own cards, and how many the others have written. Nobody sees another's before they are shown. */
export const Writing = ({ here, topic }: { readonly here: Here; readonly topic: Topic }) => {
  const hidden = here.room.hidden[topic]?.cards ?? 0;
  return (
    <div className={css.writing}>
      <div className={css.lanes}>
        {LANES[topic].map((lane) => (
          <Lane key={lane} here={here} topic={topic} lane={lane} />
        ))}
      </div>
      <p className={css.others} aria-live="polite">
        {hidden === 0
          ? 'Nobody else has written yet.'
          : `${hidden} ${hidden === 1 ? 'card' : 'cards'} by others, hidden until they are shown.`}
      </p>
    </div>
  );
};

/** A card of one's own: it can be reworded and taken back until it is shown. */
const Mine = ({ here, card: { id, topic, text } }: { readonly here: Here; readonly card: Card }) => {
  const [words, setWords] = useState<string | null>(null);
  if (words === null)
    return (
      <li>
        <span className="agreed">{text}</span>
        <span className={css.own}>
          <button type="button" onClick={() => setWords(text ?? '')} aria-label={`Reword: ${text ?? ''}`}>
            Reword
          </button>
          <button type="button" onClick={() => here.act({ do: 'tear', card: id, topic })} aria-label={`Take back: ${text ?? ''}`}>
            Take back
          </button>
        </span>
      </li>
    );
  const keep = (): void => {
    if (words.trim() !== '' && words.trim() !== text) here.act({ do: 'rewrite', card: id, topic, text: words.trim() });
    setWords(null);
  };
  return (
    <li>
      <textarea
        className="agreed"
        aria-label="Other words for this card"
        rows={2}
        maxLength={LONGEST}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened to be written in
        autoFocus
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setWords(null);
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          keep();
        }}
      />
      <span className={css.own}>
        <button type="button" onClick={keep}>
          Keep these words
        </button>
        <button type="button" onClick={() => setWords(null)}>
          Leave it
        </button>
      </span>
    </li>
  );
};

const Lane = ({ here, topic, lane }: { readonly here: Here; readonly topic: Topic; readonly lane: string }) => {
  const [words, setWords] = useState('');
  const mine = Object.values(here.room.cards).filter(
    (card) => card.topic === topic && card.lane === lane && card.by === here.stage.me.person,
  );
  const label = LANE_WORDS[lane] ?? lane;
  const write = (): void => {
    if (words.trim() === '') return;
    here.act({ do: 'write', card: newCard(), topic, lane, text: words.trim() });
    setWords('');
  };
  return (
    <section className={css.lane} aria-label={label}>
      <p className={css.name}>{label}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        <textarea
          className="agreed"
          aria-label={`A card: ${label}`}
          placeholder="One thought to a card"
          rows={2}
          maxLength={LONGEST}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              write();
            }
          }}
        />
        <Press submit>Add the card</Press>
      </form>
      <ul>
        {mine.toReversed().map((card) => (
          <Mine key={card.id} here={here} card={card} />
        ))}
      </ul>
    </section>
  );
};
