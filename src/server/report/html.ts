/** A report as one HTML file: no script, nothing fetched, light theme, laid out for A4. */
import { TOKENS } from '../../charts/tokens.ts';
import { addDays } from '../../kernel/day.ts';
import type { Part, Report, ReportTable } from '../../views/report/report.ts';
import { dayLong } from '../../views/words/format.ts';

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

const tableHtml = ({ name, columns, rows, sum }: ReportTable): string => {
  const cells = (row: readonly string[], tag: 'td' | 'th'): string =>
    row.map((cell, i) => `<${tag}${columns[i]?.number ? ' class="n"' : ''}>${escape(cell)}</${tag}>`).join('');
  return `<table><caption>${escape(name)}</caption><thead><tr>${columns.map((c) => `<th scope="col"${c.number ? ' class="n"' : ''}>${escape(c.name)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody>${sum ? `<tfoot><tr>${cells(sum, 'td')}</tr></tfoot>` : ''}</table>`;
};

const partHtml = ({ id, title, say, agreed, tables, charts, notes }: Part): string =>
  [
    `<section id="${escape(id)}"><h2>${escape(title)}</h2>`,
    ...say.map((text) => `<p>${escape(text)}</p>`),
    agreed
      ? `<blockquote><p>${escape(agreed.text)}</p>${agreed.by.map((by) => `<footer>${escape(by)}</footer>`).join('')}</blockquote>`
      : '',
    ...charts.map(
      ({ svg, summary }) => `<figure>${svg.replace(/^<\?xml[^>]*\?>\s*/, '')}<figcaption>${escape(summary)}</figcaption></figure>`,
    ),
    ...tables.map(tableHtml),
    notes.length > 0 ? `<ol class="notes">${notes.map((note) => `<li>${escape(note)}</li>`).join('')}</ol>` : '',
    '</section>',
  ].join('\n');

const style = (): string => {
  const values = Object.entries(TOKENS.light)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
  return `:root{${values};color-scheme:light}
@page{size:A4;margin:18mm 16mm}
body{margin:0 auto;max-width:820px;padding:32px 24px;background:var(--canvas);color:var(--ink);font:400 14px/1.5 Inter,system-ui,sans-serif}
h1{font-size:26px;line-height:1.25;margin:0 0 6px}
h2{font-size:18px;line-height:1.3;margin:36px 0 8px;break-after:avoid}
p{margin:6px 0}
.scope,.notes,figcaption,footer{color:var(--ink-2);font-size:12px}
blockquote{margin:10px 0;padding:0 0 0 14px;border-left:2px solid var(--line-strong);font:400 17px/1.45 "Source Serif 4",Georgia,serif}
blockquote footer{font:400 12px/1.5 Inter,system-ui,sans-serif}
figure{margin:12px 0;break-inside:avoid}
figure svg{max-width:100%;height:auto}
table{width:100%;border-collapse:collapse;margin:12px 0;font-size:12.5px;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:6px 0}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{padding:6px 8px 6px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{font-weight:500;color:var(--ink-2)}
.n{text-align:right}
tfoot td{font-weight:600;border-top:1px solid var(--line-strong)}
.notes{padding-left:18px;margin:8px 0}
@media(max-width:600px){body{padding:20px 16px}table{display:block;overflow-x:auto}}`;
};

/** The whole file. Equal reports give equal bytes. */
export const reportHtml = (report: Report): string => {
  const { company, called, from, to, madeOn, asOf, frozen, title, parts } = report;
  const numbers = frozen
    ? `Numbers as published on ${dayLong(frozen.on, '')} by ${frozen.by}, edition ${frozen.edition}; they do not change. SHA-256 ${frozen.sha256}.`
    : `Numbers as counted, knowing nothing dated after ${dayLong(asOf, '')}; they are not published and may still move.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`${company}, ${called}`)}</title>
<style>${style()}</style>
</head>
<body>
<header>
<h1>${escape(title)}</h1>
<p class="scope">${escape(`${company}, ${called}: ${dayLong(from, '')} to ${dayLong(addDays(to, -1), '')}. Made on ${dayLong(madeOn, '')} from the record.`)}</p>
<p class="scope">${escape(numbers)}</p>
</header>
<main>
${parts.map(partHtml).join('\n')}
</main>
</body>
</html>
`;
};
