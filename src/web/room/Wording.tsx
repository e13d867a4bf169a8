import { useState } from 'react';
import type { OutcomeId } from '../../kernel/ids.ts';
import { Press } from '../ask/Press.tsx';
import type { Here } from './use-room.ts';
import css from './Wording.module.css';

/** The Guidepoint in one sentence: whoever writes last is seen by all; it is put forward when the workshop is put together. */
export const Wording = ({
  here,
  outcomes,
}: {
  readonly here: Here;
  readonly outcomes: readonly { readonly id: OutcomeId; readonly name: string }[];
}) => {
  const { room, act } = here;
  const stands = room.wording;
  const [draft, setDraft] = useState<{ readonly statement: string; readonly outcomes: readonly OutcomeId[] } | null>(null);
  if (draft === null)
    return (
      <div className={css.stands}>
        <p className={`agreed ${css.statement}`}>{stands?.statement ?? 'By the end of the quarter …'}</p>
        {stands && stands.outcomes.length > 0 && (
          <p className={css.outcomes}>
            {outcomes
              .filter(({ id }) => stands.outcomes.includes(id))
              .map(({ name }) => name)
              .join(' · ')}
          </p>
        )}
        <Press onPress={() => setDraft(stands ?? { statement: '', outcomes: [] })}>{stands ? 'Word it otherwise' : 'Word it'}</Press>
      </div>
    );
  return (
    <form
      className={css.stands}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.statement.trim() === '') return;
        act({ do: 'word', statement: draft.statement.trim(), outcomes: draft.outcomes });
        setDraft(null);
      }}
    >
      <textarea
        className={`agreed ${css.words}`}
        aria-label="The Guidepoint in one sentence"
        rows={3}
        maxLength={600}
        value={draft.statement}
        onChange={(event) => setDraft({ ...draft, statement: event.target.value })}
      />
      {outcomes.length > 0 && (
        <fieldset className={css.pick}>
          <legend>One to five outcomes make it true</legend>
          {outcomes.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={draft.outcomes.includes(id)}
                onChange={() =>
                  setDraft({
                    ...draft,
                    outcomes: draft.outcomes.includes(id) ? draft.outcomes.filter((one) => one !== id) : [...draft.outcomes, id],
                  })
                }
              />{' '}
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <div className={css.acts}>
        <Press kind="primary" submit>
          Let it stand so
        </Press>
        <Press onPress={() => setDraft(null)}>Leave it as it is</Press>
      </div>
    </form>
  );
};
