/** A cut or filter by segment: a row stands under each segment it belongs to, and under "(no segment)" where it is in none. */
import { ok, refuse } from '../../kernel/result.ts';
import type { Catalogue } from '../questions/catalogue.ts';
import { LETTER } from '../questions/fields.ts';
import type { Asked } from '../questions/question.ts';
import type { Rendered, Sheet } from '../questions/render.ts';
import { isSegmented, type Base } from '../questions/target.ts';
import { belongsSql, BY_WORDS, type Belongs } from './belongs.ts';

export const NO_SEGMENT = '(no segment)';

export type CutBySegment = { readonly rendered: Rendered; readonly means: string };

/** Joins the segments that can be counted; says by whom a row belongs, and which segments are left out. */
export const cutBySegment = (sheet: Sheet, catalogue: Catalogue, base: Base): Asked<CutBySegment> => {
  if (!isSegmented(base) || base === 'touch')
    return refuse({
      code: 'unfit-cut',
      text: 'Credit is shared so that it sums to the whole, and segments overlap: it cannot be cut by segment. Filter by one (--where "segment=Name"), or cut deals, the funnel or measures.',
      parameter: 'by',
      found: 'segment',
    });
  const { sql, leftOut } = belongsSql(sheet, catalogue, base, catalogue.segments);
  const letter = LETTER[base];
  sheet.joins.set('segment', `left join (${sql}) sg on sg.src = ${letter}.src and sg.id = ${letter}.id`);
  const by = [...new Set(catalogue.segments.map(({ of }) => BY_WORDS[base][of]))].join('; ');
  return ok({ rendered: { text: 'sg.name', id: 'sg.segment_id', blank: NO_SEGMENT }, means: `segment (${by}${leftOutWords(leftOut)})` });
};

const leftOutWords = (leftOut: Belongs['leftOut']): string =>
  leftOut
    .map(({ segment, missing }) => `; left out: “${segment.name}”, which asks for ${missing.on}.${missing.field}, in no file`)
    .join('');

/** The condition that a row belongs to the segment named, or to none; refused with the segments there are. */
export const whereSegment = (sheet: Sheet, catalogue: Catalogue, base: Base, said: string, not: boolean): Asked<string> => {
  const fold = (name: string): string => name.trim().toLowerCase();
  const none = fold(said) === NO_SEGMENT;
  const wanted = none ? catalogue.segments : catalogue.segments.filter(({ id, name }) => id === said || fold(name) === fold(said));
  if (!isSegmented(base) || wanted.length === 0) {
    const choices = [...catalogue.segments.map(({ name }) => `segment=${name}`), `segment=${NO_SEGMENT}`];
    return refuse({
      code: 'unknown-cut',
      text: `There is no segment called "${said}". There is: ${catalogue.segments.map(({ name }) => name).join(', ')}.`,
      parameter: 'where',
      found: said,
      choices,
    });
  }
  const { sql, leftOut } = belongsSql(sheet, catalogue, base, wanted);
  const lost = leftOut[0];
  if (lost && !none)
    return refuse({
      code: 'unknown-field',
      text: `The segment “${lost.segment.name}” asks for ${lost.missing.on}.${lost.missing.field}, which no file brings.`,
      parameter: 'where',
      found: said,
    });
  const letter = LETTER[base];
  return ok(`${none === not ? '' : 'not '}exists (select 1 from (${sql}) sw where sw.src = ${letter}.src and sw.id = ${letter}.id)`);
};
