import type { PersonId } from '../../../kernel/ids.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { useCompany } from '../../state/company.tsx';

type Props = {
  readonly members: readonly PersonId[];
  /** Those of them who are chosen. */
  readonly chosen: readonly PersonId[];
  readonly onChoose: (chosen: readonly PersonId[]) => void;
  /** As typed, one to a line. */
  readonly guests: string;
  readonly onGuests: (guests: string) => void;
};

/** Lines of a list of guests, one person each. */
export const guestLines = (typed: string): string[] =>
  typed
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Who is asked into a workshop: people of the company to tick, guests to name. */
export const WhomToAsk = ({ members, chosen, onChoose, guests, onGuests }: Props) => {
  const { people } = useCompany();
  return (
    <>
      {members.length > 0 && (
        <fieldset>
          <legend>People of the company</legend>
          {members.map((id) => (
            <CheckField
              key={id}
              checked={chosen.includes(id)}
              onChange={(checked) => onChoose(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            >
              {people.get(id)?.name ?? id}
            </CheckField>
          ))}
        </fieldset>
      )}
      <WordsField
        label="Guests without an account, one to a line"
        hint="Name <address>, or a name alone"
        optional
        value={guests}
        onChange={onGuests}
        maxLength={4000}
      />
    </>
  );
};
