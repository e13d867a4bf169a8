import type { Moscow as Class } from '../../../domain/blueprint/priority.ts';
import css from './BacklogList.module.css';

const WORDS: { readonly [C in Class]: string } = { must: 'Must', should: 'Should', could: 'Could', wont: 'Won’t' };

/** The MoSCoW class of a priority. */
export const Moscow = ({ of }: { readonly of: Class }) => (
  <span className={`${css.moscow} ${css[of] ?? ''}`} title={`MoSCoW class: ${WORDS[of]}${of === 'wont' ? ' have this time' : ' have'}`}>
    {WORDS[of]}
  </span>
);
