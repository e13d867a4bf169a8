/** The book as it stood at the end of a past day, as this role may see it: what was planned then, not what came of it. */
import { fold, type Book } from '../../../domain/book.ts';
import type { Role } from '../../../domain/company/company.ts';
import { visible } from '../../../domain/visible.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { startOfDay } from '../../../kernel/zone.ts';
import type { CompanyRoom } from '../../house/room.ts';

/** `present` is the book of today; a day that is not over takes it as it is. */
export const planAsOf = (
  room: CompanyRoom,
  present: Book,
  role: Role,
  { asOf, today }: { readonly asOf: Day; readonly today: Day },
): Book => {
  if (asOf >= today) return present;
  const end = startOfDay(present.company.get('company')?.zone ?? 'UTC', addDays(asOf, 1));
  return fold(
    room.entries().flatMap(({ event, stamp }) => {
      const seen = stamp.at < end ? visible(role, event) : null;
      return seen ? [{ event: seen, stamp }] : [];
    }),
  );
};
