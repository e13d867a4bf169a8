/** The shapes that are known, in the order in which they are tried. */
import type { Columns } from '../columns.ts';
import { ATTENDEES } from './attendees.ts';
import { GA4 } from './ga4.ts';
import { HUBSPOT } from './hubspot.ts';
import { MARKETO } from './marketo.ts';
import { SALESFORCE } from './salesforce.ts';
import type { Shape } from './shape.ts';

const SHAPES: readonly Shape[] = [...GA4, ...SALESFORCE, ...HUBSPOT, ...MARKETO, ATTENDEES];

/** The shape of a file; null: none that is known. */
export const shapeOf = (columns: Columns): Shape | null => SHAPES.find(({ has }) => has(columns)) ?? null;

export const shapeCalled = (id: string | undefined): Shape | null => SHAPES.find((shape) => shape.id === id) ?? null;
