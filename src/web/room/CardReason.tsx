import { useState } from 'react';
import type { TableCard } from '../../views/workshop/moscow.ts';
import type { Here } from './use-room.ts';
import css from './PlanCard.module.css';

/** Why a card is not done: whoever asked for it reads this. */
export const CardReason = ({ here, card, onDone }: { readonly here: Here; readonly card: TableCard; readonly onDone: () => void }) => {
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
