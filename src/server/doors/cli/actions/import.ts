/**
 * `import`: with --yes or --dry-run as told; on a terminal the preview is shown and what only a person knows is
 * asked; elsewhere it is refused, since nobody has looked.
 */
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Problem } from '../../../contract/problem.ts';
import { problem } from '../../../house/problems.ts';
import type { Output } from '../../../operations/operation.ts';
import { previewText } from '../print/import.ts';
import type { Action, Asked } from './action.ts';
import { importFolder } from './import-folder.ts';
import { calls } from './calls.ts';

type Preview = Output<'import'>['previews'][number];
type Question = Preview['questions'][number];

export const importFiles: Action = async (asked) => {
  const { input, terminal, json } = asked;
  if (input['folder'] === true) return importFolder(asked);
  const told = [input['yes'], input['dryRun']].includes(true) || input['edited'] !== undefined || input['mapping'] !== undefined;
  if (told || json || !terminal.answers) return calls('import', input, asked);
  const answers = await answered(asked, (input['answers'] ?? {}) as { readonly [id: string]: string });
  if (!answers.ok) return answers;
  const sure = await terminal.ask('Load this? [y/N] ');
  if (!/^y(es)?$/i.test(sure?.trim() ?? '')) return problem('not-confirmed', 'Nothing was loaded.', 'Run it again whenever you like.');
  return calls('import', { ...input, answers: answers.value, yes: true }, asked);
};

/** Shows the preview and asks until no question is left. */
const answered = async (
  asked: Asked,
  answers: { readonly [id: string]: string },
): Promise<Result<{ readonly [id: string]: string }, Problem>> => {
  const { door, input, terminal } = asked;
  const answer = await door.call('import', { ...input, answers, dryRun: true });
  if (!answer.ok) return answer;
  const { previews, company } = answer.value as Output<'import'>;
  const open = previews
    .flatMap((preview) => preview.questions)
    .filter((question) => question.otherwise === undefined && !(question.id in answers));
  if (open.length === 0) {
    terminal.err(
      `${previews.map(previewText).join('\n\n')}\n\n${input['foundAs'] === undefined ? '' : `There is no company "${company}" yet; it will be founded.\n`}`,
    );
    return ok(answers);
  }
  const more: Record<string, string> = {};
  for (const question of open) {
    const option = await optionFor(question, asked);
    if (option === null)
      return problem(
        'questions-open',
        'Nothing was loaded: a question stayed open.',
        `Answer it on the command line: ${question.answerWith}`,
        { questions: open },
      );
    more[question.id] = option;
  }
  return answered(asked, { ...answers, ...more });
};

const optionFor = async ({ text, options }: Question, { terminal }: Asked): Promise<string | null> => {
  terminal.err(`\n${text}\n${options.map((option, i) => `  ${i + 1}  ${option.text}`).join('\n')}\n`);
  for (let tries = 0; tries < 3; tries++) {
    const said = await terminal.ask(`1 to ${options.length}: `);
    if (said === null) return null;
    const option = options[Number(said.trim()) - 1] ?? options.find(({ id }) => id === said.trim());
    if (option) return option.id;
  }
  return null;
};
