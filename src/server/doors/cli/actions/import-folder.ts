/** `import FOLDER`: everything in it as one plan, shown; with --yes, or when a person says so, loaded in one go. */
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Problem } from '../../../contract/problem.ts';
import { problem } from '../../../house/problems.ts';
import type { Output } from '../../../operations/operation.ts';
import { folderText, planText } from '../print/folder.ts';
import type { Asked, Said } from './action.ts';

type Plan = Output<'import-plan'>;

export const importFolder = async ({ door, input, json, terminal }: Asked): Promise<Result<Said, Problem>> => {
  const reading = Object.fromEntries(
    Object.entries(input).filter(([name]) => ['company', 'foundAs', 'currency', 'timeZone', 'source', 'answers'].includes(name)),
  );
  const answer = await door.call('import-plan', { ...reading, file: [input['file']].flat() });
  if (!answer.ok) return answer;
  const plan = answer.value as Plan;
  if (input['dryRun'] === true) return ok({ value: plan, text: `${planText(plan)}\n\nNothing was written (--dry-run).` });
  const ready = plan.files.filter(({ state }) => state === 'ready');
  if (ready.length === 0) {
    if (plan.files.every(({ state }) => state === 'known' || state === 'twice')) return ok({ value: plan, text: planText(plan) });
    return problem(
      'nothing-ready',
      'Nothing was loaded: no file of the folder is ready.',
      'Look with --dry-run at what each of them needs.',
      {
        files: plan.files.map(({ name, state, why, todo }) => ({ name, state, why, todo })),
      },
    );
  }
  if (input['yes'] !== true) {
    if (json || !terminal.answers)
      return problem(
        'not-confirmed',
        'Nothing was loaded: nobody has looked at what these files would change.',
        'Look first with --dry-run, then add --yes to load what is ready.',
      );
    terminal.err(`${planText(plan)}\n\n`);
    const sure = await terminal.ask(`Load ${ready.length === 1 ? 'the file that is' : `the ${ready.length} files that are`} ready? [y/N] `);
    if (!/^y(es)?$/i.test(sure?.trim() ?? '')) return problem('not-confirmed', 'Nothing was loaded.', 'Run it again whenever you like.');
  }
  const loaded = await door.call('import-folder', { ...reading, files: ready.map(({ file, sheet }) => ({ file, sheet })) });
  if (!loaded.ok) return loaded;
  const value = loaded.value as Output<'import-folder'>;
  const left = plan.files.filter(({ state }) => state !== 'ready');
  return ok({ value: { ...value, left }, text: folderText(value, left), ...(value.failed.length > 0 ? { exit: 1 } : {}) });
};
