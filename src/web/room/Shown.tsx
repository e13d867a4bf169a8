import { LANES, type Topic } from '../../domain/workshop/agenda.ts';
import { groupOf, type Card } from '../../domain/workshop/room/room.ts';
import { tally } from '../../views/words/format.ts';
import type { Here } from './use-room.ts';
import css from './Shown.module.css';
import { LANE_WORDS } from './words.ts';

/** Cards that were shown: by column or by group, those with the most dots first where votes were counted. */
export const Shown = ({ here, topic }: { readonly here: Here; readonly topic: Topic }) => {
  const { room, stage } = here;
  const cards = Object.values(room.cards).filter((card) => card.topic === topic);
  const counts = new Map(stage.votes[topic]?.counts.map(({ on, dots }) => [on, dots]));
  const hidden = room.hidden[topic]?.cards ?? 0;
  if (!stage.shown.includes(topic))
    return (
      <p className={css.wait}>
        {hidden + cards.length === 0
          ? 'Nobody has written anything here yet.'
          : `${tally(hidden + cards.length, 'card waits', 'cards wait')} to be shown.`}
      </p>
    );
  const byDots = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
    list.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  const grouped = byDots(Object.values(room.groups).filter((group) => group.topic === topic && group.cards.length > 0)).map((group) => ({
    key: group.id,
    title: group.title,
    dots: counts.get(group.id),
    cards: group.cards.flatMap((id) => room.cards[id] ?? []),
  }));
  const lanes = LANES[topic].map((lane) => ({
    key: lane,
    title: lane === '' ? (grouped.length > 0 ? 'In no group' : null) : (LANE_WORDS[lane] ?? lane),
    dots: undefined,
    cards: byDots(cards.filter((card) => card.lane === lane && groupOf(room, card.id) === null)),
  }));
  const parts = [...grouped, ...lanes.filter((lane) => grouped.length === 0 || lane.cards.length > 0)];
  return (
    <div className={parts.length === 1 ? undefined : css.lanes}>
      {parts.map((part) => (
        <section key={part.key} aria-label={part.title ?? 'Cards'}>
          {part.title !== null && (
            <h2>
              {part.title} {part.dots !== undefined && <b>{tally(part.dots, 'dot')}</b>}
            </h2>
          )}
          <Cards here={here} cards={part.cards} counts={counts} wide={parts.length === 1} />
        </section>
      ))}
    </div>
  );
};

type CardsProps = {
  readonly here: Here;
  readonly cards: readonly Card[];
  readonly counts: ReadonlyMap<string, number>;
  readonly wide: boolean;
};

const Cards = ({ here: { stage, nameOf }, cards, counts, wide }: CardsProps) => (
  <ul className={wide ? css.many : css.few}>
    {cards.map(({ id, text, by }) => (
      <li key={id}>
        <span className="agreed">{text ?? 'The words were erased'}</span>
        {(stage.named || counts.has(id)) && (
          <small>
            {/* Without names nobody's screen tells whose it was, one's own neither: screens are shown on walls. */}
            {stage.named && nameOf(by)}
            {counts.has(id) && <b>{tally(counts.get(id)!, 'dot')}</b>}
          </small>
        )}
      </li>
    ))}
  </ul>
);
