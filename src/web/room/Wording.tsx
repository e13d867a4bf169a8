import { useState } from 'react';
import { WORDING } from '../../domain/workshop/room/accept.ts';
import type { OutcomeId } from '../../kernel/ids.ts';
import { Press } from '../ask/Press.tsx';
import { useHeld } from './use-held.ts';
import type { Here } from './use-room.ts';
import css from './Wording.module.css';

/** The Guidepoint in one sentence: one person words it at a time, all see what stands; it is put forward when the workshop is put together. */
export const Wording = ({ here }: { readonly here: Here }) => {
  const { room, act, stage } = here;
  const { outcomes } = stage;
  const stands = room.wording;
  const [draft, setDraft] = useState<{ readonly statement: string; readonly outcomes: readonly OutcomeId[] } | null>(null);
  const holder = here.heldBy(WORDING);
  useHeld(here, WORDING, draft !== null);
  const begin = (): void => setDraft(stands ?? { statement: '', outcomes: [] });
  const end = (): void => setDraft(null);
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
        {holder ? (
          <p className={css.holder} role="status">
            {holder} is wording it.
          </p>
        ) : (
          <Press onPress={begin}>{stands ? 'Word it otherwise' : 'Word it'}</Press>
        )}
      </div>
    );
  return (
    <form
      className={css.stands}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.statement.trim() === '') return;
        act({ do: 'word', statement: draft.statement.trim(), outcomes: draft.outcomes });
        end();
      }}
    >
      <textarea
        className={`agreed ${css.words}`}
        aria-label="The Guidepoint in one sentence"
        rows={3}
        placeholder="By the end of the quarter …"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened to be written in
        autoFocus
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
        <Press onPress={end}>Leave it as it is</Press>
      </div>
    </form>
  );
};
