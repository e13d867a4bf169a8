import { BACK_WORDS } from './words.ts';
import type { Here } from './use-room.ts';
import css from './HandedBack.module.css';

/** What the room would not take, with its words, so that nothing anybody wrote is lost. */
export const HandedBack = ({ here: { state, seen } }: { readonly here: Here }) => {
  const back = state.replica?.handedBack ?? [];
  if (back.length === 0) return null;
  return (
    <div className={css.back} role="alert">
      {back.slice(-4).map(({ change, code }, n) => (
        <p key={n}>
          Not taken, since {BACK_WORDS[code] ?? code}.{'text' in change && change.text && <span className="agreed"> “{change.text}”</span>}
        </p>
      ))}
      <button type="button" onClick={seen}>
        Understood
      </button>
    </div>
  );
};
