import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Engine } from '../../src/facts/engine.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import { readAudience } from '../../src/facts/segments/audience.ts';
import { isGroup, type Condition, type Definition, type Group, type Segment, type Test } from '../../src/facts/segments/definition.ts';
import { readMembers } from '../../src/facts/segments/members.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Cell } from './company.ts';

type Attrs = { readonly [name: string]: Cell };
type Row = { readonly id: string; readonly attrs?: Attrs; readonly [column: string]: Cell | Attrs | undefined };

const ACCOUNTS: readonly Row[] = [
  {
    id: 'a1',
    name: 'Stadtwerke Nord',
    domain: 'nord.example',
    created_on: '2024-03-01',
    attrs: { industry: 'Water', pumps: 120, key: true },
  },
  { id: 'a2', name: 'Stadtwerke Süd', created_on: '2025-06-30', attrs: { industry: 'water', pumps: 8 } },
  {
    id: 'a3',
    name: "O'Brien & Sons",
    domain: 'obrien.example',
    created_on: '2026-01-15',
    attrs: { industry: 'Power', pumps: 120.5, key: false },
  },
  { id: 'a4', name: '100% Pure', attrs: { industry: ' ', pumps: 0 } },
  { id: 'a5', name: null },
];
const CONTACTS: readonly Row[] = [
  { id: 'p1', account_id: 'a1', name: 'Ada', title: 'Chief Engineer', email: 'ada@nord.example', created_on: '2025-01-01' },
  { id: 'p2', account_id: 'a1', name: 'Bo', title: 'Buyer' },
  { id: 'p3', account_id: 'a3', name: 'Cy', title: 'engineer', created_on: '2026-02-02' },
  { id: 'p4', account_id: null, name: 'Di', title: 'Engineer' },
  { id: 'p5', account_id: 'a2', name: 'Ed', title: '' },
];
const DEALS = [
  { id: 'd1', account_id: 'a1', status: 'won', amount_minor: 100, opened_on: '2026-01-01', closed_on: '2026-02-01' },
  { id: 'd2', account_id: 'a2', status: 'lost', amount_minor: 20, opened_on: '2026-01-05', closed_on: '2026-02-05' },
  { id: 'd3', account_id: 'a3', status: 'open', amount_minor: 7, opened_on: '2026-02-01', closed_on: null },
  { id: 'd4', account_id: null, status: 'won', amount_minor: 1000, opened_on: '2026-02-01', closed_on: '2026-03-01' },
  { id: 'd5', account_id: 'a3', status: 'won', amount_minor: 40, opened_on: '2026-02-10', closed_on: '2026-03-10' },
].map((deal) => ({ ...deal, currency: 'EUR' }));
/** d4 is linked to p1 alone, d5 to a buyer of another account. */
const LINKED = [
  { opportunity_id: 'd4', contact_id: 'p1' },
  { opportunity_id: 'd5', contact_id: 'p2' },
];

const rule = (on: Condition['on'], field: string, kind: Test, ...values: readonly string[]): Condition => ({
  on,
  field,
  test: kind,
  values,
});
const all = (...parts: Group['parts']): Group => ({ join: 'all', parts });
const SEGMENTS: readonly Segment[] = [
  { id: 's_water', name: 'Water', of: 'account', where: all(rule('account', 'industry', 'equals', 'Water')) },
  { id: 's_large', name: 'Many pumps', of: 'account', where: all(rule('account', 'pumps', 'over', '100')) },
  { id: 's_eng', name: 'Engineers', of: 'contact', where: all(rule('contact', 'title', 'contains', 'engineer')) },
];

let engine: Engine;
before(async () => {
  const attributes = [
    { entity: 'account', name: 'industry', kind: 'text' },
    { entity: 'account', name: 'pumps', kind: 'number' },
    { entity: 'account', name: 'key', kind: 'boolean' },
  ];
  engine = await companyWith(
    {
      account: ACCOUNTS as never,
      contact: CONTACTS as never,
      opportunity: DEALS,
      opportunity_contact: LINKED,
      attribute: attributes,
      lead: [
        { id: 'l1', contact_id: 'p1', account_id: null, created_on: '2026-01-01' },
        { id: 'l2', contact_id: null, account_id: 'a3', created_on: '2026-01-02' },
      ],
    },
    { name: 'T', zone: 'UTC', currency: 'EUR' },
  );
  await define(SEGMENTS);
});
after(() => engine.close());

const define = (segments: readonly Segment[]): Promise<void> =>
  engine.write(async (tx) => {
    await tx.run('delete from segment');
    for (const { id, name, of, where } of segments)
      await tx.run('insert into segment values ($id, $name, $definition)', { id, name, definition: JSON.stringify({ of, where }) });
  });

// The oracle: the same meaning in plain JavaScript, row by row.
const said = (row: Row, field: string): string | null => {
  const found = field === 'created' ? row['created_on'] : (row[field] ?? row.attrs?.[field]);
  const text = found === undefined || typeof found === 'object' ? '' : String(found).trim();
  return text === '' ? null : text;
};
const same = (a: string | null, b: string): boolean =>
  a !== null && (a.toLowerCase() === b.toLowerCase() || (a.trim() !== '' && b.trim() !== '' && Number(a) === Number(b)));
const meets = (row: Row, { field, test: kind, values }: Condition): boolean => {
  const is = said(row, field);
  const value = values[0] ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const compare = (): number | null => {
    if (is === null) return null;
    if (day.test(value)) return day.test(is) ? is.localeCompare(value) : null;
    return Number.isFinite(Number(is)) ? Number(is) - Number(value) : null;
  };
  if (kind === 'blank' || kind === 'filled') return (is === null) === (kind === 'blank');
  if (kind === 'equals' || kind === 'one-of') return values.some((v) => same(is, v));
  if (kind === 'differs' || kind === 'none-of') return !values.some((v) => same(is, v));
  if (kind === 'contains') return is !== null && is.toLowerCase().includes(value.toLowerCase());
  if (kind === 'lacks') return is === null || !is.toLowerCase().includes(value.toLowerCase());
  const by = compare();
  return by !== null && (kind === 'over' ? by > 0 : by < 0);
};
const holds = (of: Definition['of'], row: Row, part: Condition | Group): boolean => {
  if (isGroup(part)) return part.join === 'all' ? part.parts.every((p) => holds(of, row, p)) : part.parts.some((p) => holds(of, row, p));
  if (part.on === of) return meets(row, part);
  if (of === 'account') return CONTACTS.some((c) => c['account_id'] === row.id && meets(c, part));
  return meets(ACCOUNTS.find(({ id }) => id === row['account_id']) ?? { id: '' }, part);
};
const belong = ({ of, where }: Definition): string[] =>
  (of === 'account' ? ACCOUNTS : CONTACTS).filter((row) => holds(of, row, where)).map(({ id }) => id);

const members = async (definition: Definition): Promise<string[]> => {
  const found = await readMembers(engine, definition, 50);
  if (!found.ok) throw new Error(`${found.refusal.on}.${found.refusal.field} is missing`);
  equal(found.value.size, found.value.rows.length);
  return found.value.rows.map(({ id }) => id).toSorted();
};

const FIELDS = {
  account: ['name', 'domain', 'created', 'industry', 'pumps', 'key'],
  contact: ['name', 'title', 'email', 'created'],
} as const;
const VALUES = [
  'water',
  'Water',
  'e',
  "O'Brien & Sons",
  '%',
  "'; drop table account; --",
  '120',
  '8.0',
  '1.2e2',
  '2025-06-30',
  '2026-01-15',
  'true',
  '100% Pure',
  'ü',
];
const condition = fc
  .tuple(
    fc.constantFrom('account' as const, 'contact' as const),
    fc.nat(),
    fc.constantFrom<Test>('equals', 'differs', 'one-of', 'none-of', 'contains', 'lacks', 'over', 'under', 'blank', 'filled'),
    fc.array(fc.constantFrom(...VALUES), { minLength: 2, maxLength: 3 }),
  )
  .map(([on, n, kind, values]): Condition => {
    const field = FIELDS[on][n % FIELDS[on].length]!;
    if (kind === 'over' || kind === 'under')
      return rule(on, field, kind, values.find((v) => /^(\d{4}-\d{2}-\d{2}|\d+(\.\d+)?)$/.test(v)) ?? '10');
    return rule(on, field, kind, ...(kind === 'blank' || kind === 'filled' ? [] : kind.endsWith('of') ? values : values.slice(0, 1)));
  });
const group = (deep: number): fc.Arbitrary<Group> =>
  fc.record({
    join: fc.constantFrom('all' as const, 'any' as const),
    parts: fc.array(deep > 0 ? fc.oneof({ weight: 3, arbitrary: condition }, { weight: 1, arbitrary: group(deep - 1) }) : condition, {
      minLength: 1,
      maxLength: 3,
    }),
  });
const definition: fc.Arbitrary<Definition> = fc.record({ of: fc.constantFrom('account' as const, 'contact' as const), where: group(2) });

test('whoever belongs by the definition is a member, and nobody else, whatever was typed', async () => {
  await fc.assert(
    fc.asyncProperty(definition, async (asked) => deepEqual(await members(asked), belong(asked).toSorted())),
    { numRuns: 300 },
  );
});

test('a preview says of how many, and how many say nothing in a field', async () => {
  const found = await readMembers(engine, SEGMENTS[0]!, 1);
  ok(found.ok);
  deepEqual([found.value.size, found.value.of, found.value.columns, found.value.rows.length], [2, 5, ['industry'], 1]);
  deepEqual(found.value.blank, [{ field: 'industry', n: 2 }]);
});

test('a field that no file brings is named, and nothing is counted', async () => {
  const found = await readMembers(engine, { of: 'account', where: all(rule('account', 'revenue', 'over', '5')) }, 10);
  deepEqual(found, { ok: false, refusal: { on: 'account', field: 'revenue' } });
});

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : 1);

test('deals stand under each segment they belong to, by account or by linked contact', async () => {
  const answer = await answerTo(engine, 'deals', { by: ['segment'] });
  deepEqual(
    answer.rows.toSorted(byKey).map((row) => [row.key, row.n, row['won'], row['id'] ?? null]),
    [
      // d1 by its account's contacts, d3 by Cy, d4 by its linked contact. d5 is linked to a buyer alone.
      ['Engineers', 3, 2, 's_eng'],
      ['Many pumps', 3, 2, 's_large'],
      ['Water', 2, 1, 's_water'],
    ],
  );
  equal(answer.total.n, 5);
  equal(answer.findings.find(({ code }) => code === 'overlap')?.n, 3);
  match(
    answer.definition,
    /segment \(deals by their linked contacts, or those of the account where none is linked; deals by their account\)/,
  );
});

test('measures by segment are the measures of that segment alone', async () => {
  const cut = await answerTo(engine, 'measures', { by: ['segment'], since: '2026-01-01', until: '2027-01-01' });
  for (const { name } of SEGMENTS) {
    const alone = await answerTo(engine, 'measures', { where: [`segment=${name}`], since: '2026-01-01', until: '2027-01-01' });
    const row = cut.rows.find(({ key }) => key === name)!;
    deepEqual(
      [row['wonRevenue'], row['openPipeline'], row['opportunitiesOpened'], row['dealsWon'], row['dealsLost']],
      alone.rows.map((line) => line['value']),
    );
  }
});

test('leads are cut by segment through their contact and its account', async () => {
  const answer = await answerTo(engine, 'funnel', { from: 'lead', to: 'won', by: ['segment'] });
  deepEqual(
    answer.rows.toSorted(byKey).map(({ key, n }) => [key, n]),
    [
      ['Engineers', 1],
      ['Many pumps', 2],
      ['Water', 1],
    ],
  );
});

test('a filter by segment never counts a deal twice, and its opposite is everybody else', async () => {
  const n = async (where: string): Promise<number> => (await answerTo(engine, 'deals', { where: [where] })).total.n;
  deepEqual(
    await Promise.all(['segment=water', 'segment!=Water', 'segment=s_eng', 'segment=(no segment)', 'segment!=(no segment)'].map(n)),
    [2, 3, 3, 0, 5],
  );
});

test('credit, which sums to the whole, is not cut by segments that overlap', async () => {
  const refused = await ask(engine, 'credit', { by: ['segment'] });
  equal(!refused.ok && refused.refusal.code, 'unfit-cut');
  ok((await ask(engine, 'credit', { where: ['segment=Water'] })).ok);
});

test('a segment nobody defined is refused with those there are', async () => {
  const refused = await ask(engine, 'deals', { where: ['segment=Gas'] });
  match(refused.ok ? '' : refused.refusal.text, /no segment called "Gas".*Water, Many pumps, Engineers|no segment called "Gas"/);
});

test('the audience says sizes, deals, overlap, and what can be asked', async () => {
  const broken: Segment = { id: 's_gas', name: 'Gas', of: 'account', where: all(rule('account', 'turbines', 'filled')) };
  const { segments, accounts, contacts, inSeveral, inNone, fields } = await readAudience(engine, [...SEGMENTS, broken]);
  deepEqual([accounts, contacts, inSeveral, inNone], [5, 5, 2, 2]);
  deepEqual(
    segments.map(({ id, size, deals }) => [id, size, deals]),
    [
      ['s_water', 2, 2],
      ['s_large', 2, 3],
      ['s_eng', 3, 3],
      ['s_gas', null, null],
    ],
  );
  deepEqual(segments.at(-1)?.missing, { on: 'account', field: 'turbines' });
  deepEqual(fields.find(({ field }) => field === 'pumps')?.kind, 'number');
  ok(fields.every(({ field }) => field !== 'id'));
});

test('a segment that cannot be counted is left out of a cut, and said to be', async () => {
  await define([...SEGMENTS, { id: 's_gas', name: 'Gas', of: 'account', where: all(rule('account', 'turbines', 'filled')) }]);
  const { definition: says, rows } = await answerTo(engine, 'deals', { by: ['segment'] });
  match(says, /left out: “Gas”, which asks for account.turbines/);
  equal(rows.length, 3);
  const refused = await ask(engine, 'deals', { where: ['segment=Gas'] });
  equal(!refused.ok && refused.refusal.code, 'unknown-field');
  await define([]);
  const none = await ask(engine, 'deals', { by: ['segment'] });
  match(none.ok ? '' : none.refusal.text, /No segment is defined yet/);
});
