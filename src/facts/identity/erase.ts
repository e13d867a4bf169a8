/**
 * Erase: takes away who a person of the facts is, for good, and leaves what he did.
 *
 * Every address and every visitor id of his becomes a token that was drawn for it and is written nowhere else; his names, titles
 * and attributes go. An address keeps its domain where an account or free mail has it, since whose it is may hang on it. So
 * the same rows hang together as before, and no count, no credit and no money moves. An address that several people share is nobody's own, and stays.
 *
 * Reaches   the tables, their _row twins, held rows with their CSV, values two loads disagreed about, decisions about who is who, kept
 *           journeys; files as received in which a row named him are removed (load.erased_at says when)
 * Stays     ids that a CRM gave him, unless they are addresses. A file imported again brings him back: he is to be erased
 *           at the source first
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Engine, Tx } from '../engine.ts';
import type { ImportRefusal } from '../import/refusal.ts';
import type { Doing } from '../loads/doing.ts';
import { writeRejects } from '../loads/held.ts';
import { importsFile } from '../loads/keep-file.ts';
import { forgetJourneys } from '../journey/store.ts';
import { lits } from '../quote.ts';
import { DISPOSABLE, FREE_MAIL } from './free-mail.ts';
import type { Handle } from './handle.ts';
import { resolveIdentity } from './resolve.ts';

/** `handles` that were his; rows changed by table; names of files as received that are gone; shared addresses, which stay. */
export type Erased = {
  readonly visitors: readonly string[];
  readonly emails: readonly string[];
  readonly rows: { readonly [table: string]: number };
  readonly files: readonly string[];
  readonly shared: readonly string[];
};

/** Erases the person that the handle names. */
export const eraseFromFacts = (engine: Engine, folder: string, handle: Handle, { at }: Doing): Promise<Result<Erased, ImportRefusal>> =>
  engine.alone(async (tx, commit) => {
    const people = await tx.read<{ person: number }>(
      'select distinct person from person_of where kind = $kind and src is not distinct from $src and id = $id',
      { kind: handle.kind, src: handle.src, id: handle.id },
    );
    if (people.length === 0)
      return refuse({
        code: 'no-such-handle',
        text: `No row names the ${handle.kind} "${handle.id}".`,
        todo: 'Search for the person by a name or an address.',
      });
    if (people.length > 1)
      return refuse({
        code: 'unfit-handles',
        text: `Several people share the address "${handle.id}".`,
        todo: 'Name one of them by his contact.',
      });
    const { emails, visitors, shared } = await tokens(tx, people[0]!.person);
    await words(tx);
    const files = await filesNaming(tx);
    const rows: { [table: string]: number } = {};
    let held: readonly number[] = [];
    await commit(async () => {
      held = await emptyHeld(tx);
      for (const [table, sets] of Object.entries(CHANGES))
        for (const twin of TWINLESS.has(table) ? [table] : [table, `${table}_row`])
          rows[table] = (rows[table] ?? 0) + (await change(tx, twin, sets));
      if (files.length > 0)
        await tx.run(`update load set erased_at = $at::timestamp where sha256 in (${lits(files.map(({ sha256 }) => sha256))})`, {
          at: at.replace(/Z$/, ''),
        });
    });
    await resolveIdentity(tx, commit);
    for (const { sha256 } of files) await rm(importsFile(folder, sha256), { force: true });
    for (const load of held) await writeRejects(tx, folder, load);
    await forgetJourneys(engine);
    await tx.run('checkpoint').catch(() => undefined); // somebody reads: the next one does it
    return ok({ emails, visitors, rows, files: [...new Set(files.map(({ file }) => file))], shared });
  });

type His = { readonly emails: readonly string[]; readonly visitors: readonly string[]; readonly shared: readonly string[] };

/** Makes e_gone (kind, src, id, token) of all that names him and nobody else. */
const tokens = async (tx: Tx, person: number): Promise<His> => {
  await tx.run('create temp table e_gone (kind varchar, src varchar, id varchar, token varchar)');
  const his = await tx.read<{ kind: string; src: string | null; id: string; rule: string; domain: string; kept: boolean }>(
    `select kind, src, id, rule, regexp_extract(id, '@([^@]+)$', 1) as domain,
       domain in (${lits([...FREE_MAIL, ...DISPOSABLE])}) or domain in (select lower(trim(domain)) from account where domain is not null)
         or exists (from identity_decision d where d.a_kind = 'domain' and d.a_id = regexp_extract(p.id, '@([^@]+)$', 1)) as kept
     from person_of p where person = $person`,
    { person },
  );
  for (const { kind, src, id, rule, domain, kept } of his) {
    if (rule === 'shared address' || (kind === 'contact' && !id.includes('@'))) continue;
    const drawn = `erased-${randomBytes(9).toString('hex')}`;
    const token = kind === 'email' ? `${drawn}@${kept ? domain : 'erased.invalid'}` : drawn;
    await tx.run('insert into e_gone values ($kind, $src, $id, $token)', { kind, src, id, token });
  }
  await tx.run(`create temp table e_contact as select src, id from person_of where person = ${Math.trunc(person)} and kind = 'contact'`);
  return {
    emails: his.filter(({ kind, rule }) => kind === 'email' && rule !== 'shared address').map(({ id }) => id),
    visitors: his.filter(({ kind }) => kind === 'visitor').map(({ id }) => id),
    shared: his.filter(({ rule }) => rule === 'shared address').map(({ id }) => id),
  };
};

/** Makes e_word: what of him a text may hold; a name counts where it has two parts. */
const words = (tx: Tx): Promise<number> =>
  tx.run(`create temp table e_word as
    select distinct word from (
      select lower(id) as word from e_gone where length(id) >= 6
      union select lower(trim(name)) from (from contact union all by name from contact_row) c semi join e_contact e on e.src = c.src and e.id = c.id
        where contains(trim(name), ' ') and length(trim(name)) >= 5
    )`);

const says = (text: string): string => `exists (from e_word w where contains(lower(${text}), w.word))`;
const token = (kind: string, src: string | null, id: string): string =>
  `coalesce((select g.token from e_gone g where g.kind = '${kind}'${src === null ? '' : ` and g.src = ${src}`} and g.id = ${kind === 'email' ? `lower(trim(${id}))` : id}), ${id})`;
const isHis = (src: string, id: string): string => `exists (from e_contact e where e.src = ${src} and e.id = ${id})`;
const isHisMail = (email: string): string => `exists (from e_gone g where g.kind = 'email' and g.id = lower(trim(${email})))`;
const unlessSaid = (column: string): string => `if(${says(`t.${column}::varchar`)}, null, t.${column})`;

/** What becomes of each table's columns, and of which rows `t`. */
type Change = { readonly of: string; readonly set: { readonly [column: string]: string } };
const CONTACT_ID = token('contact', 't.src', 't.contact_id');
const EMAIL = token('email', null, 't.email');
/** Somebody still said something: what is counted by it stays. */
const SELF_REPORTED = `if(${says('t.self_reported')}, '(erased)', t.self_reported)`;
const CHANGES: { readonly [table: string]: Change } = {
  contact: {
    of: `${isHis('t.src', 't.id')} or ${isHisMail('t.email')}`,
    set: { name: 'null', title: 'null', attrs: 'null', email: EMAIL, id: token('contact', 't.src', 't.id') },
  },
  lead: {
    of: `${isHis('t.src', 't.contact_id')} or ${isHis('t.src', 't.id')} or ${isHisMail('t.email')}`,
    set: { email: EMAIL, contact_id: CONTACT_ID, attrs: 'null', self_reported: SELF_REPORTED },
  },
  touch: {
    of: `${isHis('t.src', 't.contact_id')} or ${isHisMail('t.email')} or exists (from e_gone g where g.kind = 'visitor' and g.src = t.src and g.id = t.visitor)`,
    set: {
      contact_id: CONTACT_ID,
      email: EMAIL,
      visitor: token('visitor', 't.src', 't.visitor'),
      what: unlessSaid('what'),
      attrs: unlessSaid('attrs'),
    },
  },
  visitor_link: {
    of: `${isHis('t.src', 't.contact_id')} or ${isHisMail('t.email')} or exists (from e_gone g where g.kind = 'visitor' and g.src = t.src and g.id in (t.visitor, t.user_id))`,
    set: {
      contact_id: CONTACT_ID,
      email: EMAIL,
      visitor: token('visitor', 't.src', 't.visitor'),
      user_id: token('visitor', 't.src', 't.user_id'),
    },
  },
  opportunity_contact: { of: isHis('t.src', 't.contact_id'), set: { contact_id: CONTACT_ID } },
  opportunity: {
    of: `${says('t.name')} or ${says('t.self_reported')} or ${says('t.attrs::varchar')}`,
    set: { name: unlessSaid('name'), self_reported: SELF_REPORTED, attrs: unlessSaid('attrs') },
  },
  identity_decision: {
    of: `exists (from e_gone g where (g.kind = t.a_kind and g.src is not distinct from t.a_src and g.id = t.a_id) or (g.kind = t.b_kind and g.src is not distinct from t.b_src and g.id = t.b_id)) or ${says('t.why')}`,
    set: {
      a_id: `coalesce((select g.token from e_gone g where g.kind = t.a_kind and g.src is not distinct from t.a_src and g.id = t.a_id), t.a_id)`,
      b_id: `coalesce((select g.token from e_gone g where g.kind = t.b_kind and g.src is not distinct from t.b_src and g.id = t.b_id), t.b_id)`,
      why: unlessSaid('why'),
    },
  },
  conflict: {
    of: `${says('t.was')} or ${says('t.is_now')} or (t.entity = 'contact' and ${isHis('t.src', 't.id')})`,
    set: { was: "'(erased)'", is_now: "'(erased)'", id: `if(t.entity = 'contact', ${token('contact', 't.src', 't.id')}, t.id)` },
  },
};
const TWINLESS: ReadonlySet<string> = new Set(['identity_decision', 'conflict']);

/** Puts changed rows in the place of those they were: set by set, read before anything is written. */
const change = async (tx: Tx, table: string, { of, set }: Change): Promise<number> => {
  const columns = Object.entries(set).map(([column, value]) => `${value} as ${column}`);
  await tx.run(`create or replace temp table e_changed as select t.rowid as r, ${columns.join(', ')} from main.${table} t where ${of}`);
  return tx.run(
    `update main.${table} as x set ${Object.keys(set)
      .map((column) => `${column} = c.${column}`)
      .join(', ')} from e_changed c where c.r = x.rowid`,
  );
};

const HELD = `${says('cells::varchar')} or ${says('found')}`;

/** Empties the cells of held rows that hold something of him; the loads whose held rows are others now. */
const emptyHeld = async (tx: Tx): Promise<number[]> => {
  const gone = (await tx.read<{ word: string }>('select word from e_word')).map(({ word }) => word);
  const told = (text: string | null): string | null =>
    text !== null && gone.some((word) => text.toLowerCase().includes(word)) ? '(erased)' : text;
  const rows = await tx.read<{ load: number; line: number; found: string | null; cells: string }>(
    `select load, line, found, cells::varchar as cells from held where ${HELD}`,
  );
  for (const { load, line, found, cells } of rows) {
    const emptied = Object.entries(JSON.parse(cells) as { [header: string]: string | null }).map(([header, cell]) => [header, told(cell)]);
    await tx.run('update held set cells = $cells, found = $found where load = $load and line = $line', {
      load,
      line,
      found: told(found),
      cells: JSON.stringify(Object.fromEntries(emptied)),
    });
  }
  return [...new Set(rows.map(({ load }) => load))];
};

/** Files as received in which some row, held or not, named him. */
const filesNaming = (tx: Tx): Promise<{ sha256: string; file: string }[]> =>
  tx.read(
    `with named as (
       ${['contact', 'lead', 'touch', 'visitor_link', 'opportunity']
         .flatMap((table) => [table, `${table}_row`].map((one) => `select distinct t.load from main.${one} t where ${CHANGES[table]!.of}`))
         .join(' union ')}
       union select distinct t.load from held t where ${HELD}
     )
     select l.sha256, l.file from load l where l.format <> 'rows' and l.sha256 in (select sha256 from load semi join named on named.load = load.n)`,
  );
