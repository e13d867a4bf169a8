/** Deciding about requests: what is received, and what becomes of it. */
import type { PersonId, RequestId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, fresh } from '../check.ts';
import { BY_LINK, OPERATOR, type Ctx, type Decider } from '../decider.ts';
import { allows, type Act } from './allows.ts';
import { closedHow, todayOf } from './form.ts';
import {
  mergedInto,
  openQuestion,
  type Request,
  type RequestBook,
  type RequestCommand,
  type RequestEvent,
  type RequestRefusal,
  type Standing,
} from './request.ts';

type Of<T extends RequestCommand['type']> = Extract<RequestCommand, { readonly type: T }>;
type Decided = Result<readonly RequestEvent[], RequestRefusal>;

/** The next free reference: … in the order requests were received. */
const nextRef = (book: RequestBook): string => `R-${book.request.size + 1}`;

/** The request, if this may be done with it now. */
const open = (now: Request | undefined, id: RequestId, act: Act): Result<Request, RequestRefusal> => {
  if (!now) return refuse({ code: 'not-there', thing: 'request', id });
  const { state } = now.standing;
  return allows(state, act) ? ok(now) : refuse({ code: 'request-stands-otherwise', ref: now.ref, state });
};

/** As `open`, for what only the requester and those who plan may do. */
const mine = (now: Request | undefined, id: RequestId, act: Act, by: PersonId, book: RequestBook): Result<Request, RequestRefusal> => {
  const found = open(now, id, act);
  if (!found.ok || by === found.value.by || by === BY_LINK || by === OPERATOR) return found;
  const role = book.company.get('company')?.members[by]?.role;
  return role === 'owner' || role === 'marketer' ? found : refuse({ code: 'not-your-request', ref: found.value.ref });
};

const receive = (now: Request | undefined, command: Of<'request/receive'>, ctx: Ctx, book: RequestBook): Decided => {
  const { id, form, by, on, result, whom, due, later, proof, tactic } = command;
  const checked = all(fresh('request', 'q', id, now), day('on', on), due === null ? ok(null) : day('due', due));
  if (!checked.ok) return checked;
  const link = form === null ? undefined : book.form.get(form);
  // Who came by a link was let in for the sake of that link alone.
  if (form !== null ? !link : ctx.by === BY_LINK) return refuse({ code: 'not-there', thing: 'form', id: form ?? '' });
  const how = link ? closedHow(link, todayOf(book, ctx)) : null;
  if (link && how) return refuse({ code: 'form-closed', name: link.name, how });
  return ok([{ type: 'request/received', id, ref: nextRef(book), form, by, on, result, whom, due, later, proof, tactic }]);
};

const merge = (now: Request | undefined, { id, into, why }: Of<'request/merge'>, _: Ctx, book: RequestBook): Decided => {
  const found = open(now, id, 'merge');
  if (!found.ok) return found;
  if (id === into) return refuse({ code: 'merged-into-itself' });
  const target = book.request.get(into);
  if (!target) return refuse({ code: 'not-there', thing: 'request', id: into });
  const { standing, ref } = target;
  if (standing.state === 'merged')
    return refuse({ code: 'merge-into-the-first', ref, first: book.request.get(standing.into)?.ref ?? standing.into });
  // What is over can carry nobody else's wish.
  if (standing.state === 'declined' || standing.state === 'withdrawn')
    return refuse({ code: 'request-stands-otherwise', ref, state: standing.state });
  return ok([{ type: 'request/merged', id, into, why }]);
};

/** Those who were merged into it still want it: they are received again. */
const withdraw = (now: Request | undefined, { id, why }: Of<'request/withdraw'>, { by }: Ctx, book: RequestBook): Decided => {
  const found = mine(now, id, 'withdraw', by, book);
  if (!found.ok) return found;
  const freed = mergedInto(book, id).map((other): RequestEvent => ({ type: 'request/returned', id: other.id, why: null }));
  return ok([{ type: 'request/withdrawn', id, why }, ...freed]);
};

const stands = (was: Request | undefined, standing: Standing, { by, at }: Ctx, why: NonNullable<Request['decided']>['why']): Request => ({
  ...was!,
  standing,
  decided: { by, at, why },
});

export const request: Decider<RequestId, Request, RequestCommand, RequestEvent, RequestRefusal, RequestBook> = {
  keyOf: (message) => message.id,
  decide: {
    'request/receive': receive,
    'request/accept': (now, { id, item, why }) => {
      const found = open(now, id, 'accept');
      if (!found.ok) return found;
      const { standing } = found.value;
      return ok(standing.state === 'accepted' && standing.item === item ? [] : [{ type: 'request/accepted', id, item, why }]);
    },
    'request/merge': merge,
    'request/defer': (now, { id, until, why }, ctx, book) => {
      const found = open(now, id, 'defer');
      if (!found.ok) return found;
      const checked = day('until', until);
      if (!checked.ok) return checked;
      return until <= todayOf(book, ctx) ? refuse({ code: 'not-later', until }) : ok([{ type: 'request/deferred', id, until, why }]);
    },
    'request/decline': (now, { id, why }) => {
      const found = open(now, id, 'decline');
      return found.ok ? ok([{ type: 'request/declined', id, why }]) : found;
    },
    'request/withdraw': withdraw,
    'request/return': (now, { id, why }) => {
      const found = open(now, id, 'return');
      return found.ok ? ok([{ type: 'request/returned', id, why }]) : found;
    },
    'request/ask': (now, { id, question }) => {
      const found = open(now, id, 'ask');
      if (!found.ok) return found;
      return openQuestion(found.value)
        ? refuse({ code: 'question-open', ref: found.value.ref })
        : ok([{ type: 'request/question-asked', id, question }]);
    },
    'request/answer': (now, { id, answer }, { by }, book) => {
      const found = mine(now, id, 'answer', by, book);
      if (!found.ok) return found;
      return openQuestion(found.value)
        ? ok([{ type: 'request/question-answered', id, answer }])
        : refuse({ code: 'no-question', ref: found.value.ref });
    },
    'request/ask-place': (now, { id, place, note }, { by }, book) => {
      const found = mine(now, id, 'ask-place', by, book);
      if (!found.ok) return found;
      if (!Number.isSafeInteger(place) || place < 1) return refuse({ code: 'not-a-place' });
      const was = found.value.place;
      const asked = was !== null && was.answer === null && was.place === place && note === null;
      return ok(asked ? [] : [{ type: 'request/place-asked', id, place, note }]);
    },
    'request/answer-place': (now, { id, granted, why }) => {
      const found = open(now, id, 'answer-place');
      if (!found.ok) return found;
      const { place, ref } = found.value;
      return place && place.answer === null
        ? ok([{ type: 'request/place-answered', id, granted, why }])
        : refuse({ code: 'no-place-asked', ref });
    },
  },
  evolve: {
    'request/received': (_, { type: _type, ...received }, { at }) => ({
      ...received,
      receivedAt: at,
      standing: { state: 'received' },
      decided: null,
      questions: [],
      place: null,
    }),
    'request/accepted': (r, { item, why }, stamp) => stands(r, { state: 'accepted', item }, stamp, why),
    'request/merged': (r, { into, why }, stamp) => stands(r, { state: 'merged', into }, stamp, why),
    'request/deferred': (r, { until, why }, stamp) => stands(r, { state: 'deferred', until }, stamp, why),
    'request/declined': (r, { why }, stamp) => stands(r, { state: 'declined' }, stamp, why),
    'request/withdrawn': (r, { why }, stamp) => stands(r, { state: 'withdrawn' }, stamp, why),
    'request/returned': (r, { why }, stamp) => stands(r, { state: 'received' }, stamp, why),
    'request/question-asked': (r, { question }, { by, at }) => ({
      ...r!,
      questions: [...r!.questions, { question, by, at, answer: null }],
    }),
    'request/question-answered': (r, { answer }, { at }) => ({
      ...r!,
      questions: r!.questions.map((q) => (q.answer === null ? { ...q, answer: { answer, at } } : q)),
    }),
    'request/place-asked': (r, { place, note }, { at }) => ({ ...r!, place: { place, note, at, answer: null } }),
    'request/place-answered': (r, { granted, why }, { by, at }) => ({ ...r!, place: { ...r!.place!, answer: { granted, why, by, at } } }),
  },
};
