import type { Topic } from '../../domain/workshop/agenda.ts';
import { dotsOf, groupOf } from '../../domain/workshop/room/room.ts';
import type { Here } from './use-room.ts';
import css from './Votes.module.css';

type Votable = { readonly on: string; readonly words: string; readonly more: string | null };

/** Giving dots: one's own are seen by nobody else, until the sums are counted and shown. */
export const Votes = ({ here, topic }: { readonly here: Here; readonly topic: Topic }) => {
  const { room, stage, act, deck } = here;
  const most = stage.dots[topic] ?? 0;
  const own = dotsOf(room, stage.me.person, topic);
  const given = Object.values(own).reduce((sum, n) => sum + n, 0);
  const counted = stage.votes[topic];
  const sums = new Map(counted?.counts.map(({ on, dots }) => [on, dots]));
  const all = votable(here, topic);
  const inOrder = counted ? all.toSorted((a, b) => (sums.get(b.on) ?? 0) - (sums.get(a.on) ?? 0)) : all;
  const others = room.hidden[topic]?.dots ?? 0;
  if (all.length === 0)
    return <p className={css.left}>{topic === 'plan' && !deck ? 'The table is being laid.' : 'There is nothing to give dots to yet.'}</p>;
  return (
    <>
      <p className={css.left} aria-live="polite">
        {counted
          ? `${counted.voters} ${counted.voters === 1 ? 'person' : 'people'} gave dots.`
          : `${most - given} of your ${most} dots left. Others have given ${others}; whose and on what shows when they are counted.`}
      </p>
      <ul className={css.list}>
        {inOrder.map(({ on, words, more }) => {
          const mine = own[on] ?? 0;
          return (
            <li key={on}>
              <span className={css.words}>
                <span className={topic === 'plan' ? undefined : 'agreed'}>{words}</span>
                {more && <small>{more}</small>}
              </span>
              {counted ? (
                <Dots n={sums.get(on) ?? 0} />
              ) : (
                <span className={css.give}>
                  <button
                    type="button"
                    aria-label={`One dot less on “${words}”`}
                    disabled={mine === 0}
                    onClick={() => act({ do: 'vote', topic, on, dots: mine - 1 })}
                  >
                    −
                  </button>
                  <Dots n={mine} />
                  <button
                    type="button"
                    aria-label={`One dot more on “${words}”`}
                    disabled={given >= most}
                    onClick={() => act({ do: 'vote', topic, on, dots: mine + 1 })}
                  >
                    +
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};

const Dots = ({ n }: { readonly n: number }) => (
  <span className={css.dots} role="img" aria-label={`${n} ${n === 1 ? 'dot' : 'dots'}`}>
    {n === 0 ? '–' : n > 12 ? n : '●'.repeat(n)}
  </span>
);

/** Groups and loose cards of a topic; the cards of the plan where that is what is voted on. */
const votable = ({ room, deck }: Here, topic: Topic): Votable[] => {
  if (topic === 'plan')
    return (deck?.cards ?? []).map(({ id, title, ref, asked }) => ({
      on: id,
      words: title,
      more: [ref, asked?.by].filter(Boolean).join(', ') || null,
    }));
  const groups = Object.values(room.groups).filter((group) => group.topic === topic && group.cards.length > 0);
  const loose = Object.values(room.cards).filter((card) => card.topic === topic && groupOf(room, card.id) === null);
  return [
    ...groups.map(({ id, title, cards }) => ({ on: id, words: title, more: `${cards.length} ${cards.length === 1 ? 'card' : 'cards'}` })),
    ...loose.map(({ id, text }) => ({ on: id, words: text ?? 'The words were erased', more: null })),
  ];
};
