/** Requests that wait for somebody who plans: to be decided, to get their place, or, of my own, to be answered. */
import { may } from '../../domain/may.ts';
import { openQuestion } from '../../domain/intake/request.ts';
import { addDays } from '../../kernel/day.ts';
import { LATE, placeWaits, waits } from '../intake/phase.ts';
import type { Decision, Looker } from './decision.ts';
import { dueBy } from './due.ts';

/** Every request that waits for a decision, where I may decide; the oldest first. */
export const toTriage = (look: Looker): Decision[] => {
  const { book, me, today, nameOf } = look;
  if (!may(book, me, 'request/accept')) return [];
  return [...book.request.values()].flatMap((request): Decision[] => {
    const place = placeWaits(book, request, today);
    if (!place && !waits(book, request, today)) return [];
    const { standing, ref } = request;
    const since = place ? request.place!.at.slice(0, 10) : standing.state === 'deferred' ? standing.until : request.on;
    return [
      {
        id: `request:${request.id}`,
        title: place ? `Answer whether ${ref} gets place ${request.place!.place}` : `Decide about ${ref}`,
        text: place
          ? `${nameOf(request.by)} asks for another place in the queue.`
          : standing.state === 'deferred'
            ? `Deferred until today or earlier. ${nameOf(request.by)} asked:`
            : standing.state === 'accepted'
              ? `The work it was accepted into was dropped. ${nameOf(request.by)} asked:`
              : `${nameOf(request.by)} asks:`,
        quote: place ? request.place!.note : request.result,
        ...dueBy(addDays(since, LATE), today),
        action: place ? 'Answer' : 'Decide',
        href: `/work/requests/${request.id}`,
      },
    ];
  });
};

/** Questions about what I asked for. */
export const toAnswer = ({ book, me, today, nameOf }: Looker): Decision[] =>
  [...book.request.values()].flatMap((request): Decision[] => {
    const question = openQuestion(request);
    if (!question || request.by !== me || !may(book, me, 'request/answer')) return [];
    return [
      {
        id: `answer:${request.id}`,
        title: `Answer a question about ${request.ref}`,
        text: `${nameOf(question.by)} asks:`,
        quote: question.question,
        ...dueBy(addDays(question.at.slice(0, 10), LATE), today),
        action: 'Answer',
        href: `/work/requests/${request.id}`,
      },
    ];
  });

/** Answers that I wait for, where I asked the question. */
export const waitingForAnswers = ({ book, me, today, nameOf }: Looker): Decision[] =>
  [...book.request.values()].flatMap((request): Decision[] => {
    const question = openQuestion(request);
    if (!question || question.by !== me) return [];
    return [
      {
        id: `asked:${request.id}`,
        title: `An answer about ${request.ref}`,
        text: `${nameOf(request.by)} has not answered yet.`,
        quote: question.question,
        ...dueBy(addDays(question.at.slice(0, 10), LATE), today),
        action: 'See the request',
        href: `/work/requests/${request.id}`,
      },
    ];
  });
