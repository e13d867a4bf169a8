import { useState } from 'react';
import { LANES, type Topic } from '../../domain/workshop/agenda.ts';
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
          <li key={card.id}>
            <span className="agreed">{card.text}</span>
            <button
              type="button"
              className={css.take}
              onClick={() => here.act({ do: 'tear', card: card.id, topic })}
              aria-label={`Take back: ${card.text ?? ''}`}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
