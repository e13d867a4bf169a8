import { useState } from 'react';
import { exponentOf } from '../../kernel/money.ts';
import type { OutcomeId, PriorityId } from '../../kernel/ids.ts';
import type { Terms } from '../../domain/workshop/room/room.ts';
import type { Deck } from '../../views/workshop/deck.ts';
import type { TableCard } from '../../views/workshop/moscow.ts';
import { count } from '../../views/words/format.ts';
import { readNumber } from '../../views/words/reading.ts';
import type { Here } from './use-room.ts';
import css from './PlanCard.module.css';

type Props = { readonly here: Here; readonly deck: Deck; readonly card: TableCard; readonly onDone: () => void };

/** What a card takes, costs and serves: said by anybody in the room, money by those who see it. */
export const CardTerms = ({ here, deck, card, onDone }: Props) => {
  const places = exponentOf(deck.currency);
  const written = card.minor === null ? '' : count(card.minor / 10 ** places, places);
  const [terms, setTerms] = useState<Terms>(card.terms);
  const [money, setMoney] = useState(written);
  const priorities = deck.cards.filter(({ kind, id }) => kind === 'priority' && id !== card.id);
  const toggle = (id: OutcomeId): void =>
    setTerms({ ...terms, outcomes: terms.outcomes.includes(id) ? terms.outcomes.filter((one) => one !== id) : [...terms.outcomes, id] });
  const major = readNumber(money);
  const unread = money.trim() !== '' && (major === null || major < 0);
  const say = (): void => {
    if (unread) return;
    if (JSON.stringify(terms) !== JSON.stringify(card.terms)) here.act({ do: 'terms', card: card.id, terms });
    const minor = major === null ? null : Math.round(major * 10 ** places);
    if (deck.showsMoney && minor !== card.minor) here.act({ do: 'money', card: card.id, minor });
    onDone();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leaves the form, as everywhere
    <form
      className={css.say}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <label>
        Person-days
        <input
          type="number"
          min={0}
          step={0.5}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened to be filled in
          autoFocus
          value={terms.days ?? ''}
          onChange={(event) => setTerms({ ...terms, days: event.target.value === '' ? null : Number(event.target.value) })}
        />
      </label>
      {deck.showsMoney && deck.currency && (
        <label>
          Money ({deck.currency})
          <input
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={unread || undefined}
            value={money}
            placeholder="not known"
            onChange={(event) => setMoney(event.target.value)}
          />
          {unread && <em role="alert">That is no amount. Write 12,000 or 12k.</em>}
        </label>
      )}
      {deck.outcomes.length > 0 && (
        <fieldset>
          <legend>Serves</legend>
          {deck.outcomes.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={terms.outcomes.includes(id)} onChange={() => toggle(id)} /> {name}
            </label>
          ))}
        </fieldset>
      )}
      {card.kind !== 'priority' && priorities.length > 0 && (
        <label>
          Part of
          <select
            value={terms.under ?? ''}
            onChange={(event) => setTerms({ ...terms, under: (event.target.value || null) as PriorityId | null })}
          >
            <option value="">a priority of its own</option>
            {priorities.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit">Say so</button>
    </form>
  );
};
