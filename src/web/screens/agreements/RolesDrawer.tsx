import { gapsOf, holdersOf } from '../../../domain/agreements/duty-gaps.ts';
import { DUTIES, type Duty, type DutyOf, type Scheme } from '../../../domain/agreements/duty.ts';
import type { Command } from '../../../domain/book.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { gapWords } from '../../../views/agreements/duty-matrix.ts';
import { DUTY_MEANS, DUTY_WORDS } from '../../../views/words/agreements.ts';
import { capital } from '../../../views/words/format.ts';
import { placeOf } from '../../../views/words/place-of.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { Note } from '../../components/Note.tsx';
import { Sections } from '../../components/Sections.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import css from './RolesDrawer.module.css';

const SCHEMES: readonly { readonly value: Scheme; readonly text: string }[] = [
  { value: 'raci', text: 'RACI' },
  { value: 'daci', text: 'DACI' },
];

/** Who does what in one priority: a person for each role, and the way of naming roles. */
export const RolesDrawer = ({ of, order, here }: { readonly of: DutyOf; readonly order: readonly DutyOf[]; readonly here: string }) => {
  const { book, may, ask, nameOf, company } = useCompany();
  const duties = book.duty.get(of);
  const scheme = duties?.scheme ?? 'raci';
  const edits = may('duty/give');
  const place = placeOf(book, of);
  const thing = book.priority.get(of as `r_${string}`) ?? book.outcome.get(of as `u_${string}`) ?? book.objective.get(of as `o_${string}`);
  useBearings({ crumb: place?.text ?? of });
  const at = order.indexOf(of);
  const step = (by: number): string | undefined => (order[at + by] ? `/agree/agreements/${order[at + by]!}${here}` : undefined);
  const decide = (...commands: Command[]): void => {
    const answer = ask(commands);
    if (!answer.ok) say({ kind: 'problem', text: answer.words });
  };
  return (
    <Drawer
      title={place?.text ?? of}
      kick="Roles and responsibilities"
      closeTo={`/agree/agreements${here}`}
      previous={step(-1)}
      next={step(1)}
      foot={place && <Button href={place.href}>Open it</Button>}
    >
      {gapsOf(book, of, thing?.owner ?? null).map((gap) => {
        const { text, todo } = gapWords(gap, book, nameOf);
        return (
          <Note key={text} kind="risk">
            {text} {todo}
          </Note>
        );
      })}
      <Sections>
        <section className={css.scheme}>
          <Segments
            label="Way of naming roles"
            value={scheme}
            choices={SCHEMES}
            onChoose={(value) => edits && decide({ type: 'duty/choose-scheme', of, scheme: value })}
          />
          <p className="sm mut">
            {scheme === 'raci' ? 'Responsible, accountable, consulted, informed.' : 'Driver, approver, contributors, informed.'} Changing it
            keeps who does the work and who answers for it.
          </p>
        </section>
        {DUTIES[scheme].map((duty) => (
          <Holders key={duty} of={of} duty={duty} people={holdersOf(duties, duty)} edits={edits} decide={decide} />
        ))}
        {thing?.owner && (
          <p className="sm mut">
            {capital(nameOf(thing.owner))} owns it{company.members[thing.owner]?.left ? ', and has left the company' : ''}.
          </p>
        )}
      </Sections>
      <Comments thing={of} />
    </Drawer>
  );
};

type HoldersProps = {
  readonly of: DutyOf;
  readonly duty: Duty;
  readonly people: readonly PersonId[];
  readonly edits: boolean;
  readonly decide: (...commands: Command[]) => void;
};

const Holders = ({ of, duty, people, edits, decide }: HoldersProps) => {
  const { nameOf } = useCompany();
  return (
    <section className={css.duty} aria-label={DUTY_WORDS[duty]}>
      <h3>
        {DUTY_WORDS[duty]} <small>{DUTY_MEANS[duty]}</small>
      </h3>
      <ul>
        {people.map((person) => (
          <li key={person}>
            <Avatar name={nameOf(person)} />
            <span>{nameOf(person)}</span>
            {edits && (
              <button
                type="button"
                className="lnk"
                aria-label={`Remove ${nameOf(person)} as ${DUTY_WORDS[duty].toLowerCase()}`}
                onClick={() => decide({ type: 'duty/take-back', of, person, duty })}
              >
                Remove
              </button>
            )}
          </li>
        ))}
      </ul>
      {edits && (
        <PersonField
          label={people.length === 0 ? `Who is ${DUTY_WORDS[duty].toLowerCase()}?` : `One more ${DUTY_WORDS[duty].toLowerCase()}`}
          value={null}
          placeholder="Choose somebody"
          among={(person) => !people.includes(person)}
          onChange={(person) => person && decide({ type: 'duty/give', of, person, duty })}
        />
      )}
      {people.length === 0 && !edits && <p className="sm mut">Nobody.</p>}
    </section>
  );
};
