/** A place: what stands in the rail, in the palette and at an address. Each screen is a chunk of its own. */
import type { ComponentType, LazyExoticComponent } from 'react';
import type { Link } from '../../views/thread/links.ts';
import type { CompanyHere } from '../state/company.tsx';

/** The few places of the rail; `agree` to `prove` are knots on the thread. */
export type Group = 'home' | 'decisions' | 'agree' | 'plan' | 'work' | 'market' | 'prove' | 'data' | 'people';

/** Something one can do, as the palette lists it. */
export type Action = {
  readonly id: string;
  readonly text: string;
  /** More words by which it is found. */
  readonly also?: string;
  /** Its key, as the list of keys shows it: "N". */
  readonly key?: string;
  /** The rule that forbids it now; the action stays and carries the rule. */
  readonly forbid?: string | null;
} & ({ readonly href: string } | { readonly run: () => void });

export type Place = {
  readonly name: string;
  readonly group: Group;
  /** Where the rail leads. */
  readonly href: string;
  /** Every address of it, as wouter writes patterns: /agree/outcomes/:id? */
  readonly path: string;
  /** Which links of the thread it is about; [] for none, all nine for the whole. */
  readonly links: readonly Link[];
  readonly screen: LazyExoticComponent<ComponentType>;
  /** Found and linked, but no line of its own in the rail. */
  readonly hidden?: boolean;
  /** The place in the rail whose page it is behind a tab. */
  readonly under?: string;
  /** What can be done there, offered by the palette on every page. */
  readonly actions?: (here: CompanyHere) => readonly Action[];
  /** More words by which the palette finds it. */
  readonly also?: string;
};
