import { useState } from 'react';
import type { Topic } from '../../domain/workshop/agenda.ts';
import { groupOf, type Card, type Group } from '../../domain/workshop/room/room.ts';
import type { CardId } from '../../kernel/ids.ts';
import { Press } from '../ask/Press.tsx';
import { Carry } from './Carry.tsx';
import { Pointers } from './Pointers.tsx';
import { newCard, type Here } from './use-room.ts';
import css from './Grouping.module.css';

/** Grouping together: cards are carried into groups, or put there by their menu; each group has a title. */
export const Grouping = ({ here, topic }: { readonly here: Here; readonly topic: Topic }) => {
  const { room, stage, act } = here;
  const [title, setTitle] = useState('');
  if (!stage.shown.includes(topic)) return <p className={css.wait}>The cards have to be shown before they are grouped.</p>;
  const groups = Object.values(room.groups).filter((group) => group.topic === topic);
  const loose = Object.values(room.cards).filter((card) => card.topic === topic && groupOf(room, card.id) === null);
  const add = (): void => {
    if (title.trim() === '') return;
    act({ do: 'group', group: newCard(), topic, title: title.trim() });
    setTitle('');
  };
  const cardsOf = (group: Group): Card[] => group.cards.flatMap((id) => room.cards[id] ?? []);
  return (
    <>
      <form
        className={css.add}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          aria-label="Title of a new group"
          placeholder="Title of a new group"
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Press submit>Add the group</Press>
      </form>
      <div className={css.table}>
        <Pile here={here} name="In no group" id={null} cards={loose} groups={groups} />
        {groups.map((group) => (
          <Pile key={group.id} here={here} name={group.title} id={group.id} cards={cardsOf(group)} groups={groups} />
        ))}
      </div>
    </>
  );
};

type PileProps = {
  readonly here: Here;
  readonly name: string;
  readonly id: CardId | null;
  readonly cards: readonly Card[];
  readonly groups: readonly Group[];
};

const Pile = ({ here, name, id, cards, groups }: PileProps) => (
  <section className={css.pile} data-drop={id ?? ''} aria-label={name}>
    <h2>
      {name} <small>{cards.length}</small>
      {id !== null && cards.length === 0 && (
        <button type="button" onClick={() => here.act({ do: 'ungroup', group: id })}>
          Remove
        </button>
      )}
    </h2>
    <ul>
      {cards.map((card) => (
        <li key={card.id}>
          <Carry
            here={here}
            card={card.id}
            label={card.text ?? ''}
            onDrop={(to) => here.act({ do: 'put', card: card.id, group: to === '' ? null : (to as CardId), before: null })}
          >
            <span className="agreed">{card.text ?? 'The words were erased'}</span>
          </Carry>
          <select
            aria-label={`Group of “${card.text ?? ''}”`}
            value={id ?? ''}
            onChange={(event) =>
              here.act({ do: 'put', card: card.id, group: event.target.value === '' ? null : (event.target.value as CardId), before: null })
            }
          >
            <option value="">In no group</option>
            {groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.title}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
    <Pointers here={here} on={id ?? ''} />
  </section>
);
