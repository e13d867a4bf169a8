/**
 * Spell: so many things were watched from day `entry` until `day`, where `event` befell them.
 *
 * day     days since the start, finite, ≥ 0
 * event   0 nothing yet (still open: censored), 1 the event asked about, 2, 3 … what rules it out (lost)
 * n       how many, > 0
 * entry   watched only from here on (delayed entry, left truncation): nothing before can be in the data. Absent: from 0.
 *         Half-open (entry, day], as R's Surv(start, stop]: a thing that entered on day 5 is first at risk on day 6; −1 is the
 *         same as absent, and a thing may end on day 0 then
 *
 * Counted spells are sufficient: a million deals are some thousand of them, and every model of this folder sees only them.
 *
 * at risk on a day     those with entry < day ≤ their own day
 */
export type Spell = { readonly day: number; readonly event: number; readonly n: number; readonly entry?: number };

/** Raw rows as spells of one each. Throws RangeError where the lists differ in length. */
export const spellsOf = (days: readonly number[], events: readonly number[], entries?: readonly number[]): Spell[] => {
  if (days.length !== events.length || (entries && entries.length !== days.length))
    throw new RangeError('spellsOf: lists of one length wanted');
  return days.map((day, i) => ({ day, event: events[i]!, n: 1, ...(entries && { entry: entries[i]! }) }));
};

/** The same spells with those alike put together, in order of day. */
export const gathered = (spells: readonly Spell[]): Spell[] => {
  const by = new Map<string, { day: number; event: number; n: number; entry?: number }>();
  for (const { day, event, n, entry } of spells) {
    const key = `${day} ${event} ${entry ?? ''}`;
    const known = by.get(key);
    if (known) known.n += n;
    else by.set(key, { day, event, n, ...(entry !== undefined && { entry }) });
  }
  return [...by.values()].toSorted((a, b) => a.day - b.day || a.event - b.event || (a.entry ?? -1) - (b.entry ?? -1));
};

/** What happened on one day: at risk just before, how many met each event (index = event − 1), how many were last seen. */
export type RiskDay = { readonly day: number; readonly atRisk: number; readonly events: readonly number[]; readonly censored: number };

/** Every day on which something ended, ascending. Throws RangeError on a spell that ends before it begins or is not counted. */
export const riskTable = (spells: readonly Spell[], causes = 1): RiskDay[] => {
  const days = new Map<number, { events: number[]; censored: number }>();
  const entered = new Map<number, number>();
  for (const { day, event, n, entry } of spells) {
    if (
      !(
        Number.isFinite(day) &&
        day >= 0 &&
        n > 0 &&
        (entry === undefined || (Number.isFinite(entry) && entry < day)) &&
        event >= 0 &&
        event <= causes
      )
    )
      throw new RangeError(`riskTable: a spell of ${n} from ${entry ?? 0} to ${day} with event ${event} cannot be`);
    const at = days.get(day) ?? { events: Array.from({ length: causes }, () => 0), censored: 0 };
    if (event === 0) at.censored += n;
    else at.events[event - 1]! += n;
    days.set(day, at);
    entered.set(entry ?? -1, (entered.get(entry ?? -1) ?? 0) + n);
  }
  const entries = [...entered].toSorted((a, b) => a[0] - b[0]);
  let next = 0;
  let atRisk = 0;
  return [...days]
    .toSorted((a, b) => a[0] - b[0])
    .map(([day, { events, censored }]) => {
      while (next < entries.length && entries[next]![0] < day) atRisk += entries[next++]![1];
      const row = { day, atRisk, events, censored };
      atRisk -= events.reduce((a, b) => a + b, censored);
      return row;
    });
};
