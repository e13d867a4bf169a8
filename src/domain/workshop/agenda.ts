/**
 * Agenda: what a workshop goes through, in order, each step with its minutes.
 *
 * A step is about a topic, and people do one thing in it: talk, write in silence, group what was written, give dots, sort
 * into MoSCoW classes, or sign. The two usual agendas are those of the Agile Marketing Navigator's collaborative planning
 * workshop (Guidepoint first, then ideas, then the smallest launch that would show something) and of a planning workshop
 * over what was asked for already.
 */
import { refuse, type Result } from '../../kernel/result.ts';
import { all, oneOf, text, type Basic } from '../check.ts';

export type WorkshopKind = 'collaborative' | 'planning';
export const WORKSHOP_KINDS: readonly WorkshopKind[] = ['collaborative', 'planning'];

/** What cards are about. `plan` is not written: its cards are the requests, work items and priorities there are. */
export type Topic = 'retro' | 'outlook' | 'guidepoint' | 'ideas' | 'launch' | 'plan';
/** The columns in which the cards of a topic stand; one without a name where there are none. */
export const LANES: { readonly [T in Topic]: readonly string[] } = {
  retro: ['start', 'stop', 'keep'],
  outlook: ['opportunities', 'threats'],
  guidepoint: [''],
  ideas: [''],
  launch: [''],
  plan: ['must', 'should', 'could', 'wont'],
};
export const TOPICS = Object.keys(LANES) as readonly Topic[];
/** What people are asked before the workshop. */
export const PREWORK: readonly Topic[] = ['retro', 'outlook'];

export type Act = 'talk' | 'write' | 'group' | 'vote' | 'classify' | 'sign';
export const ACTS: readonly Act[] = ['talk', 'write', 'group', 'vote', 'classify', 'sign'];

export type Phase = {
  readonly title: string;
  readonly act: Act;
  /** null where people only talk, or sign. */
  readonly topic: Topic | null;
  readonly minutes: number;
  /** Dots each person may give; 0 where none are. */
  readonly dots: number;
};

const step = (title: string, act: Act, topic: Topic | null, minutes: number, dots = 0): Phase => ({ title, act, topic, minutes, dots });

/** The usual agenda of each kind. */
export const USUAL: { readonly [K in WorkshopKind]: readonly Phase[] } = {
  collaborative: [
    step('Start, stop, keep', 'talk', 'retro', 15),
    step('Opportunities and threats', 'talk', 'outlook', 15),
    step('Guidepoint: what has to be true at the end?', 'write', 'guidepoint', 8),
    step('Grouping', 'group', 'guidepoint', 10),
    step('Dot votes', 'vote', 'guidepoint', 5, 5),
    step('The Guidepoint in one sentence', 'talk', 'guidepoint', 20),
    step('Ideas that would move it', 'write', 'ideas', 10),
    step('Grouping of ideas', 'group', 'ideas', 10),
    step('Dot votes on ideas', 'vote', 'ideas', 5, 5),
    step('The smallest launch that would show something', 'write', 'launch', 10),
    step('Dot votes on launches', 'vote', 'launch', 5, 3),
    step('Sign', 'sign', null, 10),
  ],
  planning: [
    step('Start, stop, keep', 'talk', 'retro', 15),
    step('What was asked for', 'talk', 'plan', 15),
    step('Dot votes', 'vote', 'plan', 5, 6),
    step('MoSCoW', 'classify', 'plan', 45),
    step('Sign', 'sign', null, 10),
  ],
};

export type AgendaRefusal = Basic | { readonly code: 'agenda-length'; readonly most: number };

const MOST_PHASES = 30;
const LONGEST_PHASE = 240;
const MOST_DOTS = 20;

const whole = (field: string, n: number, least: number, most: number): Result<null, Basic> =>
  Number.isSafeInteger(n) && n >= least && n <= most ? all() : refuse({ code: 'not-a-number', field });

/** One to thirty steps, each of 1 to 240 minutes; who writes, groups, votes or sorts does so about a topic. */
export const agendaHolds = (agenda: readonly Phase[]): Result<null, AgendaRefusal> => {
  if (agenda.length === 0 || agenda.length > MOST_PHASES) return refuse({ code: 'agenda-length', most: MOST_PHASES });
  return all(
    ...agenda.flatMap(({ title, act, topic, minutes, dots }) => [
      text('title of a step', title, 80),
      oneOf('act', act, ACTS),
      topic === null
        ? act === 'talk' || act === 'sign'
          ? all()
          : refuse({ code: 'empty' as const, field: 'topic' })
        : oneOf('topic', topic, allowedFor(act)),
      whole('minutes', minutes, 1, LONGEST_PHASE),
      whole('dots', dots, act === 'vote' ? 1 : 0, act === 'vote' ? MOST_DOTS : 0),
    ]),
  );
};

/** Only what is there already is sorted into classes, and it is not written. */
const allowedFor = (act: Act): readonly Topic[] =>
  act === 'classify' ? ['plan'] : act === 'write' || act === 'group' ? TOPICS.filter((topic) => topic !== 'plan') : TOPICS;

/** An agenda written out field by field, so that it is recorded in one shape. */
export const agendaOf = (agenda: readonly Phase[]): Phase[] =>
  agenda.map(({ title, act, topic, minutes, dots }) => ({ title: title.trim(), act, topic, minutes, dots }));
