import type { ItemId } from '../../../kernel/ids.ts';
import { computed, TRIALS } from '../../../views/delivery/computed.ts';
import { deliveryOf } from '../../../views/delivery/delivery.ts';
import { inputOf } from '../../../views/delivery/input.ts';
import { consequence, shiftsOf } from '../../../views/delivery/moved.ts';
import { useCompany } from '../../state/company.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import type { BacklogNow } from './use-backlog.ts';
import { reordered } from './use-order.ts';
import type { Placing } from './use-place.ts';

type Props = {
  readonly item: ItemId;
  readonly now: BacklogNow;
  /** The place it begins with; the one it stands at unless said. */
  readonly to?: number;
  readonly onClose: () => void;
  readonly onPlace: (placing: Placing, words: string) => void;
};

/** “Move to place…” for one item, with what the move would do. */
export const Mover = ({ item, now: { ids, before }, to, onClose, onPlace }: Props) => {
  const { book } = useCompany();
  const from = ids.indexOf(item);
  const words = (place: number): string | null => {
    if (place - 1 === from) return null;
    const order = reordered(ids, { item, from, to: place - 1 });
    const { ground } = before;
    const input = inputOf(ground, order);
    const few = ground.ruling.basis === 'sizes' ? 400 : TRIALS;
    const was = inputOf(ground, ids);
    const then = deliveryOf(book, ground, order, input && computed(input, few));
    return consequence(item, shiftsOf(deliveryOf(book, ground, ids, was && computed(was, few)), then));
  };
  return (
    <MoveDialog
      name={book.item.get(item)!.ref}
      place={to ?? from + 1}
      of={ids.length}
      words={words}
      onClose={onClose}
      onPlace={(place) => {
        if (place - 1 !== from) onPlace({ item, from, to: place - 1 }, words(place) ?? '');
        onClose();
      }}
    />
  );
};
