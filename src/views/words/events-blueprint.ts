/** Sentences of what is planned: milestones, Blueprints, scenarios. */
import type { BlueprintEvent } from '../../domain/blueprint/blueprint.ts';
import type { MilestoneEvent } from '../../domain/blueprint/milestone.ts';
import type { Lever } from '../../domain/blueprint/plan.ts';
import type { ScenarioEvent } from '../../domain/blueprint/scenario.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { days, dayWords, list, moneyShort, plural, quarterWords } from './format.ts';
import { seatTitle, thingTitle } from './names.ts';
import type { Sentences, Telling } from './telling.ts';

const blueprint = (period: string, text: string, quote: NoteId | null = null) => ({
  text: text.replace('%', `the Blueprint for ${quarterWords(period)}`),
  quote,
  href: `/plan/blueprint/${period}`,
});
const milestone = ({ book }: Telling, id: string, text: string) => {
  const of = book.milestone.get(id as `m_${string}`)?.priority;
  const period = of ? book.priority.get(of)?.period : undefined;
  return { text, quote: null, href: period ? `/plan/blueprint/${period}` : null };
};
const scenario = ({ book }: Telling, id: string, text: string) => {
  const period = book.scenario.get(id as `v_${string}`)?.period;
  return { text, quote: null, href: period ? `/plan/scenarios/${period}` : null };
};
const called = ({ book }: Telling, thing: 'priority' | 'milestone' | 'scenario', id: string): string => `“${thingTitle(book, thing, id)}”`;

/** What a lever does, after "recorded that": "“Dock days” is cut". */
export const leverWords = (lever: Lever, t: Telling): string => {
  switch (lever.lever) {
    case 'cut':
      return `${called(t, 'priority', lever.priority)} is cut`;
    case 'defer':
      return `${called(t, 'priority', lever.priority)} is deferred to ${quarterWords(lever.period)}`;
    case 'extend':
      return `${called(t, 'priority', lever.priority)} is extended to ${dayWords(lever.to, t.today)}, with ${days(lever.daysAfter)} after the quarter`;
    case 'add': {
      const money = lever.minor ? moneyShort({ minor: lever.minor, currency: t.book.company.get('company')?.currency ?? null }) : null;
      const people = lever.days > 0 ? `${days(lever.days)}${lever.skill ? ` of ${lever.skill}` : ''}` : null;
      return `${list([people, money].filter((part) => part !== null)) || 'capacity'} is added`;
    }
  }
};

export const BLUEPRINT_EVENTS: Sentences<MilestoneEvent | BlueprintEvent | ScenarioEvent> = {
  'milestone/set': ({ id, priority, title, day }, t) =>
    milestone(t, id, `set the milestone “${title}” of ${called(t, 'priority', priority)} for ${dayWords(day, t.today)}`),
  'milestone/reworded': ({ id, title }, t) => milestone(t, id, `reworded a milestone to “${title}”`),
  'milestone/moved': ({ id, day }, t) => milestone(t, id, `moved the milestone ${called(t, 'milestone', id)} to ${dayWords(day, t.today)}`),
  'milestone/reached': ({ id, on }, t) =>
    milestone(t, id, `reached the milestone ${called(t, 'milestone', id)} on ${dayWords(on, t.today)}`),
  'milestone/reopened': ({ id }, t) => milestone(t, id, `took back that the milestone ${called(t, 'milestone', id)} was reached`),
  'milestone/removed': ({ id }, t) => milestone(t, id, `removed the milestone ${called(t, 'milestone', id)}`),

  'blueprint/lever-pulled': ({ period, lever }, t) => blueprint(period, `recorded for % that ${leverWords(lever, t)}`, lever.why),
  'blueprint/lever-released': ({ period, n }, t) => {
    const pulled = t.book.blueprint.get(period)?.levers.find((l) => l.n === n)?.lever;
    return blueprint(period, pulled ? `took back for % that ${leverWords(pulled, t)}` : 'took back a lever of %');
  },
  'blueprint/left-out': ({ period, title, why }) => blueprint(period, `put “${title}” on the not-doing list of %`, why),
  'blueprint/reconsidered': ({ period, n }, t) => {
    const line = t.book.blueprint.get(period)?.leftOut.find((l) => l.n === n);
    return blueprint(period, `took ${line ? `“${line.title}”` : 'a line'} off the not-doing list of %`);
  },
  'blueprint/told': ({ period, priority, line, person }, t) => {
    const title = priority
      ? called(t, 'priority', priority)
      : `“${t.book.blueprint.get(period)?.leftOut.find((l) => l.n === line)?.title ?? ''}”`;
    return blueprint(period, `told ${t.nameOf(person)} that ${title} is not done`);
  },
  'blueprint/proposed': ({ period, plan }) =>
    blueprint(period, `put forward % with ${plural(plan.lines.length, 'priority', 'priorities')}`),
  'blueprint/signed': ({ period, version, seat }, { book }) =>
    blueprint(period, `signed version ${version} of % for ${seatTitle(book, seat)}`),
  'blueprint/declined': ({ period, seat, why }, { book }) => blueprint(period, `declined % for ${seatTitle(book, seat)}`, why),
  'blueprint/change-asked': ({ period, words }) => blueprint(period, 'proposed a change of %: in, therefore out', words),
  'blueprint/change-signed': ({ period, seat }, { book }) => blueprint(period, `signed a change of % for ${seatTitle(book, seat)}`),
  'blueprint/change-declined': ({ period, seat, why }, { book }) =>
    blueprint(period, `declined a change of % for ${seatTitle(book, seat)}`, why),
  'blueprint/change-withdrawn': ({ period }) => blueprint(period, 'withdrew a change of %'),

  'scenario/tried': ({ period, name }) => ({
    text: `tried the scenario “${name}” for ${quarterWords(period)}`,
    quote: null,
    href: `/plan/scenarios/${period}`,
  }),
  'scenario/renamed': ({ id, name }, t) => scenario(t, id, `renamed a scenario to “${name}”`),
  'scenario/edited': ({ id }, t) => scenario(t, id, `changed the scenario ${called(t, 'scenario', id)}`),
  'scenario/chosen': ({ id }, t) => scenario(t, id, `chose the scenario ${called(t, 'scenario', id)}: it is the draft now`),
  'scenario/dropped': ({ id }, t) => scenario(t, id, `dropped the scenario ${called(t, 'scenario', id)}`),
};
