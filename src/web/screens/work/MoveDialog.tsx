import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import type { BacklogRow } from '../../../views/work/backlog.ts';

type Props = { readonly row: BacklogRow; readonly of: number; readonly onClose: () => void; readonly onPlace: (to: number) => void };

/** Moves an item to a place by its number: for those who do not drag. */
export const MoveDialog = ({ row, of, onClose, onPlace }: Props) => {
  const [to, setTo] = useState<number | null>(row.place);
  const fits = to !== null && Number.isInteger(to) && to >= 1 && to <= of;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Move ${row.item.ref}`}
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
    </Dialog>
  );
};
