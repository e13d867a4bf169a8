import { useMemo } from 'react';
import type { Deck } from '../../views/workshop/deck.ts';
import { tableOf } from '../../views/workshop/moscow.ts';
import { CapacityBar } from './CapacityBar.tsx';
import { MoscowBoard } from './MoscowBoard.tsx';
import type { Here } from './use-room.ts';
import css from './Planning.module.css';

/** The table of a planning workshop: the arithmetic, the board, and which outcomes nothing that is in would serve. */
export const Planning = ({ here, deck }: { readonly here: Here; readonly deck: Deck }) => {
  const table = useMemo(() => tableOf(deck, here.room), [deck, here.room]);
  return (
    <>
      <CapacityBar deck={deck} table={table} />
      <MoscowBoard here={here} deck={deck} table={table} />
      <p className={css.served}>
        {deck.outcomes.length > 0 && <span>Outcomes covered:</span>}
        {table.served.map(({ id, name, must, should, could }) => (
          <span key={id}>
            <b>{name}</b>{' '}
            {[
              [must, 'Must'],
              [should, 'Should'],
              [could, 'Could'],
            ]
              .filter(([n]) => n !== 0)
              .map(([n, word]) => `${n} ${word}`)
              .join(', ') || '–'}
          </span>
        ))}
        {deck.outcomes.length > 0 && (
          <strong className={table.starved.length > 0 ? css.starved : css.fed}>
            {table.starved.length === 0
              ? '● No outcome is without work'
              : `▲ Without work: ${table.starved.map(({ name }) => name).join(', ')}`}
          </strong>
        )}
      </p>
    </>
  );
};
