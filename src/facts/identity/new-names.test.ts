/** What a load, a load taken back or a decision leaves of identity is what working all of it out would give. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DOING, good, inFolder, type Folder } from '../../../tests/support/facts-folder.ts';
import type { Engine, Tx } from '../engine.ts';
import type { GivenRow, GivenRows } from '../loads/given-rows.ts';
import type { Handle, Of } from './handle.ts';
import { resolveAside } from './resolve.ts';

/** Everything that identity says, without the numbers that persons and accounts go by. */
const said = async (tx: Pick<Tx, 'read'>): Promise<unknown> => ({
  people: await tx.read(
    `select string_agg(concat_ws(':', kind, src, id, rule, confidence, known_on, speaks), ' ' order by kind, src, id) as who from person_of group by person order by who`,
  ),
  accounts: await tx.read(
    `select string_agg(concat_ws(':', src, id, rule, confidence, speaks), ' ' order by src, id) as what from account_key group by account order by what`,
  ),
  belongs: await tx.read(
    `select concat_ws(':', p.kind, p.src, p.id, k.src, k.id, o.rule, o.confidence) as line from account_of o
     join person_of p on p.person = o.person and p.speaks join account_key k on k.account = o.account and k.speaks order by 1`,
  ),
  proposals: await tx.read(`select * from identity_proposal order by all`),
});
const whole = (engine: Engine): Promise<unknown> =>
  engine.aside(async (tx) => {
    await resolveAside(tx, {});
    return said(tx);
  });

const name = fc.constantFrom('1', '2', '3', '4', 'L1', 'x');
const address = fc.constantFrom(
  'p1@acme.com',
  'p2@acme.com',
  'p1+a@gmail.com',
  'p1@gmail.com',
  'p2@gmail.com',
  'q@bolt.com',
  'q@none.org',
  'none',
);
const where = fc.constantFrom('A', 'B', 'C');
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 1 });
const ROWS: { readonly [entity: string]: fc.Arbitrary<GivenRow> } = {
  touch: fc.record({
    id: fc.constantFrom('t1', 't2', 't3', 't4'),
    contact_id: maybe(name),
    account_id: maybe(where),
    email: maybe(address),
    touched_on: fc.constant('2026-01-01'),
  }),
  opportunity: fc.record({
    id: fc.constantFrom('d1', 'd2'),
    account_id: maybe(where),
    stage: fc.constant('open'),
    opened_on: fc.constant('2026-01-01'),
  }),
  opportunity_contact: fc.record({ opportunity_id: fc.constantFrom('d1', 'd2'), contact_id: name }),
  contact: fc.record({ id: name, account_id: maybe(where), email: maybe(address) }),
  account: fc.record({ id: where, name: fc.constantFrom('Acme', 'Bolt works'), domain: fc.constantFrom('acme.com', 'bolt.com') }),
  lead: fc.record({
    id: fc.constantFrom('L1', 'L2'),
    contact_id: maybe(name),
    account_id: maybe(where),
    email: maybe(address),
    created_on: fc.constant('2026-01-01'),
  }),
};
type Step =
  | { readonly load: string; readonly src: string; readonly rows: readonly GivenRow[]; readonly into: boolean }
  | { readonly back: number }
  | { readonly of: Of; readonly a: Handle; readonly b: Handle; readonly same: boolean };

const contact = name.map((id): Handle => ({ kind: 'contact', src: 'crm', id }));
const email = address.map((id): Handle => ({ kind: 'email', src: null, id }));
const account = where.map((id): Handle => ({ kind: 'account', src: 'crm', id }));
const load = (entity: string): fc.Arbitrary<Step> =>
  fc.record({
    load: fc.constant(entity),
    src: fc.constantFrom('crm', 'crm', 'hub'),
    rows: fc.uniqueArray(ROWS[entity]!, { minLength: 1, maxLength: 4, selector: (row) => JSON.stringify([row['id'] ?? row]) }),
    into: fc.boolean(),
  });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: load('touch') },
  { weight: 2, arbitrary: load('opportunity') },
  { weight: 1, arbitrary: load('opportunity_contact') },
  { weight: 1, arbitrary: load('contact') },
  { weight: 1, arbitrary: load('account') },
  { weight: 1, arbitrary: load('lead') },
  { weight: 4, arbitrary: fc.record({ back: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ of: fc.constant<Of>('person'), a: contact, b: fc.oneof(email, contact), same: fc.boolean() }),
      fc.record({ of: fc.constant<Of>('member'), a: email, b: account, same: fc.boolean() }),
    ),
  },
);

const take = async ({ facts }: Folder, one: Step): Promise<void> => {
  if ('back' in one) {
    const standing = (await facts.loads()).filter(({ revertedAt }) => revertedAt === null);
    const taken = standing[one.back % Math.max(1, standing.length)];
    if (taken) good(await facts.revert(taken.n, DOING));
  } else if ('load' in one) {
    const before = (await facts.loads())
      .filter(({ file, src, revertedAt }) => revertedAt === null && file === one.load && src === one.src)
      .at(-1);
    await facts.importRows(
      {
        entity: one.load as GivenRows['entity'],
        rows: one.rows,
        file: one.load,
        src: one.src,
        ...(one.into && before && { into: before.n }),
      },
      DOING,
    );
  } else await facts.decideIdentity({ ...one, why: null }, DOING);
};

test('after any loads, loads taken back and decisions, in any order, identity is what working all of it out gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), (steps) =>
      inFolder(async (folder) => {
        for (const one of steps) {
          await take(folder, one);
          assert.deepEqual(await said(folder.facts.engine), await whole(folder.facts.engine), JSON.stringify(one));
        }
      }),
    ),
    { numRuns: Number(process.env['LOCKSTEP_RUNS'] ?? 12) },
  );
});

test('a load of touches of known people works nothing out again; one of somebody with a domain of his own does', async () => {
  await inFolder(async (folder) => {
    const { facts } = folder;
    const give = async (entity: GivenRows['entity'], rows: readonly GivenRow[]): Promise<void> =>
      void good(await facts.importRows({ entity, rows, file: entity, src: 'crm' }, DOING));
    await give('contact', [{ id: '1', email: 'p1@acme.com' }]);
    const person = async (): Promise<unknown> => facts.engine.read(`select id, person from person_of order by person`);
    // A number that working all out would not give, to see whether it did.
    await facts.engine.write((tx) => tx.run('update person_of set person = person + 70'));
    await give('touch', [{ id: 't1', contact_id: '1', email: 'P1@acme.com ', touched_on: '2026-01-01' }]);
    await give('touch', [{ id: 't2', contact_id: 'new', email: 'new@gmail.com', touched_on: '2026-01-01' }]);
    assert.deepEqual(await person(), [
      { id: '1', person: 71 },
      { id: 'p1@acme.com', person: 71 },
      { id: 'new', person: 72 },
      { id: 'new@gmail.com', person: 73 },
    ]);
    await give('touch', [{ id: 't3', email: 'colleague@acme.com', touched_on: '2026-01-01' }]);
    assert.deepEqual(
      ((await person()) as { person: number }[]).filter(({ person: n }) => n >= 70 && n < 80),
      [],
    );
  });
});
