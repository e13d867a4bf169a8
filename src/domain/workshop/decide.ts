/** Deciding about workshops: what may be asked of one, and what then stands. The meaning is told in workshop.ts. */
import type { PersonId, WorkshopId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, amount, day, fresh, oneOf, stands, text } from '../check.ts';
import { BY_LINK, OPERATOR, type Ctx, type Decider } from '../decider.ts';
import { agendaHolds, agendaOf, PREWORK, TOPICS, WORKSHOP_KINDS, type Topic } from './agenda.ts';
import { evolve } from './evolve.ts';
import { preworkHolds, quarterHolds, timesHold } from './when.ts';
import {
  isOpen,
  participant,
  type ShownCard,
  type Workshop,
  type WorkshopBook,
  type WorkshopCommand,
  type WorkshopEvent,
  type WorkshopRefusal,
} from './workshop.ts';

type Refused = Result<null, WorkshopRefusal>;
type Found = Result<Workshop, WorkshopRefusal>;
const fine: Refused = ok(null);

/** Two to fifty people work in one room; a few more may be asked in, since some never come. */
const MOST_PEOPLE = 60;
const LONGEST_PURPOSE = 1000;

const first = (...checks: readonly (() => Refused)[]): Refused => {
  for (const check of checks) {
    const answer = check();
    if (!answer.ok) return answer;
  }
  return fine;
};

const there = (w: Workshop | undefined, id: WorkshopId): Found => {
  const checked = stands('workshop', id, w);
  return checked.ok ? ok(w!) : checked;
};
/** It stands and is not over. */
const ahead = (w: Workshop | undefined, id: WorkshopId): Found => {
  const found = there(w, id);
  return found.ok && found.value.closedAt !== null ? refuse({ code: 'workshop-over' }) : found;
};
/** It is not open yet: what is prepared may still change. */
const inPreparation = (w: Workshop | undefined, id: WorkshopId): Found => {
  const found = ahead(w, id);
  return found.ok && found.value.openedAt !== null ? refuse({ code: 'workshop-open' }) : found;
};
const leads = (w: Workshop, { by }: Ctx): boolean => by === w.facilitator || by === OPERATOR;
/** It is open, and its facilitator asks. */
const led = (w: Workshop | undefined, id: WorkshopId, ctx: Ctx): Found => {
  const found = ahead(w, id);
  if (!found.ok) return found;
  if (!isOpen(found.value)) return refuse({ code: 'workshop-not-open' });
  return leads(found.value, ctx) ? found : refuse({ code: 'not-the-facilitator', facilitator: found.value.facilitator });
};
const then = (found: Found, decide: (w: Workshop) => Result<readonly WorkshopEvent[], WorkshopRefusal>) =>
  found.ok ? decide(found.value) : found;

const onAgenda = (w: Workshop, topic: Topic): Refused =>
  w.agenda.some((phase) => phase.topic === topic) || w.prework?.topics.includes(topic)
    ? fine
    : refuse({ code: 'not-on-the-agenda', topic });

/** Shown before, and nothing was written since. */
const knownAlready = (w: Workshop, topic: Topic, cards: readonly ShownCard[]): boolean => {
  const were = w.shown[topic];
  return were !== undefined && cards.every(({ card }) => were.some((shown) => shown.card === card));
};

/** A guest is nobody's member: who leads has an account and may decide. */
const mayLead = (book: WorkshopBook, person: PersonId): Refused => {
  const member = book.company.get('company')?.members[person];
  return person === OPERATOR || (member && !member.left && member.role !== 'viewer') ? fine : refuse({ code: 'guest-leads', person });
};

const plans = (book: WorkshopBook, { by }: Ctx): boolean => {
  const role = book.company.get('company')?.members[by]?.role;
  return by === OPERATOR || role === 'owner' || role === 'marketer';
};

export const workshop: Decider<WorkshopId, Workshop, WorkshopCommand, WorkshopEvent, WorkshopRefusal, WorkshopBook> = {
  keyOf: (message) => message.id,
  decide: {
    'workshop/plan': (w, c, ctx, book) => {
      const { id, title, purpose, kind, period, starts, agenda, facilitator, named, linksUntil, people } = c;
      const checked = first(
        () => all(fresh('workshop', 'h', id, w), text('title', title, 80), text('purpose', purpose, LONGEST_PURPOSE)),
        () => all(oneOf('kind', kind, WORKSHOP_KINDS), day('linksUntil', linksUntil)),
        () => quarterHolds(book, period, ctx),
        () => timesHold(book, starts, linksUntil, ctx),
        () => agendaHolds(agenda),
        () => (people.length > MOST_PEOPLE ? refuse({ code: 'too-many-people', most: MOST_PEOPLE }) : fine),
        () => (new Set(people.map((p) => p.person)).size < people.length ? refuse({ code: 'said-twice' }) : fine),
        () => (people.some((p) => p.person === facilitator) ? fine : refuse({ code: 'not-invited', person: facilitator })),
        () => mayLead(book, facilitator),
      );
      if (!checked.ok) return checked;
      const said = { title: title.trim(), purpose: purpose.trim() };
      const asked = people.map(({ person, guest }) => ({ person, guest }));
      const rest = { kind, period, starts, agenda: agendaOf(agenda), facilitator, named, linksUntil };
      return ok([{ type: 'workshop/planned', id, ...said, ...rest, people: asked }]);
    },
    'workshop/reword': (w, { id, title, purpose }) =>
      then(inPreparation(w, id), (now) => {
        const checked = all(text('title', title, 80), text('purpose', purpose, LONGEST_PURPOSE));
        if (!checked.ok) return checked;
        const same = now.title === title.trim() && now.purpose === purpose.trim();
        return ok(same ? [] : [{ type: 'workshop/reworded', id, title: title.trim(), purpose: purpose.trim() }]);
      }),
    'workshop/reschedule': (w, { id, starts, linksUntil }, ctx, book) =>
      then(inPreparation(w, id), (now) => {
        const checked = first(
          () => day('linksUntil', linksUntil),
          () => timesHold(book, starts, linksUntil, ctx),
        );
        if (!checked.ok) return checked;
        const same = now.starts === starts && now.linksUntil === linksUntil;
        return ok(same ? [] : [{ type: 'workshop/rescheduled', id, starts, linksUntil }]);
      }),
    // Before it, whoever plans or leads it; while it is open whoever leads it, and steps that were begun stand as they are.
    'workshop/set-agenda': (w, { id, agenda }, ctx, book) =>
      then(ahead(w, id), (now) => {
        const lead = { code: 'not-the-facilitator' as const, facilitator: now.facilitator };
        if (!leads(now, ctx) && (isOpen(now) || !plans(book, ctx))) return refuse(lead);
        const checked = agendaHolds(agenda);
        if (!checked.ok) return checked;
        const next = agendaOf(agenda);
        const changed = now.gone.find((n) => JSON.stringify(next[n]) !== JSON.stringify(now.agenda[n]));
        if (changed !== undefined) return refuse({ code: 'step-begun', title: now.agenda[changed]!.title });
        return ok(JSON.stringify(next) === JSON.stringify(now.agenda) ? [] : [{ type: 'workshop/agenda-set', id, agenda: next }]);
      }),
    'workshop/invite': (w, { id, person, guest }) =>
      then(ahead(w, id), (now) => {
        const was = participant(now, person);
        if (was) return ok([]);
        if (now.people.length >= MOST_PEOPLE) return refuse({ code: 'too-many-people', most: MOST_PEOPLE });
        return ok([{ type: 'workshop/invited', id, person, guest }]);
      }),
    'workshop/uninvite': (w, { id, person }) =>
      then(ahead(w, id), (now) => {
        if (!participant(now, person)) return refuse({ code: 'not-invited', person });
        return person === now.facilitator ? refuse({ code: 'guest-leads', person }) : ok([{ type: 'workshop/uninvited', id, person }]);
      }),
    'workshop/renew-link': (w, { id, person }) =>
      then(ahead(w, id), (now) =>
        participant(now, person) ? ok([{ type: 'workshop/link-renewed', id, person }]) : refuse({ code: 'not-invited', person }),
      ),
    'workshop/ask-prework': (w, { id, topics, until }, ctx, book) =>
      then(inPreparation(w, id), (now) => {
        const checked = first(
          () => all(day('until', until), ...topics.map((topic) => oneOf('topic', topic, PREWORK))),
          () => preworkHolds(book, now.starts, until, ctx),
        );
        if (!checked.ok) return checked;
        if (topics.length === 0) return refuse({ code: 'empty', field: 'topics' });
        if (new Set(topics).size < topics.length) return refuse({ code: 'said-twice' });
        const same = JSON.stringify(now.prework) === JSON.stringify({ topics, until });
        return ok(same ? [] : [{ type: 'workshop/prework-asked', id, topics, until }]);
      }),
    'workshop/send-prework': (w, { id, person, cards }, { by }) =>
      then(ahead(w, id), (now) => {
        if (!participant(now, person)) return refuse({ code: 'not-invited', person });
        if (by !== person && by !== BY_LINK && by !== OPERATOR) return refuse({ code: 'not-your-own', person });
        if (now.prework === null) return refuse({ code: 'prework-not-asked' });
        if (now.prework.topics.some((topic) => now.shown[topic])) return refuse({ code: 'prework-shown' });
        const counted = Number.isSafeInteger(cards) ? amount('cards', cards) : refuse({ code: 'not-a-number' as const, field: 'cards' });
        return counted.ok ? ok([{ type: 'workshop/prework-sent', id, person, cards }]) : counted;
      }),
    'workshop/remind': (w, { id, people }) =>
      then(ahead(w, id), (now) => {
        if (now.prework === null) return refuse({ code: 'prework-not-asked' });
        const stranger = people.find((person) => !participant(now, person));
        if (stranger !== undefined) return refuse({ code: 'not-invited', person: stranger });
        if (new Set(people).size < people.length) return refuse({ code: 'said-twice' });
        // Who has sent his own is not asked again.
        const waiting = people.filter((person) => participant(now, person)!.sent === null);
        return ok(waiting.length === 0 ? [] : [{ type: 'workshop/reminded', id, people: waiting.map((person) => ({ person })) }]);
      }),
    'workshop/open': (w, { id }, ctx) =>
      then(inPreparation(w, id), (now) =>
        leads(now, ctx) ? ok([{ type: 'workshop/opened', id }]) : refuse({ code: 'not-the-facilitator', facilitator: now.facilitator }),
      ),
    'workshop/start-phase': (w, { id, phase }, ctx) =>
      then(led(w, id, ctx), (now) =>
        Number.isSafeInteger(phase) && phase >= 0 && phase < now.agenda.length
          ? ok([{ type: 'workshop/phase-started', id, phase }])
          : refuse({ code: 'no-such-step', steps: now.agenda.length }),
      ),
    'workshop/pause': (w, { id }, ctx) =>
      then(led(w, id, ctx), ({ timer }) =>
        timer === null || timer.pausedAt !== null ? refuse({ code: 'timer-not-running' }) : ok([{ type: 'workshop/paused', id }]),
      ),
    'workshop/resume': (w, { id }, ctx) =>
      then(led(w, id, ctx), ({ timer }) =>
        timer === null || timer.pausedAt === null ? refuse({ code: 'timer-runs' }) : ok([{ type: 'workshop/resumed', id }]),
      ),
    'workshop/extend': (w, { id, minutes }, ctx) =>
      then(led(w, id, ctx), ({ timer }) => {
        if (timer === null) return refuse({ code: 'timer-not-running' });
        const some = Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= 120;
        return some ? ok([{ type: 'workshop/extended', id, minutes }]) : refuse({ code: 'not-a-number', field: 'minutes' });
      }),
    'workshop/reveal-cards': (w, { id, topic, cards }, ctx) =>
      then(led(w, id, ctx), (now) => {
        const checked = first(
          () => oneOf('topic', topic, TOPICS),
          () => onAgenda(now, topic),
          () => (topic === 'plan' || knownAlready(now, topic, cards) ? refuse({ code: 'shown-already', topic }) : fine),
          () => (new Set(cards.map((c) => c.card)).size < cards.length ? refuse({ code: 'said-twice' }) : fine),
        );
        if (!checked.ok) return checked;
        const were = new Set(now.shown[topic]?.map(({ card }) => card));
        const added = cards.filter(({ card }) => !were.has(card));
        const shown = added.map(({ card, lane, by, note }) => ({ card, lane, by: now.named ? by : null, note }));
        return ok([{ type: 'workshop/cards-revealed', id, topic, cards: shown }]);
      }),
    'workshop/name-groups': (w, { id, topic, groups }, ctx) =>
      then(led(w, id, ctx), (now) => {
        const checked = first(
          () => oneOf('topic', topic, TOPICS),
          () => (now.shown[topic] ? fine : refuse({ code: 'not-shown-yet', topic })),
          () => all(...groups.map(({ title }) => text('title of a group', title, 120))),
          () => (new Set(groups.map((g) => g.group)).size < groups.length ? refuse({ code: 'said-twice' }) : fine),
        );
        if (!checked.ok) return checked;
        const next = groups.map(({ group, title, cards }) => ({ group, title: title.trim(), cards }));
        return ok(
          JSON.stringify(next) === JSON.stringify(now.groups[topic]) ? [] : [{ type: 'workshop/groups-named', id, topic, groups: next }],
        );
      }),
    'workshop/reveal-votes': (w, { id, topic, voters, counts }, ctx) =>
      then(led(w, id, ctx), (now) => {
        const checked = first(
          () => oneOf('topic', topic, TOPICS),
          () => onAgenda(now, topic),
          () => (now.votes[topic] ? refuse({ code: 'votes-shown', topic }) : fine),
          () => (topic === 'plan' || now.shown[topic] ? fine : refuse({ code: 'not-shown-yet', topic })),
          () => all(amount('voters', voters), ...counts.map(({ dots }) => amount('dots', dots))),
        );
        if (!checked.ok) return checked;
        return ok([{ type: 'workshop/votes-revealed', id, topic, voters, counts: counts.map(({ on, dots }) => ({ on, dots })) }]);
      }),
    // When whoever leads has lost his connection, somebody who plans may take it on.
    'workshop/hand-over': (w, { id, person }, ctx, book) =>
      then(ahead(w, id), (now) => {
        if (!leads(now, ctx) && !plans(book, ctx)) return refuse({ code: 'not-the-facilitator', facilitator: now.facilitator });
        if (!participant(now, person)) return refuse({ code: 'not-invited', person });
        const able = mayLead(book, person);
        if (!able.ok) return able;
        return ok(person === now.facilitator ? [] : [{ type: 'workshop/handed-over', id, person }]);
      }),
    'workshop/take-up': (w, { id, subject }, ctx) =>
      then(led(w, id, ctx), () => {
        const checked = text('subject', subject, 300);
        return checked.ok ? ok([{ type: 'workshop/taken-up', id, subject: subject.trim() }]) : checked;
      }),
    'workshop/put-together': (w, c, ctx) =>
      then(led(w, c.id, ctx), (now) => {
        if (now.made) return refuse({ code: 'put-together-already' });
        const { id, guidepoint, scenario, blueprint, ordered, accepted, notDoing, kept } = c;
        return ok([{ type: 'workshop/put-together', id, guidepoint, scenario, blueprint, ordered, accepted, notDoing, kept }]);
      }),
    'workshop/close': (w, { id }, ctx) => then(led(w, id, ctx), () => ok([{ type: 'workshop/closed', id }])),
    'workshop/cancel': (w, { id, why }) => then(inPreparation(w, id), () => ok([{ type: 'workshop/cancelled', id, why }])),
  },
  evolve,
};
