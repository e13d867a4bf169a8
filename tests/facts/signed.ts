/** A scratch company whose stages are signed. */
import type { Engine } from '../../src/facts/engine.ts';
import { projectStages, type StageFacts } from '../../src/facts/loads/stage-rules.ts';
import { companyWith, type Rows } from './company.ts';

export type Signed = Partial<Omit<StageFacts, 'stages'>> & { readonly stages: StageFacts['stages'] };
type Stage = StageFacts['stages'][number];

/** A stage seen by stages of the CRM, or by one sign: `at('Demo', ['Demo', 'Trial'])`, `at('Closed', 'won')`. */
export const at = (name: string, sign: string | readonly string[], side = 'sales'): Stage => ({
  id: name.toLowerCase(),
  name,
  side,
  signs: [typeof sign === 'string' ? { sign, names: [] } : { sign: 'stage', names: sign }],
});

/** Versions hold one after another from their days; the first from 2026-01-01 unless said otherwise. */
export const signedCompany = async (rows: Rows, ...versions: readonly Signed[]): Promise<Engine> => {
  const engine = await companyWith(rows, { name: 'T', zone: 'UTC', currency: 'EUR' });
  const whole = versions.map((one, i): StageFacts => ({
    version: i + 1,
    since: '2026-01-01',
    until: null,
    signedOn: '2025-12-20',
    skipped: 'passed',
    ...one,
  }));
  await engine.write((tx) =>
    projectStages(
      tx,
      whole.map((one, i) => ({ ...one, until: whole[i + 1]?.since ?? null })),
    ),
  );
  return engine;
};
