/** Who sees money in a room: those who plan and sign, not guests and viewers; however they came in. */
import type { PersonId } from '../../kernel/ids.ts';
import type { CompanyRoom } from '../house/room.ts';

/** Whether what things cost is told to this person. */
export const seesMoney = (room: Pick<CompanyRoom, 'roleOf'>, person: PersonId): boolean => {
  const role = room.roleOf(person);
  return role !== null && role !== 'viewer';
};
