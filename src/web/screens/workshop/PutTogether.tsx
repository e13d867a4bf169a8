import { useState } from 'react';
import type { Company } from '../../../domain/company/company.ts';
import { present, type Workshop } from '../../../domain/workshop/workshop.ts';
import { tableOf } from '../../../views/workshop/moscow.ts';
import { list, quarterWords, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import type { Here } from '../../room/use-room.ts';
import css from './PutTogether.module.css';

type Props = { readonly here: Here; readonly workshop: Workshop; readonly onClose: () => void };

/** The seats of those who are asked in: who sat at the table signs. */
const heldBy = (workshop: Workshop, { seats, members }: Company): string[] => {
  const held = new Set(present(workshop).flatMap(({ person }) => members[person]?.seats ?? []));
  return seats.flatMap(({ id }) => (held.has(id) ? [id] : []));
};

/** One act: everything named here lands together, or nothing does. */
export const PutTogether = ({ here, workshop, onClose }: Props) => {
  const { id: company, company: settings } = useCompany();
  const [seats, setSeats] = useState<readonly string[]>(() => heldBy(workshop, settings));
  const doing = useDoing(async () => {
    await call('workshop put-together', { company, workshop: workshop.id, seats: [...seats] });
    onClose();
  });
  const table = here.deck ? tableOf(here.deck, here.room) : null;
  const says = [
    table &&
      `The table becomes a scenario: ${tally(table.columns.must.cards.length + table.columns.should.cards.length + table.columns.could.cards.length, 'card')} in.`,
    table && 'Requests that are in become work, and the Backlog gets the order of the table.',
    table &&
      table.columns.wont.cards.length > 0 &&
      `${tally(table.columns.wont.cards.length, 'card')} on the not-doing list; whoever asked is told why.`,
    table && seats.length > 0 && `The Blueprint for ${quarterWords(workshop.period)} is put forward for signing, if it fits.`,
    workshop.kind === 'collaborative' && 'Launches with dots become work at the end of the Backlog.',
  ].filter((line) => typeof line === 'string');
  const { wording } = here.room;
  const named = here.stage.outcomes.filter(({ id }) => wording?.outcomes.includes(id)).map(({ name }) => name);
  return (
    <Dialog
      title="Put together what came of it"
      opened
      onClose={onClose}
      onSubmit={doing.run}
      foot={
        <Button kind="primary" submit busy={doing.busy}>
          Put it together
        </Button>
      }
    >
      {wording && (
        <section aria-label="The Guidepoint">
          <p className={`agreed ${css.wording}`}>{wording.statement}</p>
          <p className={css.named}>{named.length === 0 ? 'It names no outcome yet: one to five make it true.' : list(named)}</p>
          <p>
            {seats.length > 0
              ? `It is put forward as the Guidepoint for ${quarterWords(workshop.period)}, and waits for these signatures.`
              : 'It stays in the minutes: with no seat asked to sign, nothing is put forward.'}
          </p>
        </section>
      )}
      <ul>
        {says.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <fieldset className={css.seats}>
        <legend>Seats that are asked to sign</legend>
        {settings.seats.map(({ id, title }) => (
          <CheckField
            key={id}
            checked={seats.includes(id)}
            onChange={(checked) => setSeats(checked ? [...seats, id] : seats.filter((one) => one !== id))}
          >
            {title}
          </CheckField>
        ))}
      </fieldset>
      {doing.problem && <ErrorInPlace problem={doing.problem} />}
    </Dialog>
  );
};
