/** A drawing as React elements: the same data that the server writes as text. */
import { createElement, type ReactNode } from 'react';
import type { Svg } from '../../../charts/svg.ts';

const PLAIN = /^(aria|data)-/;
const propOf = (name: string): string =>
  name === 'class' ? 'className' : PLAIN.test(name) ? name : name.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase());

const hasLinks = ({ tag, children }: Svg): boolean => tag === 'a' || children.some((child) => typeof child !== 'string' && hasLinks(child));
/** A picture hides what is in it from those who do not see it; a drawing with links in it is a group of them. */
const roleOf = (svg: Svg): { readonly role?: string } => (svg.attrs['role'] === 'img' && hasLinks(svg) ? { role: 'group' } : {});

/** Elements of a drawing; `base` stands before its addresses. Every list of children keeps its order, so place is key enough. */
export const drawn = (svg: Svg, base = '', key?: number): ReactNode => {
  const { tag, attrs, children } = svg;
  return createElement(
    tag,
    {
      ...Object.fromEntries(Object.entries(attrs).map(([name, value]) => [propOf(name), name === 'href' ? `${base}${value}` : value])),
      ...roleOf(svg),
      ...(key !== undefined && { key }),
    },
    ...children.map((child, place) => (typeof child === 'string' ? child : drawn(child, base, place))),
  );
};
