import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';

type Props = {
  readonly name: string;
  readonly place: number;
  readonly of: number;
  /** What the move would do, in words; null while it would do nothing. */
  readonly words: (to: number) => string | null;
  readonly onClose: () => void;
  readonly onPlace: (to: number) => void;
};

/** Moves an item to a place by its number, and says before what that does: for those who do not drag. */
export const MoveDialog = ({ name, place, of, words, onClose, onPlace }: Props) => {
  const [to, setTo] = useState<number | null>(place);
  const fits = to !== null && Number.isInteger(to) && to >= 1 && to <= of;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Move ${name}`}
      onSubmit={() => fits && onPlace(to)}
      foot={
        <>
          <Button onPress={onClose}>Leave it</Button>
          <Button kind="primary" submit forbid={fits ? null : `A whole number from 1 to ${of}`}>
            Move to place {fits ? to : '…'}
          </Button>
        </>
      }
    >
      <NumberField label="Place in the Backlog" hint={`1 is first, ${of} is last.`} value={to} onChange={setTo} />
      <p className="sm mut" aria-live="polite">
        {fits ? (words(to) ?? 'That is where it stands.') : ''}
      </p>
    </Dialog>
  );
};
