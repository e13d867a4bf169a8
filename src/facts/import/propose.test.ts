import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsFolder } from '../../../tests/support/facts-folder.ts';
import type { Condition, Feed, Mapping } from './mapping.ts';

/** A feed in one line: entity, fields with where they come from, attributes with their kinds. */
const told = ({ entity, lookup, fields, attributes, where }: Feed): string => {
  const sources = Object.entries(fields).map(([field, source]) => {
    const from =
      'header' in source
        ? `${source.header}${source.format ? ` ~${source.format}` : ''}`
        : 'constant' in source
          ? `"${source.constant}"`
          : 'join' in source
            ? source.join.join(' + ')
            : 'first' in source
              ? source.first.join(' else ')
              : 'content';
    return `${field}: ${from}`;
  });
  const kept = attributes.map(({ name, kind }) => `${name}: ${kind}`);
  return `${lookup ? `lookup ${lookup}` : entity} (${sources.toSorted().join(', ')})${kept.length > 0 ? ` keeps ${kept.join(', ')}` : ''}${where ? ` where ${('all' in where ? where.all : [where]).map(condition).join(' and ')}` : ''}`;
};

const condition = (one: Condition): string =>
  `${one.header} ${'in' in one ? `in ${one.in.join(', ')}` : 'notIn' in one ? `not in ${one.notIn.join(', ')}` : 'filled'}`;

const proposes = (name: string, content: string, expected: readonly string[], questions: readonly string[] = []): void =>
  void test(`proposed for ${name}`, async (t) => {
    const { preview } = await factsFolder(t);
    const { mapping, questions: asked } = await preview('file.csv', content);
    assert.deepEqual(mapping.feeds.map(told), expected);
    assert.deepEqual(
      asked.map(({ id }) => id),
      questions,
    );
  });

proposes(
  'HubSpot deals with stage history and contacts',
  `Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Primary Associated Company,Associated Contact IDs,"Date entered ""Qualified To Buy (Sales)""",Is Closed Won,Is Deal Closed?
101,A,Closed Won,"12,000.50",2026-05-12 10:20,2026-01-10 09:00,Anna,Acme,11;12,2026-02-01 10:00,true,true
102,B,Qualified To Buy,"3,000",2026-09-30 08:00,2026-03-10 09:00,Ben,Beta,13,2026-04-01 10:00,false,false
`,
  [
    'opportunity (account_id: Primary Associated Company, amount: Amount ~point, close_date: Close Date ~iso, id: Record ID, is_closed: Is Deal Closed?, is_won: Is Closed Won, name: Deal Name, opened_on: Create Date ~iso, owner: Deal owner, stage: Deal Stage)',
    'stage_entry (entered_on: Date entered "Qualified To Buy (Sales)" ~iso, opportunity_id: Record ID, stage: "Qualified To Buy")',
    'stage_entry (entered_on: Close Date ~iso, opportunity_id: Record ID, stage: Deal Stage) where Deal Stage in Closed Won',
    'opportunity_contact (contact_id: Associated Contact IDs, opportunity_id: Record ID)',
  ],
);
proposes(
  'HubSpot contacts, who are leads where their origin is known',
  'Record ID,First Name,Last Name,Email,Job Title,Lifecycle Stage,Create Date,Original Traffic Source\n11,Ann,Lee,a@x.com,CMO,Lead,2026-01-01 10:00,ORGANIC_SEARCH\n12,Bob,Ray,b@x.com,CEO,Customer,2026-01-02 10:00,\n',
  [
    'contact (created_on: Create Date ~iso, email: Email, id: Record ID, name: First Name + Last Name, title: Job Title) keeps Lifecycle Stage: text',
    'lead (channel: Original Traffic Source, contact_id: Record ID, created_on: Create Date ~iso, email: Email, id: Record ID)',
  ],
);
proposes(
  'HubSpot companies, whose revenue is no deal amount',
  'Record ID,Company name,Company Domain Name,Industry,Annual Revenue\n1,Acme,acme.com,Software,1000000\n2,Beta,beta.com,Retail,\n',
  ['account (domain: Company Domain Name, id: Record ID, name: Company name) keeps Industry: text, Annual Revenue: number'],
);
proposes(
  'Salesforce opportunities in Data Loader capitals',
  '"ID","NAME","STAGENAME","AMOUNT","CLOSEDATE","CREATEDDATE","ISWON","ISCLOSED","ACCOUNTID"\n"0061","A","Closed Won","100.0","2026-05-01","2026-01-01T10:00:00.000Z","true","true","0011"\n',
  [
    'opportunity (account_id: ACCOUNTID, amount: AMOUNT ~plain, close_date: CLOSEDATE ~iso, id: ID, is_closed: ISCLOSED, is_won: ISWON, name: NAME, opened_on: CREATEDDATE ~iso-offset, stage: STAGENAME)',
    'stage_entry (entered_on: CLOSEDATE ~iso, opportunity_id: ID, stage: STAGENAME) where STAGENAME in Closed Won',
  ],
);
proposes(
  'Salesforce opportunity history: ids repeat',
  'OpportunityId,StageName,CreatedDate\n61,Prospecting,2026-01-01T10:00:00Z\n61,Proposal,2026-02-01T10:00:00Z\n61,Closed Won,2026-05-01T10:00:00Z\n',
  ['stage_entry (entered_on: CreatedDate ~iso-offset, opportunity_id: OpportunityId, stage: StageName)'],
);
proposes('Salesforce contact roles', 'OpportunityId,ContactId,Role,IsPrimary\n61,a,Buyer,true\n61,b,,false\n', [
  'opportunity_contact (contact_id: ContactId, opportunity_id: OpportunityId)',
]);
proposes(
  'Salesforce campaign members',
  'Campaign ID,Campaign Member ID,Contact ID,First Responded Date,Status,Email\n701,00v1,a,2026-01-05,Responded,a@x.com\n702,00v3,a,2026-02-06,Sent,a@x.com\n',
  [
    'touch (campaign: Campaign ID, contact_id: Contact ID, email: Email, id: Campaign Member ID, kind: Status, touched_on: First Responded Date ~iso) where First Responded Date filled',
  ],
);
proposes(
  'Google Ads',
  'Campaign report\n"September 1, 2026 - September 3, 2026"\nDay,Campaign,Impr.,Clicks,Cost,Currency code\n2026-09-01,Brand,"1,033",5,"1,172.45",USD\nTotal: Account,--,"1,033",5,"1,172.45",USD\n',
  [
    'spend (amount: Cost ~point, campaign: Campaign, channel: "Paid search", clicks: Clicks ~plain, currency: Currency code, id: content, impressions: Impr. ~point, platform: "Google Ads", spent_on: Day ~iso)',
  ],
);
proposes(
  'Meta in French, with the currency in the header',
  'Jour;Nom de la campagne;Montant dépensé (USD);Impressions\n2026-09-01;Printemps;12,50;1000\n2026-09-02;Printemps;0,50;1000\n',
  [
    'spend (amount: Montant dépensé (USD) ~comma, campaign: Nom de la campagne, channel: "Paid social", currency: "USD", id: content, impressions: Impressions ~plain, platform: "Meta Ads", spent_on: Jour ~iso)',
  ],
);
proposes(
  'LinkedIn below its preamble',
  'Campaign Performance Report (in UTC)\nReport Start: September 1, 2026\n\nStart Date (in UTC),Account Name,Currency,Campaign Name,Total Spent,Impressions,Clicks\n9/1/2026,Acme,EUR,C1,10.5,100,3\n9/14/2026,Acme,EUR,C1,10.5,100,3\n',
  [
    'spend (ad_account: Account Name, amount: Total Spent ~plain, campaign: Campaign Name, channel: "Paid social", clicks: Clicks ~plain, currency: Currency, id: content, impressions: Impressions ~plain, platform: "LinkedIn Ads", spent_on: Start Date (in UTC) ~mdy)',
  ],
);
proposes(
  'Jira: only what is done',
  'Summary,Issue key,Issue id,Issue Type,Assignee,Resolved\nx,MK-1,10001,Task,Ann,11/May/24 03:26 PM\ny,MK-2,10002,Task,Ben,\n',
  [
    'work_done (done_on: Resolved ~month-name, id: Issue id, item: Issue key, person: Assignee) keeps Summary: text, Issue Type: text where Resolved filled',
  ],
);
proposes('leads with a won date', 'lead_id,created_at,source,won_date,region\n1,2026-01-01,web,,N\n2,2026-01-02,ads,2026-02-01,S\n', [
  'lead (channel: source, created_on: created_at ~iso, id: lead_id) keeps region: text',
  'opportunity (closed_on: won_date ~iso, id: lead_id, lead_id: lead_id, stage: "won", status: "won") where won_date filled',
  'stage_entry (entered_on: created_at ~iso, opportunity_id: lead_id, stage: "lead") where won_date filled',
  'stage_entry (entered_on: won_date ~iso, opportunity_id: lead_id, stage: "won") where won_date filled',
]);
proposes(
  'a German CRM',
  'Deal ID;Deal-Name;Deal-Phase;Betrag;Abschlussdatum;Firma\n1;A;Gewonnen;1.234,50;31.05.2026;Acme\n2;B;Angebot gesendet;2.000,00;30.06.2026;Beta\n',
  [
    'opportunity (account_id: Firma, amount: Betrag ~comma, close_date: Abschlussdatum ~dmy, id: Deal ID, name: Deal-Name, stage: Deal-Phase)',
    'stage_entry (entered_on: Abschlussdatum ~dmy, opportunity_id: Deal ID, stage: Deal-Phase) where Deal-Phase in Gewonnen',
  ],
);
proposes('touches of people known by e-mail', 'date,email,channel,campaign,type\n2026-01-01,a@x.com,email,spring,click\n', [
  'touch (campaign: campaign, channel: channel, email: email, id: content, kind: type, touched_on: date ~iso)',
]);
proposes('a reference file', 'product,series,sales_price\nGTX,G,5\nMG,M,6\n', [
  'lookup product (id: product) keeps series: text, sales_price: number',
]);
proposes('a file that fits nothing', 'Table,Field,Description\na,b,c\na,d,e\n', [], ['rows']);
proposes('a file that speaks for an entity and lacks its date', 'Card ID,Card Name,Labels\n1,a,b\n', [], ['rows']);

test('everything that only a person knows is asked at once, and answers load the file', async (t) => {
  const { preview, refused, load, facts } = await factsFolder(t);
  const content = 'opportunity_id,stage,amount,close_date\n1,Closed,"1,234",01/02/2026\n2,Won,"2,345",03/04/2026\n';
  const { questions } = await preview('deals.csv', content);
  assert.deepEqual(
    questions.map(({ id, answerWith }) => [id, answerWith]),
    [
      ['stage:Closed', '--answer stage:Closed=open'],
      ['decimal:amount', '--answer decimal:amount=point'],
      ['date-order:close_date', '--answer date-order:close_date=dmy'],
    ],
  );
  const refusal = await refused('deals.csv', content);
  assert.equal(refusal.code, 'questions-open');
  assert.equal(refusal.questions?.length, 3);
  assert.deepEqual(await facts.loads(), []);
  const wrong = await refused('deals.csv', content, { answers: { 'stage:Closed': 'perhaps' } });
  assert.equal(wrong.code, 'unknown-answer');
  await load('deals.csv', content, { answers: { 'stage:Closed': 'lost', decimal: 'point', 'date-order': 'mdy' } });
  assert.deepEqual(await facts.engine.read('select status, amount_minor, closed_on from opportunity order by id'), [
    { status: 'lost', amount_minor: 123_400, closed_on: '2026-01-02' },
    { status: 'won', amount_minor: 234_500, closed_on: '2026-03-04' },
  ]);
});

test('the mapping of an earlier load is used for a file with the same columns, and its answers with it', async (t) => {
  const { preview, load } = await factsFolder(t);
  const file = (id: number, stage: string): string => `opportunity_id,stage,amount,close_date\n${id},${stage},5,01/02/2026\n`;
  await load('a.csv', file(1, 'Won'), { answers: { 'date-order': 'dmy' }, currency: 'EUR' });
  const again = await preview('b.csv', file(2, 'Won'));
  assert.deepEqual([again.mappingFrom.kind, again.mappingFrom.load, again.questions, again.mapping.currency], ['saved', 1, [], 'EUR']);
  assert.match(again.mappingFrom.text, /mapping of load 1 was used/);
  // What the new file says itself goes before what was answered for the old one.
  const decided = await preview('c.csv', 'opportunity_id,stage,amount,close_date\n3,Won,5,01/13/2026\n');
  assert.equal((decided.mapping.feeds[0]!.fields['close_date'] as { format?: string }).format, 'mdy');
  // A stage nobody classified yet is asked.
  assert.deepEqual(
    (await preview('d.csv', file(4, 'Geschlossen'))).questions.map(({ id }) => id),
    ['stage:Geschlossen'],
  );
});

test('a saved mapping with the same columns goes before those of loads', async (t) => {
  const { preview } = await factsFolder(t);
  const content = 'nummer,phase\n1,Won\n';
  const mapping: Mapping = {
    name: 'our CRM',
    src: 'crm',
    feeds: [{ entity: 'opportunity', fields: { id: { header: 'nummer' }, stage: { header: 'phase' } }, attributes: [] }],
    stages: { Won: 'won' },
    currency: 'CHF',
    zone: 'Europe/Zurich',
    answers: {},
    headers: ['phase', 'nummer'],
  };
  const { mappingFrom, mapping: used, counts } = await preview('x.csv', content, { saved: [mapping] });
  assert.equal(mappingFrom.name, 'our CRM');
  assert.deepEqual([used.src, used.currency, used.zone, counts[0]!.new], ['crm', 'CHF', 'Europe/Zurich', 1]);
});

const given = (feeds: readonly Feed[], more: Partial<Mapping> = {}): { readonly mapping: Mapping } => ({
  mapping: { src: 'files', feeds, currency: null, zone: 'UTC', answers: {}, headers: [], ...more },
});
const deal = (fields: Feed['fields']): Feed => ({ entity: 'opportunity', fields, attributes: [] });

test('a mapping that cannot be used is refused, naming what is missing', async (t) => {
  const { refused } = await factsFolder(t);
  const content = 'deal,phase\n1,Won\n';
  const code = async (feeds: readonly Feed[], more: Partial<Mapping> = {}): Promise<string> => {
    const { code: is, text, todo } = await refused('x.csv', content, given(feeds, more));
    return `${is}: ${text} ${todo}`;
  };
  assert.match(
    await code([deal({ stage: { header: 'phase' } })]),
    /^mapping-misses-required: To load deals, .* which column is id.*deal, phase/,
  );
  assert.match(
    await code([{ entity: 'touch', fields: { touched_on: { header: 'deal' } }, attributes: [] }]),
    /^mapping-misses-required: .*contact_id or account_id or email/,
  );
  assert.match(await code([deal({ id: { header: 'nummer' } })]), /^mapping-misses-column: .*"nummer"/);
  assert.match(await code([deal({ id: { header: 'deal' }, colour: { header: 'phase' } })]), /^mapping-unknown-field: .*"colour"/);
  assert.match(await code([deal({ id: { header: 'deal' } }), deal({ id: { header: 'phase' } })]), /^mapping-unfit: .*twice/);
  assert.match(await code([]), /^fits-nothing/);
  assert.match(await code([deal({ id: { header: 'deal' } })], { zone: 'Mars/Base' }), /^unknown-zone/);
  assert.match(await code([deal({ id: { header: 'deal' } })], { currency: 'euro' }), /^unknown-currency/);
  assert.match((await refused('x.csv', content, { answers: { rows: 'touch' } })).text, /touched_on/);
});

test('what the file does not say is stated: no currency, no zone', async (t) => {
  const { preview } = await factsFolder(t);
  const content = 'deal_id,deal_stage,amount,close_date\n1,Won,5,2026-01-01 10:00\n';
  const silent = await preview('x.csv', content);
  assert.ok(silent.stated.some((text) => /No currency was given/.test(text)));
  assert.ok(silent.stated.some((text) => /No time zone was given.*UTC/.test(text)));
  const told2 = await preview('x.csv', content, { currency: 'EUR', zone: 'Europe/Berlin' });
  assert.deepEqual(told2.stated.slice(0, 2), ['Amounts are read as EUR.', 'Times that name no zone are read as Europe/Berlin.']);
  assert.equal((await preview('y.csv', content.replace('5,', '€5,'))).mapping.currency, 'EUR');
});
