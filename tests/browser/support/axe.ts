/** What axe-core finds wrong with the page as it stands. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
};
type Axe = { readonly run: (context: Document, options: object) => Promise<{ readonly violations: readonly Violation[] }> };

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours. */
export const COLOUR: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** One line for each rule that is broken; none where all is well. WCAG 2.2 AA and the best practices, or the rules named. */
export const violations = async (page: Page, rules: readonly string[] = []): Promise<string[]> => {
  // The content policy lets no foreign script in; an evaluation is not a script of the page.
  await page.evaluate(source);
  const found = await page.evaluate(
    async (only) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      return (await axe.run(document, { runOnly: only })).violations;
    },
    rules.length > 0 ? { type: 'rule', values: [...rules] } : { type: 'tag', values: ALL },
  );
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 4)
        .map((n) => `    ${n.target.join(' ')}\n      ${n.failureSummary.replaceAll('\n', ' ')}`)
        .join('\n')}`,
  );
};
