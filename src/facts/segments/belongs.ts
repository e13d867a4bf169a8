/**
 * Belongs: which rows of a table belong to which segment, as a relation (segment_id, name, src, id).
 *
 * By account    a deal by its account (its lead's where it names none), a lead by its own or its contact's, a touch by its
 *               contact's or its own
 * By contact    a deal by its linked contacts, where it has none by the contacts of its account; a lead and a touch by
 *               their contact; an account by its contacts
 * A row may belong to several segments, to each once.
 */
import type { Catalogue } from '../questions/catalogue.ts';
import { bind, type Sheet } from '../questions/render.ts';
import type { Segmented } from '../questions/target.ts';
import { membersSql, type MissingField } from './condition.ts';
import type { Member, Segment } from './definition.ts';

/** The members (src, id) that each row of the table goes by, as (src, row_id, member_id). */
const BY: { readonly [B in Segmented]: { readonly [M in Member]: string } } = {
  account: {
    account: 'select src, id as row_id, id as member_id from account',
    contact: 'select src, account_id as row_id, id as member_id from contact where account_id is not null',
  },
  contact: {
    account: 'select src, id as row_id, account_id as member_id from contact',
    contact: 'select src, id as row_id, id as member_id from contact',
  },
  lead: {
    account:
      'select l.src, l.id as row_id, coalesce(l.account_id, p.account_id) as member_id from lead l left join contact p on p.src = l.src and p.id = l.contact_id',
    contact: 'select src, id as row_id, contact_id as member_id from lead',
  },
  opportunity: {
    account:
      'select o.src, o.id as row_id, coalesce(o.account_id, l.account_id) as member_id from opportunity o left join lead l on l.src = o.src and l.id = o.lead_id',
    contact: `select src, opportunity_id as row_id, contact_id as member_id from opportunity_contact
      union all select o.src, o.id, p.id from opportunity o join contact p on p.src = o.src and p.account_id = o.account_id
        where not exists (select 1 from opportunity_contact c where c.src = o.src and c.opportunity_id = o.id)`,
  },
  touch: {
    account:
      'select t.src, t.id as row_id, coalesce(p.account_id, t.account_id) as member_id from touch t left join contact p on p.src = t.src and p.id = t.contact_id',
    contact: 'select src, id as row_id, contact_id as member_id from touch',
  },
};

export type Belongs = {
  /** The relation; empty where no segment can be counted. */
  readonly sql: string;
  /** Segments that ask for a field no file brings. */
  readonly leftOut: readonly { readonly segment: Segment; readonly missing: MissingField }[];
};

/** The relation for these segments over one table. */
export const belongsSql = (sheet: Sheet, catalogue: Catalogue, base: Segmented, segments: readonly Segment[]): Belongs => {
  const leftOut: { segment: Segment; missing: MissingField }[] = [];
  const parts = segments.flatMap((segment) => {
    const members = membersSql(sheet, catalogue, segment);
    if (!members.ok) {
      leftOut.push({ segment, missing: members.refusal });
      return [];
    }
    const [id, name] = [bind(sheet, segment.id), bind(sheet, segment.name)];
    return [
      `select distinct ${id} as segment_id, ${name} as name, b.src, b.row_id as id from (${BY[base][segment.of]}) b
        join (${members.value}) m on m.src = b.src and m.id = b.member_id`,
    ];
  });
  const none = 'select null::varchar as segment_id, null::varchar as name, null::varchar as src, null::varchar as id where false';
  return { sql: parts.length > 0 ? parts.join('\nunion all ') : none, leftOut };
};

/** By whom a row belongs, in words: what an answer that is cut by segment says of itself. */
export const BY_WORDS: { readonly [B in Segmented]: { readonly [M in Member]: string } } = {
  account: { account: 'accounts by themselves', contact: 'accounts by their contacts' },
  contact: { account: 'contacts by their account', contact: 'contacts by themselves' },
  lead: { account: 'leads by their account', contact: 'leads by their contact' },
  opportunity: {
    account: 'deals by their account',
    contact: 'deals by their linked contacts, or those of the account where none is linked',
  },
  touch: { account: 'touches by their account', contact: 'touches by their contact' },
};
