/** Files of one CRM in any order: the facts are the same where they agree; where they do not, the conflict is listed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { DOING, good, inFolder } from '../../../tests/support/facts-folder.ts';

const salesforce = (file: string): string => readFileSync(path.join(import.meta.dirname, '../../../tests/corpus/salesforce', file), 'utf8');
const WISH = { currency: 'EUR', zone: 'Europe/Amsterdam' };

/** The history and the field history say the same; the deals are what they end in. */
const DEALS = salesforce('opportunity.csv');
const FILES = {
  'deals.csv': DEALS,
  'history.csv': salesforce('opportunity-history.csv'),
  'fields.csv': salesforce('field-history.csv'),
  'leads.csv': salesforce('lead.csv'),
  'roles.csv': salesforce('contact-role.csv'),
  'members.csv': salesforce('campaign-member.csv'),
  'campaigns.csv': salesforce('campaign.csv'),
};
type Name = keyof typeof FILES;
const NAMES = Object.keys(FILES) as Name[];

const dumpAfter = (order: readonly Name[]): Promise<{ readonly dump: string; readonly conflicts: readonly string[] }> =>
  inFolder(async ({ load, dump, facts }) => {
    for (const name of order) await load(name, FILES[name], WISH);
    return { dump: await dump(), conflicts: (await facts.conflicts()).map(({ entity, id, field }) => `${entity} ${id} ${field}`) };
  });

test('deals, histories, leads, roles, members and campaigns give the same facts in any order', async () => {
  const { dump, conflicts } = await dumpAfter(NAMES);
  assert.deepEqual(conflicts, []);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(NAMES, { minLength: NAMES.length, maxLength: NAMES.length }), async (order) => {
      const other = await dumpAfter(order);
      assert.equal(other.dump, dump, order.join(', '));
      assert.deepEqual(other.conflicts, conflicts);
    }),
    { numRuns: 6 },
  );
});

test('a stage that follows from the close gives way to the recorded one, whichever comes first, and comes back with a revert', async () => {
  const entered = 'select entered_on, inferred from stage_entry where stage = ';
  for (const order of [
    ['deals.csv', 'late.csv'],
    ['late.csv', 'deals.csv'],
  ])
    await inFolder(async ({ load, facts }) => {
      // The rep set the stage on the third; the closing date stayed the twenty-eighth of April.
      const late = 'OpportunityId,StageName,CreatedDate,Amount\n0065g00000Xa1BzAAJ,Closed Won,2026-05-03T10:00:00.000Z,96800.5\n';
      for (const name of order) await load(name, name === 'late.csv' ? late : DEALS, WISH);
      assert.deepEqual(await facts.engine.read(`${entered} 'Closed Won'`), [{ entered_on: '2026-05-03', inferred: null }]);
      assert.deepEqual(await facts.conflicts(), []);
      good(await facts.revert(order.indexOf('late.csv') + 1, DOING));
      assert.deepEqual(await facts.engine.read(`${entered} 'Closed Won'`), [{ entered_on: '2026-04-28', inferred: true }]);
    });
});

test('two histories that disagree about one moment: the later load stands and the conflict is listed', async () => {
  await inFolder(async ({ load, facts }) => {
    await load('a.csv', FILES['history.csv'], WISH);
    await load('b.csv', FILES['history.csv'].replace('"96800.5","72600.38"', '"91000.0","72600.38"'), WISH);
    assert.deepEqual(
      (await facts.conflicts()).map(({ entity, field, was, isNow }) => [entity, field, was, isNow]),
      [['deal_change', 'value', '9680050', '9100000']],
    );
  });
});

test('members of a campaign have its type and mean it by its name, whether its record comes before or after, and lose both with it', async () => {
  for (const order of [
    ['members.csv', 'campaigns.csv'],
    ['campaigns.csv', 'members.csv'],
  ] as const)
    await inFolder(async ({ load, facts }) => {
      await facts.project({
        company: { name: 'Acme', zone: 'UTC', currency: 'EUR', lookBackDays: 365, startMonth: 1, pattern: 'calendar' },
        campaigns: [
          {
            campaignId: 'c_fair',
            name: 'Millers’ Fair 2026',
            channel: 'Events',
            foundational: false,
            itemId: null,
            priorityId: null,
            guidepoint: null,
            spellings: [],
          },
        ],
        items: [],
        outcomes: [],
        segments: [],
        rates: [],
        costs: null,
        entries: [],
      });
      for (const name of order) await load(name, FILES[name], WISH);
      const told = (): Promise<unknown[]> =>
        facts.engine.read(
          'select channel, offline, campaign_id, count(*) as n from touch left join campaign_name on found = lower(trim(campaign)) group by all',
        );
      assert.deepEqual(await told(), [{ channel: 'Trade Show', offline: true, campaign_id: 'c_fair', n: 3 }]);
      good(await facts.revert(order.indexOf('campaigns.csv') + 1, DOING));
      assert.deepEqual(await told(), [{ channel: null, offline: null, campaign_id: null, n: 3 }]);
    });
});

test('rows without an id are known again, also after another file made text of what they hold', async () => {
  const WEBINAR = 'Topic,Email,Attended,Join Time\nDock planning,kim@a.example,Yes,2026-03-12 15:01:10\nDock planning,omar@b.example,No,\n';
  const FAIR = 'Event Name,Event Date,Email,Attended\nFair,2026-04-02,pia@c.example,Yes\nFair,2026-04-02,omar@b.example,no-show\n';
  await inFolder(async ({ load, facts, dump }) => {
    await load('webinar.csv', WEBINAR, { ...WISH, answers: { 'event-channel': 'Webinar' } });
    await load('fair.csv', FAIR, { ...WISH, answers: { 'event-channel': 'Event' } });
    const before = await dump();
    const again = await load('webinar.csv', WEBINAR, { ...WISH, answers: { 'event-channel': 'Webinar' } });
    assert.equal(again.nothingNew, true, again.text);
    assert.equal(await dump(), before);
    assert.deepEqual(await facts.engine.read('select count(*) as n from touch'), [{ n: 2 }]);
  });
});
