/**
 * A verdict over a million touches (LOCKSTEP_BENCH_TOUCHES for another number): evidence counted by the engine, judged by the rule.
 *
 * Made by SQL from hashes: nine touches in ten belong to the campaign, 60 days, one in twenty-two is a reply, everybody is a contact that stands for a
 * person. Floor: one scan of the same rows that must be read for it (campaign, kind, day, person), counted by day. Wall time of this process,
 * median of nine, warm; beside other work the ratio says more than the time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Criteria } from '../src/domain/campaign/criteria.ts';
import { openEngine, type Engine } from '../src/facts/engine.ts';
import { ask } from '../src/facts/questions/registry.ts';
import type { EvidenceDay } from '../src/views/verdict/evidence-days.ts';
import { verdictView } from '../src/views/verdict/verdict-view.ts';
import type { Figure } from './harness.ts';

export const name = 'Verdict: a million touches';

const TOUCHES = Number(process.env['LOCKSTEP_BENCH_TOUCHES'] ?? 1_000_000);
const PEOPLE = Math.round(TOUCHES * 0.6);

const fill = async (engine: Engine): Promise<void> => {
  await engine.write(async (tx) => {
    for (const sql of [
      `insert into company by name select 'Bench' as name, 'Europe/Amsterdam' as zone, 'EUR' as currency, 365 as look_back_days`,
      `insert into load by name select 1 as n, timestamp '2026-01-01' as loaded_at, 'bench' as loaded_by, 'files' as src, 'bench' as file, '' as sha256, 0 as bytes, 'csv' as format, 0 as row_count, 0 as loaded_rows, 0 as held_rows, '{}' as mapping`,
      `insert into contact by name select 'files' as src, 'C' || i as id, 1 as load from range(${PEOPLE}) t(i)`,
      `insert into person_of by name select 'contact' as kind, 'files' as src, 'C' || i as id, i::integer as person, 'own' as rule, 'certain' as confidence, true as speaks from range(${PEOPLE}) t(i)`,
      `insert into touch by name select 'files' as src, 'T' || i as id, 1 as load, 'C' || (hash(i, 'p') % ${PEOPLE}) as contact_id, 'E-mail' as channel,
         if(hash(i, 'c') % 10 = 0, 'other', 'Wave-1') as campaign, if(hash(i, 'k') % 22 = 0, 'Reply', 'Sent') as kind, date '2026-01-01' + (hash(i, 'd') % 60)::integer as touched_on from range(${TOUCHES}) t(i)`,
      `insert into campaign_name values ('wave-1', 'c_wave', false)`,
    ])
      await tx.run(sql);
  });
};

const CRITERIA: Criteria = {
  measure: { kind: 'share', better: 'more', of: { what: 'touch', kind: 'reply' }, outOf: { what: 'touch', kind: 'sent' }, relative: false },
  scale: 0.08,
  abort: 0.05,
  minimum: 1000,
  deadline: '2026-12-31',
  error: 0.1,
  guardrails: [],
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let i = 0; i < 11; i++) {
    const began = performance.now();
    await work();
    if (i > 1) times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[4]!;
};

export const run = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-verdict-'));
  const engine = await openEngine(path.join(folder, 'facts.duckdb'));
  try {
    await fill(engine);
    const verdict = async (): Promise<number> => {
      const raw = await ask(engine, 'evidence', {
        id: 'c_wave',
        of: 'touch:reply',
        outOf: 'touch:sent',
        since: '2026-01-01',
        wait: 14,
        asOf: '2026-03-10',
      });
      if (!raw.ok) throw new Error(raw.refusal.text);
      const view = verdictView({
        criteria: CRITERIA,
        variants: [{ name: 'One', weight: 1 }],
        randomised: false,
        told: [],
        measured: { days: raw.value.tables['days'] as unknown as readonly EvidenceDay[], wait: 14, share: 1 },
        guarded: [],
        lag: null,
        currency: 'EUR',
        today: '2026-03-10',
      });
      return view.now?.n ?? 0;
    };
    if ((await verdict()) < PEOPLE / 2) throw new Error('too few cases were found');
    const whole = await timed(verdict);
    const floor = await timed(() =>
      engine.read(
        `select touched_on, lower(trim(kind)) as kind, count(distinct contact_id) as n from touch where lower(trim(campaign)) = 'wave-1' group by all`,
      ),
    );
    return [
      { what: `${TOUCHES.toLocaleString('en')} touches: verdict, counted and judged`, value: whole, unit: 'ms', atMost: 300 },
      { what: 'one scan of the same rows', value: floor, unit: 'ms' },
      { what: 'verdict against that scan', value: whole / floor, unit: '×' },
    ];
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
