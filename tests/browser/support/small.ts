/** A small company, written through the API: enough for every page to have something to show. */
import type { Command } from '../../../src/domain/book.ts';
import { addDays, addMonths } from '../../../src/kernel/day.ts';
import { CALENDAR_YEAR, quarterOf } from '../../../src/kernel/fiscal.ts';
import { post, type Somebody } from './people.ts';

/** The day in the zone of the company. */
export const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format();
export const QUARTER = quarterOf(CALENDAR_YEAR, TODAY);
const due = addDays(QUARTER.to, -1);

/** Sends commands as one batch. */
export const decide = (
  who: Pick<Somebody, 'context'>,
  company: string,
  commands: readonly Command[],
  notes: readonly { id: string; text: string }[] = [],
): Promise<unknown> => post(who, 'decide', { company, batch: crypto.randomUUID(), commands, notes, people: [] });

/** Founds it and plans a quarter; answers with its id. The Guidepoint is put forward and waits for CEO and Marketing. */
export const smallCompany = async (owner: Somebody, name = 'Lademar'): Promise<string> => {
  const { id, person } = await post<{ id: string; person: `p_${string}` }>(owner, 'company-add', {
    name,
    currency: 'EUR',
    zone: 'Europe/Amsterdam',
    fiscal: CALENDAR_YEAR,
    seats: ['marketing'],
  });
  const terms = { from: QUARTER.from, due };
  await decide(
    owner,
    id,
    [
      { type: 'objective/set', id: 'o_win', statement: 'Win mid-size shippers before they tender', due: addMonths(due, 6), owner: person },
      { type: 'objective/set', id: 'o_keep', statement: 'Keep the customers we have', due: addMonths(due, 6), owner: null },
      {
        type: 'outcome/add',
        id: 'u_opened',
        objective: 'o_win',
        owner: person,
        name: 'Qualified opportunities opened',
        metric: { kind: 'measured', measure: 'opportunities-opened', unit: 'count' },
        ...terms,
        baseline: 26,
        target: 40,
      },
      {
        type: 'outcome/add',
        id: 'u_pipeline',
        objective: 'o_win',
        owner: person,
        name: `Open pipeline`,
        metric: { kind: 'measured', measure: 'open-pipeline', unit: 'money' },
        ...terms,
        baseline: 240_000_000,
        target: 360_000_000,
      },
      {
        type: 'outcome/add',
        id: 'u_meetings',
        objective: 'o_keep',
        owner: person,
        name: 'Expansion meetings held',
        metric: { kind: 'reported', unit: 'count' },
        ...terms,
        baseline: 18,
        target: 30,
      },
      { type: 'outcome/check-in', id: 'u_meetings', value: 9, on: QUARTER.from, note: 'n_checked' },
      {
        type: 'guidepoint/propose',
        period: QUARTER.id,
        statement: 'Mid-size shippers come to us before they tender, so that sales starts the next quarter with a full pipeline.',
        outcomes: ['u_opened', 'u_pipeline', 'u_meetings'],
        seats: ['ceo', 'marketing'],
      },
      {
        type: 'priority/plan',
        id: 'r_guide',
        period: QUARTER.id,
        owner: person,
        title: 'Tender guide and calculator',
        moscow: 'must',
        outcomes: ['u_opened'],
        effortDays: 60,
        budgetMinor: 4_000_000,
        from: QUARTER.from,
        to: due,
      },
      {
        type: 'item/add',
        id: 'w_calc',
        title: 'Tender calculator, public version',
        priority: 'r_guide',
        owner: person,
        sizeDays: 12,
        request: { by: person, on: QUARTER.from, words: 'n_asked' },
        foundational: null,
        on: QUARTER.from,
      },
      {
        type: 'item/add',
        id: 'w_orphan',
        title: 'Careers page redesign',
        priority: null,
        owner: null,
        sizeDays: 11,
        request: null,
        foundational: null,
        on: QUARTER.from,
      },
      {
        type: 'campaign/plan',
        id: 'c_calc',
        name: 'Tender calculator launch',
        channel: 'search',
        from: QUARTER.from,
        to: due,
        budgetMinor: 900_000,
        key: 'tender-calculator',
        aliases: ['tender_calc'],
        item: 'w_calc',
        foundational: null,
        owner: person,
      },
    ],
    [
      { id: 'n_checked', text: 'Three of them were asked for by the customer.' },
      { id: 'n_asked', text: 'I need shippers who will talk to us before they write the tender.' },
    ],
  );
  return id;
};
