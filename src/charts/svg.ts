/**
 * A drawing as plain data: tags, attributes, children. The browser turns it into elements, the server
 * into text, so that a chart in a report is the chart on the screen.
 * Colours are the design tokens by name (`var(--th-touch)`); `toText` adds their values.
 */
export type Svg = {
  readonly tag: string;
  readonly attrs: { readonly [name: string]: string | number };
  readonly children: readonly (Svg | string)[];
};
type Attr = string | number | undefined | null | false;

/** One element. Attributes that are undefined, null or false are left out; numbers keep at most two decimals. */
export const el = (
  tag: string,
  attrs: { readonly [name: string]: Attr } = {},
  ...children: readonly (Svg | string | null | undefined | false)[]
): Svg => ({
  tag,
  attrs: Object.fromEntries(
    Object.entries(attrs).flatMap(([k, v]) =>
      v === undefined || v === null || v === false ? [] : [[k, typeof v === 'number' ? Math.round(v * 100) / 100 : v]],
    ),
  ),
  children: children.filter((c): c is Svg | string => c !== null && c !== undefined && c !== false),
});

/** A chart: its drawing, its size in px, and what it says in a sentence (for those who do not see it). */
export type Chart = { readonly svg: Svg; readonly width: number; readonly height: number; readonly summary: string };

/** The root of a drawing, labelled by its summary. */
export const root = (width: number, height: number, summary: string, ...children: Parameters<typeof el>[2][]): Chart => ({
  width,
  height,
  summary,
  svg: el(
    'svg',
    { viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`, width, height, role: 'img', 'aria-label': summary, class: 'chart' },
    ...children,
  ),
});

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** The drawing as SVG text. */
export const toText = ({ tag, attrs, children }: Svg): string => {
  const said = Object.entries(attrs)
    .map(([k, v]) => ` ${k}="${escape(String(v))}"`)
    .join('');
  const inner = children.map((c) => (typeof c === 'string' ? (tag === 'style' ? c : escape(c)) : toText(c))).join('');
  return inner === '' ? `<${tag}${said}/>` : `<${tag}${said}>${inner}</${tag}>`;
};
