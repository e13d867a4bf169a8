/**
 * Facts: the rows of the demo, load by load, in the order in which they are to be imported.
 *
 * Rows are made while they are read and never held: memory does not grow with scale. Each load can be read again and
 * gives the same rows. Ids are unique per load's entity; references name ids of the same source (`SRC`).
 * Days are YYYY-MM-DD, instants UTC, money whole minor units (cents).
 */
import type { PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/zone.ts';
import { accountRows, contactRows, leadRows } from './account-rows.ts';
import { contactLinkRows, opportunityRows, stageRows } from './deal-rows.ts';
import { instantAt, type DemoBatch } from './moments.ts';
import { browserRows, NEWSLETTER, subscriberRows, subsidiaryRows } from './newsletter.ts';
import { idOf } from './people.ts';
import type { Row } from './row.ts';
import { spendRows } from './spend.ts';
import { touchRows } from './touch-rows.ts';
import { workRows } from './work-done.ts';
import type { World } from './world.ts';

export type DemoEntity =
  | 'account'
  | 'contact'
  | 'lead'
  | 'opportunity'
  | 'opportunity_contact'
  | 'stage_entry'
  | 'touch'
  | 'visitor_link'
  | 'spend'
  | 'work_done';

/**
 * One load. `file` is what the ledger calls it. `attributes` are the kinds of attributes that are not text.
 * Negative amounts are credit notes. `late`: it arrived after deals it speaks of were closed.
 */
export type DemoLoad = {
  readonly entity: DemoEntity;
  readonly file: string;
  readonly src: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly rows: Iterable<Row>;
  readonly attributes: { readonly [name: string]: 'text' | 'number' | 'boolean' | 'day' };
  readonly late: boolean;
  /** How many rows there will be, where that is known without making them. */
  readonly of?: number;
};

/** The source of the CRM and of all that names its ids; the newsletter tool has ids of its own. */
export const SRC = 'lademar';

export const loadsOf = (world: World, batches: readonly DemoBatch[]): DemoLoad[] => {
  const { today } = world.calendar;
  const load = (n: number, entity: DemoEntity, file: string, rows: () => Iterable<Row>, more: Partial<DemoLoad> = {}): DemoLoad => ({
    entity,
    file,
    src: SRC,
    at: instantAt(today, EARLY + n * APART),
    by: idOf('wes'),
    rows: { [Symbol.iterator]: () => rows()[Symbol.iterator]() },
    attributes: {},
    late: false,
    ...more,
  });
  const stamp = (name: string, ending = 'csv'): string => `${name}-${world.asOf}.${ending}`;
  return [
    load(0, 'account', stamp('crm-accounts'), () => accountRows(world), {
      of: world.accounts,
      attributes: { market: 'text', country: 'text', sector: 'text', employees: 'number' },
    }),
    load(1, 'contact', stamp('crm-contacts'), () => contactRows(world)),
    load(2, 'lead', stamp('crm-leads'), () => leadRows(world)),
    // A company of many territories has one export of all its tools: every account is then walked once, not four times.
    ...(world.editions.length > 1
      ? [load(3, 'touch', stamp('all-tools'), () => touchRows(world, 'all others'))]
      : [
          load(3, 'touch', stamp('web-visits'), () => touchRows(world, 'web')),
          load(4, 'touch', stamp('e-mail-tool'), () => touchRows(world, 'email')),
          load(5, 'touch', stamp('event-lists'), () => touchRows(world, 'events')),
          load(6, 'touch', stamp('sales-activities'), () => touchRows(world, 'sales')),
        ]),
    load(7, 'spend', stamp('ads-and-invoices'), () => spendRows(world)),
    load(8, 'work_done', stamp('time-sheets'), () => workRows(world, batches)),
    load(9, 'opportunity', stamp('crm-opportunities'), () => opportunityRows(world)),
    load(10, 'opportunity_contact', stamp('crm-opportunity-contacts'), () => contactLinkRows(world)),
    load(11, 'stage_entry', stamp('crm-stage-history'), () => stageRows(world)),
    load(12, 'account', stamp('newsletter-companies'), () => subsidiaryRows(world), { src: NEWSLETTER }),
    load(13, 'contact', stamp('newsletter-subscribers'), () => subscriberRows(world), { src: NEWSLETTER }),
    load(14, 'visitor_link', stamp('newsletter-browsers'), () => browserRows(world), { src: NEWSLETTER }),
    load(15, 'touch', 'utrecht-fair-badges.csv', () => touchRows(world, 'late'), { late: true }),
  ];
};

/** Minutes since midnight of the first load, and between two. */
const EARLY = 5 * 60 + 10;
const APART = 3;
