import { MOSCOW, type Moscow } from '../../domain/blueprint/priority.ts';
import type { Deck } from '../../views/workshop/deck.ts';
import { type Table, type TableCard } from '../../views/workshop/moscow.ts';
import { days, percent } from '../../views/words/format.ts';
import { PlanCard } from './PlanCard.tsx';
import { Pointers } from './Pointers.tsx';
import type { Here } from './use-room.ts';
import css from './MoscowBoard.module.css';

const SAYS: { readonly [M in Moscow]: readonly [string, string] } = {
  must: ['Must', 'Without it the Guidepoint fails.'],
  should: ['Should', 'Important, and there is a way around.'],
  could: ['Could', 'First to go. About {could} % keeps the plan safe.'],
  wont: ['Won’t this time', 'The not-doing list. Each requester is told why.'],
};

/** The plan sorted together: four classes, and what is not sorted yet. Cards are carried, or moved by their menu. */
export const MoscowBoard = ({ here, deck, table }: { readonly here: Here; readonly deck: Deck; readonly table: Table }) => (
  <>
    <div className={css.board}>
      {MOSCOW.map((moscow) => {
        const column = table.columns[moscow];
        const [name, meaning] = SAYS[moscow];
        return (
          <section
            key={moscow}
            className={`${css.column} ${css[moscow]} ${column.over > 0 ? css.over : ''}`}
            data-drop={moscow}
            aria-label={name}
          >
            <h2>
              {name} <b className={column.over > 0 ? css.much : undefined}>{sumOf(column)}</b>
            </h2>
            <p>{meaning.replace('{could}', String(deck.couldPercent))}</p>
            <Cards here={here} deck={deck} cards={column.cards} moscow={moscow} />
            <Pointers here={here} on={moscow} />
          </section>
        );
      })}
    </div>
    {table.open.length > 0 && (
      <section className={css.open} aria-label="Not sorted yet" data-drop="">
        <h2>
          Not sorted yet <b>{table.open.length}</b>
        </h2>
        <Cards here={here} deck={deck} cards={table.open} moscow={null} />
        <Pointers here={here} on="" />
      </section>
    )}
  </>
);

const sumOf = ({ moscow, days: sum, share, limit, cards }: Table['columns'][Moscow]): string => {
  if (moscow === 'wont') return String(cards.length);
  if (limit !== null) return `${days(sum).replace(/ days?$/, '')} of ${days(limit)}`;
  return share === null ? days(sum) : `${days(sum)}, ${percent(share)}`;
};

const Cards = ({
  here,
  deck,
  cards,
  moscow,
}: {
  readonly here: Here;
  readonly deck: Deck;
  readonly cards: readonly TableCard[];
  readonly moscow: Moscow | null;
}) => (
  <ul className={css.cards}>
    {cards.map((card) => (
      <li key={card.id}>
        <PlanCard here={here} deck={deck} card={card} moscow={moscow} />
      </li>
    ))}
  </ul>
);
