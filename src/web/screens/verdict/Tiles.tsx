import { tilesOf } from '../../../views/verdict/verdict-page.ts';
import type { VerdictInput } from '../../../views/verdict/verdict-input.ts';
import type { VerdictView } from '../../../views/verdict/verdict-view.ts';
import css from './Tiles.module.css';

/** The four words there are, what each would take, and which one it is. */
export const Tiles = ({ input, view }: { readonly input: VerdictInput; readonly view: VerdictView }) => (
  <ul className={css.tiles} aria-label="What the rule can say">
    {tilesOf(input, view).map(({ word, name, when, evidence }) => (
      <li
        key={word}
        className={`${css.tile} ${word === view.word ? css[word] : ''}`}
        aria-current={word === view.word ? 'true' : undefined}
      >
        <b>
          {word === view.word && <span aria-hidden="true">● </span>}
          {name}
          {word === view.word && <span className="unseen"> (the word of the rule)</span>}
        </b>
        <span>{when}</span>
        {evidence && <small>{evidence}</small>}
      </li>
    ))}
  </ul>
);
