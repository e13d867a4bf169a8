/** What a forecast counts: money won and money standing open (whole minor units), deals opened, won and lost. */
export type FigureName = 'wonMinor' | 'pipelineMinor' | 'opened' | 'won' | 'lost';
export const FIGURES: readonly FigureName[] = ['wonMinor', 'pipelineMinor', 'opened', 'won', 'lost'];
