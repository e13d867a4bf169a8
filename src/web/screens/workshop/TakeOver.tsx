import type { Workshop } from '../../../domain/workshop/workshop.ts';
import type { Here } from '../../room/use-room.ts';
import { Button } from '../../components/Button.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';

/** Whoever leads has lost the line or has not come: an owner or marketer in the room may take it on. */
export const TakeOver = ({ here, workshop }: { readonly here: Here; readonly workshop: Workshop }) => {
  const { me, ask, may, nameOf } = useCompany();
  const { state } = here;
  const known = state.online && state.hands.length > 0;
  if (!known || state.hands.some(({ person }) => person === workshop.facilitator)) return null;
  const name = nameOf(workshop.facilitator);
  return (
    <Note
      kind="early"
      action={
        may('workshop/plan') && (
          <Button onPress={() => void ask([{ type: 'workshop/hand-over', id: workshop.id, person: me }])}>Lead it yourself</Button>
        )
      }
    >
      {name} leads this workshop and is not here now.{!may('workshop/plan') && ' An owner or marketer in the room can take it on.'}
    </Note>
  );
};
