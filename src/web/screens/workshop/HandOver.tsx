import type { Workshop } from '../../../domain/workshop/workshop.ts';
import type { Here } from '../../room/use-room.ts';
import { useCompany } from '../../state/company.tsx';
import css from './Controls.module.css';

/** Handing the workshop to somebody else who has an account; those who are here stand first. */
export const HandOver = ({ here: { stage, state }, workshop }: { readonly here: Here; readonly workshop: Workshop }) => {
  const { ask } = useCompany();
  const isHere = (person: string): boolean => state.hands.some((hand) => hand.person === person);
  const others = stage.people.filter(({ guest, leads }) => !guest && !leads);
  return (
    <label className={css.over}>
      Hand over to
      <select
        value=""
        onChange={(event) => {
          if (event.target.value !== '')
            void ask([{ type: 'workshop/hand-over', id: workshop.id, person: event.target.value as `p_${string}` }]);
        }}
      >
        <option value="">…</option>
        {[...others.filter(({ person }) => isHere(person)), ...others.filter(({ person }) => !isHere(person))].map(({ person, name }) => (
          <option key={person} value={person}>
            {isHere(person) ? name : `${name} (not here)`}
          </option>
        ))}
      </select>
    </label>
  );
};
