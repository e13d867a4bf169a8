import { useState } from 'react';
import { dayLong, quarterWords } from '../../views/words/format.ts';
import { dayIn } from '../../kernel/zone.ts';
import { Press } from '../ask/Press.tsx';
import { call } from '../state/api.ts';
import { TOPIC_WORDS } from '../../views/words/workshop.ts';
import type { Here } from './use-room.ts';
import { Writing } from './Writing.tsx';
import css from './Before.module.css';

/** Before the workshop: when it is, and what one is asked to write. Nobody reads it before it is shown in the room. */
export const Before = ({
  here,
  within = false,
}: {
  readonly here: Here;
  /** Part of a page that has said what it is about. */ readonly within?: boolean;
}) => {
  const { stage, room, way } = here;
  const [fault, setFault] = useState(false);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: stage.zone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(stage.starts),
  );
  const me = stage.people.find(({ person }) => person === stage.me.person);
  const mine = Object.values(room.cards).filter((card) => card.by === stage.me.person && stage.prework?.topics.includes(card.topic)).length;
  return (
    <div className={css.before}>
      {!within && (
        <>
          <h1>{stage.title}</h1>
          <p className={css.purpose}>{stage.purpose}</p>
          <p className={css.when}>
            {dayLong(dayIn(stage.zone, stage.starts))}, {time} ({stage.zone}), for {quarterWords(stage.period)}.{' '}
            {stage.agenda.reduce((sum, { minutes }) => sum + minutes, 0)} minutes.
          </p>
        </>
      )}
      {stage.prework?.topics.map((topic) => (
        <section key={topic} className={css.topic}>
          <h2>{TOPIC_WORDS[topic]}</h2>
          <Writing here={here} topic={topic} />
        </section>
      ))}
      {stage.prework && (
        <p className={css.send}>
          <Press
            kind="primary"
            onPress={() => {
              setFault(false);
              call('room-done', way).catch(() => setFault(true));
            }}
          >
            {me?.sent ? 'Send it again' : mine === 0 ? 'I have nothing to say' : `Send ${mine === 1 ? 'one card' : `${mine} cards`}`}
          </Press>
          <span role="status">
            {fault
              ? 'It could not be sent. Try again: what you wrote is kept.'
              : me?.sent
                ? 'Sent. You can still add and take back until it is shown.'
                : `Asked for by ${dayLong(stage.prework.until)}. Nobody reads it before it is shown in the room.`}
          </span>
        </p>
      )}
    </div>
  );
};
