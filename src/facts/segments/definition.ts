/** A segment's definition as the facts take it: the domain's shape, named here again since the two rooms do not see each other. */
export type Member = 'account' | 'contact';
export type Test = 'equals' | 'differs' | 'one-of' | 'none-of' | 'contains' | 'lacks' | 'over' | 'under' | 'blank' | 'filled';
export type Condition = { readonly on: Member; readonly field: string; readonly test: Test; readonly values: readonly string[] };
export type Group = { readonly join: 'all' | 'any'; readonly parts: readonly (Condition | Group)[] };
export type Definition = { readonly of: Member; readonly where: Group };
export type Segment = Definition & { readonly id: string; readonly name: string };

export const isGroup = (part: Condition | Group): part is Group => 'parts' in part;
