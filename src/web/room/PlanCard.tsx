import { useState } from 'react';
import { MOSCOW, type Moscow } from '../../domain/blueprint/priority.ts';
import type { Terms } from '../../domain/workshop/room/room.ts';
import type { OutcomeId, PriorityId } from '../../kernel/ids.ts';
import { latestStart, type Deck } from '../../views/workshop/deck.ts';
import type { TableCard } from '../../views/workshop/moscow.ts';
import { dayWords, days, moneyShort } from '../../views/words/format.ts';
import { Carry } from './Carry.tsx';
import type { Here } from './use-room.ts';
import css from './PlanCard.module.css';

const NAMES: { readonly [M in Moscow]: string } = { must: 'Must', should: 'Should', could: 'Could', wont: 'Won’t this time' };

type Props = { readonly here: Here; readonly deck: Deck; readonly card: TableCard; readonly moscow: Moscow | null };

/** One card of the plan: what it takes and serves, who asked last, by when it has to start; opened, what the room may say of it. */
export const PlanCard = ({ here, deck, card, moscow }: Props) => {
  const [open, setOpen] = useState(false);
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
            {deck.showsMoney && deck.currency && terms.minor !== null && (
              <span> {moneyShort({ minor: terms.minor, currency: deck.currency })}</span>
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
          onChange={(event) => move((event.target.value || null) as Moscow | null)}
        >
          {card.classed === null && <option value="">Not sorted</option>}
          {MOSCOW.map((one) => (
            <option key={one} value={one}>
              {NAMES[one]}
            </option>
          ))}
        </select>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {moscow === 'wont' ? 'Why not?' : 'Effort and outcome'}
        </button>
      </span>
      {open &&
        (moscow === 'wont' ? (
          <WhyNot here={here} card={card} onDone={() => setOpen(false)} />
        ) : (
          <Say here={here} deck={deck} card={card} onDone={() => setOpen(false)} />
        ))}
    </>
  );
};

const Say = ({ here, deck, card, onDone }: Omit<Props, 'moscow'> & { readonly onDone: () => void }) => {
  const [terms, setTerms] = useState<Terms>(card.terms);
  const priorities = deck.cards.filter(({ kind, id }) => kind === 'priority' && id !== card.id);
  const toggle = (id: OutcomeId): void =>
    setTerms({ ...terms, outcomes: terms.outcomes.includes(id) ? terms.outcomes.filter((one) => one !== id) : [...terms.outcomes, id] });
  return (
    <form
      className={css.say}
      onSubmit={(event) => {
        event.preventDefault();
        here.act({ do: 'terms', card: card.id, terms });
        onDone();
      }}
    >
      <label>
        Person-days
        <input
          type="number"
          min={0}
          step={0.5}
          value={terms.days ?? ''}
          onChange={(event) => setTerms({ ...terms, days: event.target.value === '' ? null : Number(event.target.value) })}
        />
      </label>
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

const WhyNot = ({ here, card, onDone }: { readonly here: Here; readonly card: TableCard; readonly onDone: () => void }) => {
  const [text, setText] = useState(card.reason?.text ?? '');
  const [later, setLater] = useState(card.reason?.later ?? '');
  return (
    <form
      className={css.say}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        here.act({ do: 'reason', card: card.id, text: text.trim(), later: later === '' ? null : later });
        onDone();
      }}
    >
      <label>
        Why not this time? {card.asked && `${card.asked.by} reads this.`}
        <textarea className="agreed" rows={2} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {card.kind !== 'priority' && (
        <label>
          Comes back on (leave empty to decline)
          <input type="date" value={later} onChange={(event) => setLater(event.target.value)} />
        </label>
      )}
      <button type="submit">Give this reason</button>
    </form>
  );
};
