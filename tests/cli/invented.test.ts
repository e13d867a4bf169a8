/** A company invented at test time, so that no number can be a constant: the command line against plain JavaScript. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Answer, Estimate } from '../../src/kernel/answer.ts';
import { daysBetween } from '../../src/kernel/day.ts';
import { major, rowOf } from './facts-table.ts';
import { invented, quantile, wilsonOf, type Deal, type Lead } from './invented.ts';
import { openShell } from './shell.ts';

const seed = process.env.LOCKSTEP_SEED ?? String(Date.now());
const { leads, deals, files } = invented(seed);
const shell = openShell();

before(async () => {
  console.log(`# invented company: seed ${seed} (LOCKSTEP_SEED repeats it), ${leads.length} leads, ${deals.length} deals`);
  mkdirSync(shell.folder, { recursive: true });
  const paths = Object.entries(files).map(([name, text]) => {
    const file = path.join(path.dirname(shell.folder), name);
    writeFileSync(file, text);
    return file;
  });
  const imported = await shell.run('import', ...paths, '--company', 'invented', '--currency', 'EUR', '--time-zone', 'Europe/Oslo', '--yes');
  equal(imported.code, 0, imported.err);
});
after(shell.end);

const near = (found: unknown, wanted: number, what: string): void =>
  ok(
    typeof found === 'number' && Math.abs(found - wanted) < 1e-6 * Math.max(1, Math.abs(wanted)),
    `seed ${seed}, ${what}: ${String(found)} is not ${wanted}`,
  );
const blankOr = (value: string): string => (value === '' ? '(blank)' : value);
const ofLead = new Map(deals.map((deal) => [deal.lead, deal]));
const isWon = ({ id }: Lead): boolean => ofLead.get(id)?.stage === 'Won';
const sum = (of: readonly Deal[]): number => of.reduce((total, deal) => total + (deal.cents ?? 0), 0) / 100;

test('the funnel by channel counts leads and wins, each with its interval', async () => {
  const funnel = await shell.get<Answer>('ask', 'funnel', '--by', 'channel');
  for (const [channel, those] of Map.groupBy(leads, (lead) => blankOr(lead.channel))) {
    const row = rowOf(funnel, channel);
    const k = those.filter(isWon).length;
    deepEqual([row.n, row['converted']], [those.length, k], `seed ${seed}, ${channel}`);
    const { value, low, high } = row['rate'] as Estimate;
    const [wantLow, wantHigh] = wilsonOf(k, those.length);
    near(value, k / those.length, channel);
    near(low, wantLow, `${channel} low`);
    near(high, wantHigh, `${channel} high`);
  }
  deepEqual([funnel.total.n, funnel.total['converted']], [leads.length, leads.filter(isWon).length]);
});

test('the lag from lead to won has the quantiles of the days between', async () => {
  const lag = await shell.get<Answer>('ask', 'lag', '--from', 'lead', '--to', 'won');
  const lags = leads
    .filter(isWon)
    .map((lead) => daysBetween(lead.created, ofLead.get(lead.id)!.closed))
    .toSorted((a, b) => a - b);
  equal(lag.total.n, lags.length);
  for (const [name, p] of [
    ['p10', 0.1],
    ['p25', 0.25],
    ['median', 0.5],
    ['p75', 0.75],
    ['p90', 0.9],
  ] as const)
    near(lag.total[name], quantile(lags, p), name);
  near(lag.total['mean'], lags.reduce((a, b) => a + b, 0) / lags.length, 'mean');
});

test('deals by owner count wins, losses and money', async () => {
  const answer = await shell.get<Answer>('ask', 'deals', '--by', 'owner');
  for (const [owner, those] of Map.groupBy(deals, (deal) => deal.owner)) {
    const row = rowOf(answer, owner);
    const [wins, losses] = [those.filter((d) => d.stage === 'Won'), those.filter((d) => d.stage === 'Lost')];
    deepEqual([row.n, row['won'], row['lost']], [those.length, wins.length, losses.length], `seed ${seed}, ${owner}`);
    near(major(row['wonSum']), sum(wins), owner);
  }
});

test('deals by month of the close, and within a half-open period, sum to the cent', async () => {
  const months = await shell.get<Answer>('ask', 'deals', '--by', 'closed:month', '--where', 'status=won');
  for (const [month, those] of Map.groupBy(
    deals.filter((d) => d.stage === 'Won'),
    (d) => d.closed.slice(0, 7),
  ))
    near(major(rowOf(months, month)['wonSum']), sum(those), month);
  const [since, until] = ['2024-07-01', '2025-01-01'];
  const period = await shell.get<Answer>('ask', 'deals', '--since', since, '--until', until);
  const those = deals.filter((d) => d.stage === 'Won' && d.closed >= since && d.closed < until);
  equal(period.total['won'], those.length);
  near(major(period.total['wonSum']), sum(those), 'the second half of 2024');
});
