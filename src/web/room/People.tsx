import type { Here } from './use-room.ts';
import css from './People.module.css';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

/** Who is here now, who leads, and whether the line holds. */
export const People = ({ here: { stage, state } }: { readonly here: Here }) => {
  const present = stage.people.filter(({ person }) => state.hands.some((hand) => hand.person === person));
  return (
    <div className={css.people}>
      <span className={state.online ? css.live : css.off} role="status">
        {state.online
          ? stage.state === 'open'
            ? '● Live'
            : '● Connected'
          : '▲ The line is broken. What you do here is kept and sent when it is back.'}
      </span>
      <ul aria-label={`Here now: ${present.length} of ${stage.people.length}`}>
        {present.map(({ person, name, leads }) => (
          <li key={person} title={leads ? `${name}, leads` : name} className={leads ? css.leads : undefined}>
            <span aria-hidden="true">{initials(name)}</span>
            <span className={css.aloud}>{leads ? `${name}, leads` : name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
