/**
 * Cut: turns `--by a,b` and `--where field=value` into SQL over the table a question counts.
 *
 * Each name resolves against the catalogue of this company or is refused with what there is.
 * An empty cell is the key "(blank)", never merged with a literal "unknown"; a name that its
 * reference file does not know is "(no match)"; where the thread breaks, the key says at which link.
 */
import { ok, refuse } from '../../kernel/result.ts';
import type { Engine, Params as Bound } from '../engine.ts';
import { cutBySegment, whereSegment } from '../segments/cut.ts';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import { GRAINS, grainSql, type Grain } from './grain.ts';
import type { Asked, AskRefusal, Head, Params, Said } from './question.ts';
import { bind, newSheet, renderTarget, type Rendered, type Sheet } from './render.ts';
import { hitsFor, ringsOf, type Base, type Reach, type Target } from './target.ts';

export type Cut = {
  /** SQL list of texts, one key per cut; empty where nothing was cut. */
  readonly keys: string;
  /** SQL list of ids behind the keys, null where a key has none. */
  readonly ids: string;
  /** Left joins, to stand after the base table under its letter. */
  readonly joins: string;
  /** SQL condition of the filters; "true" where there is none. */
  readonly where: string;
  readonly bound: Bound;
  readonly cuts: readonly Said[];
  readonly filters: readonly Said[];
  /** A row may come once per outcome of its priority. */
  readonly splits: boolean;
};

/** The same question without its cuts, for the total. */
export type Cuts = { readonly cut: Cut; readonly total: Cut };

export const resolveCuts = async (
  engine: Engine,
  base: Base,
  head: Head,
  params: Params,
  options: { readonly withDeal?: boolean; readonly costs?: boolean; readonly once?: boolean; readonly by?: readonly string[] } = {},
): Promise<Asked<Cuts>> => {
  const catalogue = await readCatalogue(engine);
  const reach: Reach = {
    base,
    ...(options.withDeal && { withDeal: true }),
    ...(options.costs && { costs: true }),
    ...(options.once && { once: true }),
  };
  const by = (params['by'] as readonly string[] | undefined) ?? options.by ?? [];
  const where = (params['where'] as readonly string[] | undefined) ?? [];
  const cut = cutOf(catalogue, reach, head, by, where);
  if (!cut.ok) return cut;
  const total = cutOf(catalogue, reach, head, [], where);
  return total.ok ? ok({ cut: cut.value, total: total.value }) : total;
};

/** The cut for names said, or why one of them cannot be understood. */
export const cutOf = (
  catalogue: Catalogue,
  reach: Reach,
  head: Head,
  by: readonly string[],
  where: readonly string[],
  sheet: Sheet = newSheet(),
): Asked<Cut> => {
  const keys: string[] = [];
  const ids: string[] = [];
  const cuts: Said[] = [];
  for (const said of by) {
    const found = meant(sheet, catalogue, reach, head, said);
    if (!found.ok) return found;
    const { rendered, key, means, isDay, target } = found.value;
    keys.push(key);
    ids.push(rendered.id ?? 'null');
    const link = target.at === 'thread' ? target.link : null;
    cuts.push({
      said,
      means,
      ...(isDay && { isDay: true }),
      ...(link && { link: true }),
      ...((link === 'outcome' || link === 'objective') && { splits: true }),
      ...(target.at === 'segment' && { overlaps: true }),
    });
  }
  const conditions: string[] = [];
  const filters: Said[] = [];
  for (const filter of where) {
    const parts = /^(.+?)(!?=)(.*)$/s.exec(filter);
    if (!parts)
      return refuse({
        code: 'bad-parameter',
        text: `A filter is written field=value or field!=value, not ${JSON.stringify(filter)}.`,
        parameter: 'where',
        found: filter,
      });
    const name = parts[1]!.trim();
    if (hitsFor(catalogue, reach, name)[0]?.target.at === 'segment') {
      const belongs = whereSegment(sheet, catalogue, reach.base, parts[3]!.trim(), parts[2] === '!=');
      if (!belongs.ok) return belongs;
      conditions.push(belongs.value);
      filters.push({ said: filter, means: `segment ${parts[2] === '=' ? 'is' : 'is not'} ${parts[3]!.trim()}` });
      continue;
    }
    const found = meant(sheet, catalogue, reach, head, name);
    if (!found.ok) return found;
    conditions.push(`${found.value.key} ${parts[2] === '=' ? '=' : '<>'} ${bind(sheet, parts[3]!.trim())}`);
    filters.push({ said: filter, means: `${found.value.means} ${parts[2] === '=' ? 'is' : 'is not'} ${parts[3]!.trim()}` });
  }
  return ok({
    keys: `[${keys.join(', ')}]::varchar[]`,
    ids: `[${ids.join(', ')}]::varchar[]`,
    joins: [...sheet.joins.values()].join('\n'),
    where: conditions.length > 0 ? conditions.join(' and ') : 'true',
    bound: sheet.bound,
    cuts,
    filters,
    splits: sheet.joins.has('outcome'),
  });
};

type Meant = {
  readonly rendered: Rendered;
  readonly key: string;
  readonly means: string;
  readonly isDay: boolean;
  readonly target: Target;
};

const meant = (sheet: Sheet, catalogue: Catalogue, reach: Reach, head: Head, said: string): Asked<Meant> => {
  const whole = hitsFor(catalogue, reach, said);
  const colon = said.lastIndexOf(':');
  const name = whole.length > 0 || colon < 0 ? said : said.slice(0, colon);
  const grain = name === said ? null : said.slice(colon + 1);
  const hits = name === said ? whole : hitsFor(catalogue, reach, name);
  if (hits.length === 0) return refuse(unknownCut(catalogue, reach, said));
  if (hits.length > 1)
    return refuse(
      ambiguous(
        said,
        hits.map((hit) => hit.target),
      ),
    );
  const { target } = hits[0]!;
  if (target.at === 'segment') {
    const cut = cutBySegment(sheet, catalogue, reach.base);
    if (!cut.ok) return cut;
    const { rendered, means } = cut.value;
    return ok({ rendered, key: `coalesce(${rendered.text}, '${rendered.blank}')`, means, isDay: false, target });
  }
  const rendered = renderTarget(sheet, catalogue, reach, target);
  if (grain !== null && !(GRAINS as readonly string[]).includes(grain))
    return refuse({
      code: 'unfit-cut',
      text: `"${grain}" is no period. There is: ${GRAINS.join(', ')}.`,
      parameter: 'by',
      found: said,
      choices: GRAINS.map((g) => `${name}:${g}`),
    });
  if (grain !== null && !rendered.day)
    return refuse({
      code: 'unfit-cut',
      text: `"${name}" is not a day, so it has no ${grain}.`,
      parameter: 'by',
      found: said,
      choices: [name],
    });
  const text = rendered.day ? grainSql((grain ?? 'day') as Grain, rendered.day, head.fiscal) : rendered.text;
  const otherwise = rendered.unknown ? `if(${rendered.unknown}, '(no match)', '${rendered.blank}')` : `'${rendered.blank}'`;
  return ok({
    rendered,
    key: `coalesce(${text}, ${otherwise})`,
    means: grain ? `${grain} of ${target.label}` : target.label,
    isDay: rendered.day !== undefined,
    target,
  });
};

const unknownCut = (catalogue: Catalogue, reach: Reach, said: string): AskRefusal => {
  if (said.trim().toLowerCase() === 'segment')
    return {
      code: 'unknown-cut',
      text: 'No segment is defined yet, and no file has a column of that name. Define one under Market, Audience.',
      parameter: 'by',
      found: said,
    };
  if (
    reach.base === 'lead' &&
    !reach.withDeal &&
    hitsFor(catalogue, { base: 'lead', withDeal: true }, said.replace(/:\w+$/, '')).length > 0
  )
    return {
      code: 'unfit-cut',
      text: `"${said}" is known only once there is a deal, so every lead that has it has converted. Start at the deal (--from opened), or ask for the lag.`,
      parameter: 'by',
      found: said,
    };
  const choices = [
    ...new Set(
      ringsOf(catalogue, reach)
        .flat()
        .map((hit) => hit.name),
    ),
  ];
  return {
    code: 'unknown-cut',
    text: `There is nothing called "${said}" to cut or filter ${NOUN[reach.base]} by. There is: ${choices.join(', ')}.`,
    parameter: 'by',
    found: said,
    choices,
  };
};

const ambiguous = (said: string, targets: readonly Target[]): AskRefusal => {
  const choices = targets.map((t) => t.label);
  return { code: 'ambiguous-cut', text: `"${said}" could mean ${choices.join(' or ')}. Say which.`, parameter: 'by', found: said, choices };
};

const NOUN: { readonly [B in Base]: string } = {
  lead: 'leads',
  opportunity: 'deals',
  touch: 'touches',
  spend: 'spend',
  account: 'accounts',
  contact: 'contacts',
  work_done: 'work done',
};
