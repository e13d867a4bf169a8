import { LANES, type Topic } from '../../domain/workshop/agenda.ts';
import type { Here } from './use-room.ts';
import css from './Shown.module.css';
import { LANE_WORDS } from './words.ts';

/** Cards that were shown, by column, with the dots they were given where votes were counted. */
export const Shown = ({ here, topic }: { readonly here: Here; readonly topic: Topic }) => {
  const { room, stage, nameOf } = here;
  const cards = Object.values(room.cards).filter((card) => card.topic === topic);
  const counts = new Map(stage.votes[topic]?.counts.map(({ on, dots }) => [on, dots]));
  const hidden = room.hidden[topic]?.cards ?? 0;
  if (!stage.shown.includes(topic))
    return (
      <p className={css.wait}>
        {hidden + cards.length === 0 ? 'Nobody has written anything here yet.' : `${hidden + cards.length} cards wait to be shown.`}
      </p>
    );
  return (
    <div className={css.lanes}>
      {LANES[topic].map((lane) => (
        <section key={lane} aria-label={lane === '' ? 'Cards' : (LANE_WORDS[lane] ?? lane)}>
          {lane !== '' && <h2>{LANE_WORDS[lane] ?? lane}</h2>}
          <ul className={lane === '' ? css.many : undefined}>
            {cards
              .filter((card) => card.lane === lane)
              .map((card) => (
                <li key={card.id}>
                  <span className="agreed">{card.text ?? 'The words were erased'}</span>
                  <small>
                    {nameOf(card.by)}
                    {counts.has(card.id) && <b>{counts.get(card.id)} dots</b>}
                  </small>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
