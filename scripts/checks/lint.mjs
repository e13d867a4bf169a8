/** oxlint, with types: what is wrong within one file. Read as JSON, since its printer falls over some findings in JavaScript. */
import { filesOf, run, typescriptOf } from './run.mjs';

/** @type {import('./run.mjs').Check} */
export const lint = {
  name: 'lint',
  run: async (root) => {
    const { out, err } = await run(root, 'oxlint', ['--format', 'json']);
    const report = readable(out);
    if (!report) return { looked: 0, at: 'files', problems: [`oxlint said nothing that could be read: ${out}${err}`] };
    const expected = typescriptOf(root).length + filesOf(root, 'scripts/**/*.mjs').length;
    return {
      looked: expected === 0 ? 0 : report.number_of_files,
      at: 'files',
      problems: [
        ...report.diagnostics.map(({ filename, labels, code, message, help }) => {
          const line = labels[0]?.span.line;
          return `${filename}${line ? `:${line}` : ''} ${code ?? 'lint'}: ${message}${help ? ` ${help}` : ''}`;
        }),
        ...(report.number_of_files < expected ? [`looked at ${report.number_of_files} files of ${expected}`] : []),
      ],
    };
  },
};

/**
 * @typedef {{ filename: string, labels: { span: { line: number | null } }[], code: string, message: string, help?: string }} Diagnostic
 * @param {string} text
 * @returns {{ number_of_files: number, diagnostics: Diagnostic[] } | undefined}
 */
const readable = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
