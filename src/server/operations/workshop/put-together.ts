/** What came of a workshop, in one act: the table, the wording and the votes become one batch that lands whole or not at all. */
import { todayOf } from '../../../domain/intake/form.ts';
import { outputOf, type OutputRefusal } from '../../../domain/workshop/output.ts';
import type { WorkshopId } from '../../../kernel/ids.ts';
import { ok, type Refused } from '../../../kernel/result.ts';
import { requestWords } from '../../../views/workshop/deck.ts';
import { list, plural } from '../../../views/words/format.ts';
import { refusalWords } from '../../../views/words/refusals.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { liveRoomOf } from '../../workshop/rooms.ts';
import type { Run } from '../operation.ts';
import { noSuchWorkshop } from './comes.ts';

export const putTogether: Run<'workshop put-together'> = async ({ house, now }, { company, workshop: id, seats }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const book = room.book();
  const workshop = book.workshop.get(id as WorkshopId);
  if (!workshop) return noSuchWorkshop();
  if (workshop.made) {
    const { text, todo } = refusalWords({ code: 'put-together-already' }, book);
    return problem('put-together-already', text, todo);
  }
  const noteOf = (note: `n_${string}`): string | null => room.notesOf([note])[0]?.text ?? null;
  const output = outputOf({
    workshop,
    book,
    room: liveRoomOf(room, workshop.id).room(),
    today: todayOf(book, { at: now() }),
    seats,
    titleOf: (request) => requestWords(book, request, noteOf),
  });
  if (!output.ok) return inWords(output.refusal);
  const landed = room.decide({ batch: `put-${workshop.id}-${book.seq}`, ...output.value }, { by: caller.personIn(company)!, at: now() });
  if (!landed.ok) return landed;
  const { guidepoint, scenario, blueprint, ordered, accepted, notDoing } = room.book().workshop.get(workshop.id)!.made!;
  return ok({ guidepoint, scenario, blueprint, ordered: ordered.length, accepted: accepted.length, notDoing: notDoing.length });
};

const MOST_NAMED = 5;
const named = (titles: readonly string[]): string =>
  list([
    ...titles.slice(0, MOST_NAMED).map((title) => `“${title}”`),
    ...(titles.length > MOST_NAMED ? [plural(titles.length - MOST_NAMED, 'other')] : []),
  ]);

const inWords = (refusal: OutputRefusal): Refused<Problem> => {
  switch (refusal.code) {
    case 'nothing-to-put-together':
      return problem(
        refusal.code,
        'Nothing on the table would change anything.',
        'Word a Guidepoint, give dots to launches, or sort the plan first.',
      );
    case 'cards-without-effort':
      return problem(
        refusal.code,
        `Nobody has said what these take: ${named(refusal.titles)}.`,
        'Give each card that is in its person-days.',
      );
    case 'cards-without-reason':
      return problem(
        refusal.code,
        `Nobody has said why these are not done: ${named(refusal.titles)}.`,
        'Give each its reason: whoever asked is told.',
      );
  }
};
