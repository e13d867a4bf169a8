import { Fragment } from 'react';
import { Link } from 'wouter';
import type { Prose } from '../../views/words/prose.ts';
import { Figure } from './figure/Figure.tsx';

/** A sentence whose names are links, whose promised words are serif and whose numbers open. */
export const ProseText = ({ prose }: { readonly prose: Prose }) =>
  prose.map((part, place) => {
    // A sentence does not change its order: a part's place is its key.
    const key = `${place}:${part.text}`;
    if (part.kind === 'link')
      return (
        <Link key={key} href={part.href} className="lnk">
          {part.text}
        </Link>
      );
    if (part.kind === 'agreed')
      return (
        <span key={key} className="agreed">
          “{part.text}”
        </span>
      );
    if (part.kind === 'figure')
      return (
        <Figure key={key} opens={part.open}>
          {part.text}
        </Figure>
      );
    return <Fragment key={key}>{part.text}</Fragment>;
  });
