/** GET /feeds/<company>/<secret>.ics: the milestones for calendar programs, which cannot sign in. */
import { problem } from '../../house/problems.ts';
import { feedOf, opensFeed } from '../../house/feed.ts';
import { replyProblem } from './reply.ts';
import { publicUrl, type Door, type Web } from './web.ts';

/** Answers with the calendar; an unknown company and a closed feed are told alike. */
export const answerFeed = (door: Door, c: Web): Response => {
  const company = c.req.param('company') ?? '';
  const secret = (c.req.param('file') ?? '').replace(/\.ics$/, '');
  const room = door.house.has(company) ? door.house.company(company) : null;
  const book = room?.ok ? room.value.book() : null;
  if (!room?.ok || !book || !opensFeed(room.value.store, book, secret))
    return replyProblem(
      c,
      problem('no-such-feed', 'There is no calendar at this address.', 'It may have been closed: ask for a new one.').refusal,
    );
  c.header('content-type', 'text/calendar; charset=utf-8');
  c.header('cache-control', 'private, max-age=600');
  c.header('content-disposition', 'inline; filename="milestones.ics"');
  const base = publicUrl(door, c);
  return c.body(feedOf(book, company, door.now(), (period) => `${base}/c/${company}/plan/blueprint/${period}`));
};
