import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { FOUNDED, given, when, type Answered, type Asked } from '../given.ts';
import type { Refusal } from '../decide.ts';
import { USUAL } from './agenda.ts';
import { leftMs } from './timer.ts';
import type { WorkshopCommand } from './workshop.ts';

const ID = 'h_q2';
const PLAN: WorkshopCommand = {
  type: 'workshop/plan',
  id: ID,
  title: 'Spring',
  purpose: 'What should the spring change?',
  kind: 'collaborative',
  period: '2026-Q2',
  starts: '2026-03-24T13:00:00.000Z',
  agenda: USUAL.collaborative,
  facilitator: 'p_ben',
  named: false,
  linksUntil: '2026-03-25',
  people: [
    { person: 'p_ben', guest: false },
    { person: 'p_caro', guest: false },
    { person: 'p_guest', guest: true },
  ],
};
const ben = (command: WorkshopCommand): Asked => ['p_ben', command];
const planned = (more: Partial<Extract<WorkshopCommand, { type: 'workshop/plan' }>> = {}): Asked => ben({ ...PLAN, ...more });
const PLANNED = [...FOUNDED, planned()];
const ask = ben({ type: 'workshop/ask-prework', id: ID, topics: ['retro', 'outlook'], until: '2026-03-23' });
const open = ben({ type: 'workshop/open', id: ID });
const step = (phase: number): Asked => ben({ type: 'workshop/start-phase', id: ID, phase });
const OPEN = [...PLANNED, open, step(2)];
const cards = [{ card: 'j_a', lane: '', by: 'p_caro', note: 'n_a' }] as const;
const show = ben({ type: 'workshop/reveal-cards', id: ID, topic: 'guidepoint', cards });

const refused = (refusal: Refusal): Answered => ({ refused: refusal });
const answer = (asked: readonly Asked[], last: Asked): Answered => when(given(...asked), last);

/** What is given, what is asked then, and how it is refused. */
const RULES: readonly (readonly [string, readonly Asked[], Asked, Refusal])[] = [
  ['it is about a quarter there is', FOUNDED, planned({ period: '2026-Q9' }), { code: 'not-a-quarter', found: '2026-Q9' }],
  ['it starts at a moment there is', FOUNDED, planned({ starts: 'soon' }), { code: 'not-an-instant', found: 'soon' }],
  [
    'no workshop is planned for a day that has gone by',
    FOUNDED,
    planned({ starts: '2020-01-01T09:00:00Z' }),
    { code: 'workshop-gone-by', on: '2020-01-01' },
  ],
  [
    'links last until the workshop',
    FOUNDED,
    planned({ linksUntil: '2026-03-20' }),
    { code: 'links-end-before', until: '2026-03-20', on: '2026-03-24' },
  ],
  ['it is about a quarter that has not ended', FOUNDED, planned({ period: '2019-Q1' }), { code: 'quarter-gone-by', period: '2019-Q1' }],
  [
    'nothing is moved into the past',
    PLANNED,
    ben({ type: 'workshop/reschedule', id: ID, starts: '2020-01-01T09:00:00Z', linksUntil: '2020-01-08' }),
    { code: 'workshop-gone-by', on: '2020-01-01' },
  ],
  ['its agenda has a step', FOUNDED, planned({ agenda: [] }), { code: 'agenda-length', most: 30 }],
  [
    'whoever writes writes about something',
    FOUNDED,
    planned({ agenda: [{ title: 'Write', act: 'write', topic: null, minutes: 5, dots: 0 }] }),
    { code: 'empty', field: 'topic' },
  ],
  [
    'its people fit into a room',
    FOUNDED,
    planned({ people: Array.from({ length: 61 }, (_, n) => ({ person: `p_${n}` as const, guest: true })) }),
    { code: 'too-many-people', most: 60 },
  ],
  ['whoever leads it is asked in', FOUNDED, planned({ facilitator: 'p_ana' }), { code: 'not-invited', person: 'p_ana' }],
  ['a guest does not lead it', FOUNDED, planned({ facilitator: 'p_guest' }), { code: 'guest-leads', person: 'p_guest' }],
  [
    'it is handed over to nobody who has no account',
    PLANNED,
    ben({ type: 'workshop/hand-over', id: ID, person: 'p_guest' }),
    { code: 'guest-leads', person: 'p_guest' },
  ],
  [
    'its facilitator opens it',
    PLANNED,
    ['p_caro', { type: 'workshop/open', id: ID }],
    { code: 'not-the-facilitator', facilitator: 'p_ben' },
  ],
  ['no step starts before it is open', PLANNED, step(0), { code: 'workshop-not-open' }],
  ['it is opened once', OPEN, open, { code: 'workshop-open' }],
  ['a step is one of the agenda', OPEN, step(99), { code: 'no-such-step', steps: USUAL.collaborative.length }],
  [
    'a step that was begun stays in its place',
    OPEN,
    ben({ type: 'workshop/set-agenda', id: ID, agenda: USUAL.collaborative.slice(1) }),
    { code: 'step-begun', title: USUAL.collaborative[2]!.title },
  ],
  [
    'once it is open only its facilitator changes the agenda',
    OPEN,
    ['p_ana', { type: 'workshop/set-agenda', id: ID, agenda: USUAL.collaborative }],
    { code: 'not-the-facilitator', facilitator: 'p_ben' },
  ],
  ['a timer is paused while it runs', [...PLANNED, open], ben({ type: 'workshop/pause', id: ID }), { code: 'timer-not-running' }],
  ['a timer runs on after it was paused', OPEN, ben({ type: 'workshop/resume', id: ID }), { code: 'timer-runs' }],
  ['cards are shown again only when some were written since', [...OPEN, show], show, { code: 'shown-already', topic: 'guidepoint' }],
  [
    'cards are shown for a topic of the agenda',
    [...FOUNDED, planned({ agenda: USUAL.planning }), open],
    ben({ type: 'workshop/reveal-cards', id: ID, topic: 'ideas', cards: [] }),
    { code: 'not-on-the-agenda', topic: 'ideas' },
  ],
  [
    'what is hidden is not grouped',
    OPEN,
    ben({ type: 'workshop/name-groups', id: ID, topic: 'guidepoint', groups: [] }),
    { code: 'not-shown-yet', topic: 'guidepoint' },
  ],
  [
    'votes are counted once',
    [...OPEN, show, ben({ type: 'workshop/reveal-votes', id: ID, topic: 'guidepoint', voters: 1, counts: [] })],
    ben({ type: 'workshop/reveal-votes', id: ID, topic: 'guidepoint', voters: 2, counts: [] }),
    { code: 'votes-shown', topic: 'guidepoint' },
  ],
  [
    'nothing is sent before it was asked for',
    PLANNED,
    ['p_caro', { type: 'workshop/send-prework', id: ID, person: 'p_caro', cards: 2 }],
    { code: 'prework-not-asked' },
  ],
  [
    'everybody sends his own',
    [...PLANNED, ask],
    ben({ type: 'workshop/send-prework', id: ID, person: 'p_caro', cards: 2 }),
    { code: 'not-your-own', person: 'p_caro' },
  ],
  [
    'nothing is sent after it was shown',
    [...PLANNED, ask, open, ben({ type: 'workshop/reveal-cards', id: ID, topic: 'retro', cards: [] })],
    ['p_caro', { type: 'workshop/send-prework', id: ID, person: 'p_caro', cards: 2 }],
    { code: 'prework-shown' },
  ],
  [
    'nothing is asked for by a day after the workshop',
    PLANNED,
    ben({ type: 'workshop/ask-prework', id: ID, topics: ['retro'], until: '2031-01-01' }),
    { code: 'prework-day', until: '2031-01-01', from: '2026-02-03', to: '2026-03-24' },
  ],
  [
    'nobody is reminded of what was not asked',
    PLANNED,
    ben({ type: 'workshop/remind', id: ID, people: ['p_caro'] }),
    { code: 'prework-not-asked' },
  ],
  [
    'what came of it is put together once',
    [
      ...OPEN,
      ben({
        type: 'workshop/put-together',
        id: ID,
        guidepoint: null,
        scenario: null,
        blueprint: null,
        ordered: [],
        accepted: [],
        notDoing: [],
        kept: [],
      }),
    ],
    ben({
      type: 'workshop/put-together',
      id: ID,
      guidepoint: null,
      scenario: null,
      blueprint: null,
      ordered: [],
      accepted: [],
      notDoing: [],
      kept: [],
    }),
    { code: 'put-together-already' },
  ],
  ['when it is over, it is over', [...OPEN, ben({ type: 'workshop/close', id: ID })], step(3), { code: 'workshop-over' }],
  ['what is open is closed, not cancelled', OPEN, ben({ type: 'workshop/cancel', id: ID, why: 'n_w' }), { code: 'workshop-open' }],
];
for (const [rule, asked, last, refusal] of RULES) test(`a workshop: ${rule}`, () => deepEqual(answer(asked, last), refused(refusal)));

test('what is still to come of an agenda changes while the workshop is open', () => {
  const [begun, rest] = [USUAL.collaborative.slice(0, 3), USUAL.collaborative.slice(3)];
  const shorter = [...begun, ...rest.toReversed().map((phase) => ({ ...phase, minutes: 3 }))];
  const after = given(...OPEN, ben({ type: 'workshop/set-agenda', id: ID, agenda: shorter })).workshop.get(ID)!;
  deepEqual([after.agenda, after.phase, after.gone], [shorter, 2, [2]]);
});

test('cards are shown without names unless people were told otherwise when it was planned', () => {
  const shown = (named: boolean) => given(...FOUNDED, planned({ named }), open, show).workshop.get(ID)?.shown.guidepoint?.[0]?.by;
  deepEqual([shown(false), shown(true)], [null, 'p_caro']);
});

test('a link that was renewed, and one of somebody asked out and in again, is another link', () => {
  const linkOf = (...asked: readonly Asked[]) =>
    given(...PLANNED, ...asked)
      .workshop.get(ID)
      ?.people.find((p) => p.person === 'p_guest')?.link;
  equal(linkOf(), 1);
  equal(linkOf(ben({ type: 'workshop/renew-link', id: ID, person: 'p_guest' })), 2);
  const out = ben({ type: 'workshop/uninvite', id: ID, person: 'p_guest' });
  equal(linkOf(out, ben({ type: 'workshop/invite', id: ID, person: 'p_guest', guest: true })), 2);
});

test('who has sent his own is not reminded', () => {
  const sent: Asked = ['p_caro', { type: 'workshop/send-prework', id: ID, person: 'p_caro', cards: 2 }];
  deepEqual(answer([...PLANNED, ask, sent], ben({ type: 'workshop/remind', id: ID, people: ['p_caro', 'p_guest'] })), {
    events: [{ type: 'workshop/reminded', id: ID, people: [{ person: 'p_guest' }] }],
  });
});

test('an owner or a marketer may take a workshop over whose facilitator has gone; a stakeholder may not', () => {
  const over = (by: 'p_ana' | 'p_caro'): Asked => [by, { type: 'workshop/hand-over', id: ID, person: 'p_caro' }];
  deepEqual(answer(OPEN, over('p_caro')), refused({ code: 'not-the-facilitator', facilitator: 'p_ben' }));
  equal(given(...OPEN, over('p_ana')).workshop.get(ID)?.facilitator, 'p_caro');
});

test('a timer counts what it ran, not what it stood still, and more minutes are more minutes', () => {
  const at = (n: number): string => `2026-03-24T13:${String(n).padStart(2, '0')}:00.000Z`;
  const running = { startedAt: at(0), minutes: 10, stoodMs: 0, pausedAt: null };
  equal(leftMs(running, at(4)), 6 * 60_000);
  equal(leftMs({ ...running, pausedAt: at(4) }, at(30)), 6 * 60_000);
  equal(leftMs({ ...running, stoodMs: 26 * 60_000 }, at(31)), 5 * 60_000);
  equal(leftMs({ ...running, minutes: 15 }, at(20)), -5 * 60_000);
  const timer = given(
    ...OPEN,
    ben({ type: 'workshop/pause', id: ID }),
    ben({ type: 'workshop/resume', id: ID }),
    ben({ type: 'workshop/extend', id: ID, minutes: 3 }),
  ).workshop.get(ID)!.timer!;
  deepEqual([timer.minutes, timer.stoodMs, timer.pausedAt], [11, 60_000, null]);
});
