/** The seats of the demo company whose signature the present Guidepoint lacks: for whoever comes to own it. */
import type { Seat } from '../../domain/company/company.ts';
import { current } from '../../domain/guidepoint/guidepoint.ts';
import type { CompanyRoom } from './room.ts';

/** None for a company of one's own: seats are given by a decision there. */
export const openSeats = (room: CompanyRoom): readonly Seat[] => {
  const book = room.book();
  const last = [...book.guidepoint.values()].toSorted((a, b) => (a.period < b.period ? -1 : 1)).at(-1);
  if (!book.company.get('company')?.demo || !last) return [];
  const { seats, signatures } = current(last);
  return seats.filter((seat) => !signatures[seat]);
};
