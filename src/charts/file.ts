/** A chart as a file of its own: namespace, background, the tokens' values and a type face that is anywhere. */
import { el, toText, type Chart } from './svg.ts';
import { TOKENS, type Theme } from './tokens.ts';

/** SVG text that shows the chart without the product around it. */
export const toFile = ({ svg, summary }: Chart, theme: Theme): string => {
  const values = Object.entries(TOKENS[theme])
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
  const style = `svg{${values};background:var(--canvas);color:var(--ink);font:400 13px/1.4 "Inter Variable",Inter,system-ui,sans-serif}`;
  const { role: _role, ...attrs } = svg.attrs;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toText(el('svg', { xmlns: 'http://www.w3.org/2000/svg', ...attrs, role: 'img' }, el('title', {}, summary), el('style', {}, style), ...svg.children))}\n`;
};
