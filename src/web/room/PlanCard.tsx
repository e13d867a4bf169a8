import { useState } from 'react';
import { MOSCOW, type Moscow } from '../../domain/blueprint/priority.ts';
import { latestStart, type Deck } from '../../views/workshop/deck.ts';
import type { TableCard } from '../../views/workshop/moscow.ts';
import { dayWords, days, moneyShort } from '../../views/words/format.ts';
import { CardReason } from './CardReason.tsx';
import { CardTerms } from './CardTerms.tsx';
import { Carry } from './Carry.tsx';
import { useHeld } from './use-held.ts';
import type { Here } from './use-room.ts';
import css from './PlanCard.module.css';

const NAMES: { readonly [M in Moscow]: string } = { must: 'Must', should: 'Should', could: 'Could', wont: 'Won’t this time' };

type Props = { readonly here: Here; readonly deck: Deck; readonly card: TableCard; readonly moscow: Moscow | null };

/** One card of the plan: what it takes and serves, who asked last, by when it has to start; opened, what the room may say of it. */
export const PlanCard = ({ here, deck, card, moscow }: Props) => {
  const [open, setOpen] = useState(false);
  const holder = here.heldBy(card.id);
  // While it is opened it is held, so that no two say different things of it.
  useHeld(here, card.id, open);
  const { terms } = card;
  const votes = here.stage.votes.plan?.counts.find(({ on }) => on === card.id)?.dots;
  const { day, why } = latestStart(deck, terms.outcomes);
  const served = deck.outcomes.filter(({ id }) => terms.outcomes.includes(id)).map(({ name }) => name);
  const under = terms.under === null ? null : deck.cards.find(({ id }) => id === terms.under);
  const move = (into: Moscow | null): void => here.act({ do: 'class', card: card.id, into, before: null });
  return (
    <>
      <Carry here={here} card={card.id} label={card.title} onDrop={(to) => move(to === '' ? null : (to as Moscow))}>
        <strong className={css.title}>{card.title}</strong>
        <span className={css.line}>
          <span>
            {under ? `part of ${under.title}` : terms.days === null ? <em>effort?</em> : days(terms.days)}
            {deck.showsMoney && deck.currency && card.minor !== null && (
              <span className={css.money}> {moneyShort({ minor: card.minor, currency: deck.currency })}</span>
            )}
          </span>
          {votes !== undefined && (
            <span role="img" aria-label={`${votes} dots`}>
              {votes > 8 ? `${votes} ●` : '●'.repeat(votes)}
            </span>
          )}
        </span>
        <span className={css.line}>
          <span className={css.serves}>
            {served.length > 0 ? served.join(', ') : card.foundational ? 'foundational' : <em>serves no outcome</em>}
          </span>
          {card.asked && <span className={css.quiet}>{card.asked.by}</span>}
        </span>
        <span className={css.line}>
          <span className={css.quiet} title={why ?? undefined}>
            {day === null ? 'last useful start not known' : `last useful start ${dayWords(day)}`}
          </span>
          {card.asked && <span className={css.quiet}>{dayWords(card.asked.on)}</span>}
        </span>
        {moscow === 'wont' && <span className={css.why}>{card.reason?.text ?? <em>no reason yet</em>}</span>}
      </Carry>
      <span className={css.below}>
        <select
          aria-label={`Class of “${card.title}”`}
          value={moscow ?? ''}
          disabled={holder !== null}
          onChange={(event) => move((event.target.value || null) as Moscow | null)}
        >
          {card.classed === null && <option value="">Not sorted</option>}
          {MOSCOW.map((one) => (
            <option key={one} value={one}>
              {NAMES[one]}
            </option>
          ))}
        </select>
        <button type="button" aria-expanded={open} disabled={holder !== null} onClick={() => setOpen(!open)}>
          {moscow === 'wont' ? 'Why not?' : 'What it takes'}
        </button>
      </span>
      {open &&
        (moscow === 'wont' ? (
          <CardReason here={here} card={card} onDone={() => setOpen(false)} />
        ) : (
          <CardTerms here={here} deck={deck} card={card} onDone={() => setOpen(false)} />
        ))}
    </>
  );
};
