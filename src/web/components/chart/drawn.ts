/** A drawing as React elements: the same data that the server writes as text. */
import { createElement, type ReactNode } from 'react';
import type { Svg } from '../../../charts/svg.ts';

const PLAIN = /^(aria|data)-/;
const propOf = (name: string): string =>
  name === 'class' ? 'className' : PLAIN.test(name) ? name : name.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase());

/** Elements of a drawing; `base` stands before its addresses. Every list of children keeps its order, so place is key enough. */
export const drawn = ({ tag, attrs, children }: Svg, base = '', key?: number): ReactNode =>
  createElement(
    tag,
    {
      ...Object.fromEntries(Object.entries(attrs).map(([name, value]) => [propOf(name), name === 'href' ? `${base}${value}` : value])),
      ...(key !== undefined && { key }),
    },
    ...children.map((child, place) => (typeof child === 'string' ? child : drawn(child, base, place))),
  );
