/** Where the calendar feed of milestones is. */
import { ok } from '../../../kernel/result.ts';
import { feedLink } from '../../house/feed.ts';
import type { Run } from '../operation.ts';

export const feed: Run<'feed'> = async ({ house, publicUrl }, { company }) => {
  const room = house.company(company);
  return room.ok ? ok({ link: feedLink(room.value.store, publicUrl, company, room.value.book()) }) : room;
};
