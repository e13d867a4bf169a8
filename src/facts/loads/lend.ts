/**
 * Lend: what campaign records know and touches do not say. A member of a CRM's campaign names it by its id; the record has
 * its name, its type and so whether it happens in person.
 *
 *   campaign_name  the id of a record means the campaign that its name means (rows with `lent`)
 *   touch          channel and offline of the record, where the touch says none (noted in touch_lent)
 *
 * Worked out anew after every load of either and after one was taken back, so the order of loading does not show: a value
 * that is lent never stands in a load's own rows and gives way to one that a file says.
 */
import type { Tx } from '../engine.ts';
import type { Entity } from '../import/mapping.ts';

/** Whether a load of these entities can change what is lent. */
export const lends = (entities: Iterable<Entity>): boolean =>
  [...entities].some((entity) => entity === 'touch' || entity === 'campaign_record');

export const lendFromRecords = async (tx: Tx): Promise<void> => {
  await lendNames(tx);
  await tx.run(
    `update touch t set channel = case when t.channel is not distinct from l.channel then null else t.channel end, offline = case when t.offline is not distinct from l.offline then null else t.offline end
     from touch_lent l where l.src = t.src and l.id = t.id`,
  );
  await tx.run('delete from touch_lent');
  const [any] = await tx.read('select 1 from campaign_record where channel is not null limit 1');
  if (!any) return;
  await tx.run(
    `insert into touch_lent select t.src, t.id, min(r.channel), case when any_value(t.offline) is null then bool_or(r.offline) end
     from touch t join (select src, id as called, channel, offline from campaign_record union select src, name, channel, offline from campaign_record) r on r.src = t.src and r.called = t.campaign
     where t.channel is null and r.channel is not null group by t.src, t.id`,
  );
  await tx.run(
    'update touch t set channel = l.channel, offline = coalesce(t.offline, l.offline) from touch_lent l where l.src = t.src and l.id = t.id',
  );
};

/** The ids of records as spellings of the campaigns that their names mean; what somebody said of an id comes first. */
export const lendNames = async (tx: Tx): Promise<void> => {
  await tx.run('delete from campaign_name where lent');
  await tx.run(
    `insert or ignore into campaign_name (found, campaign_id, lent)
     select lower(trim(r.id)), min(n.campaign_id), true from campaign_record r join campaign_name n on n.found = lower(trim(r.name)) where trim(r.id) <> '' group by 1`,
  );
};
