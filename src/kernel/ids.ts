/**
 * Ids: short, typed by their prefix, made where chance is allowed (doors, browser) and only checked here.
 * q_ request · f_ form (a share link)
 * t_ team · d_ working calendar · a_ absence · b_ budget line · g_ commitment · i_ budget entry
 * e_ expectation · l_ logged decision
 * o_ objective · u_ outcome · k_ KPI · s_ segment · p_ person · r_ priority · w_ work item · c_ campaign · n_ note · x_ change
 * y_ cycle
 * m_ milestone · v_ scenario of a Blueprint
 * h_ workshop · j_ card or group of cards in a workshop
 * A Guidepoint, a Blueprint and a publication are named by their period (2026-Q2).
 */
export type PersonId = `p_${string}`;
export type ObjectiveId = `o_${string}`;
export type OutcomeId = `u_${string}`;
export type KpiId = `k_${string}`;
export type SegmentId = `s_${string}`;
export type PriorityId = `r_${string}`;
export type ItemId = `w_${string}`;
export type CampaignId = `c_${string}`;
export type NoteId = `n_${string}`;
export type ChangeId = `x_${string}`;
export type RequestId = `q_${string}`;
export type FormId = `f_${string}`;
export type TeamId = `t_${string}`;
export type CalendarId = `d_${string}`;
export type AbsenceId = `a_${string}`;
export type BudgetId = `b_${string}`;
export type CommitmentId = `g_${string}`;
export type EntryId = `i_${string}`;
export type ExpectationId = `e_${string}`;
export type LoggedId = `l_${string}`;
export type CycleId = `y_${string}`;
export type MilestoneId = `m_${string}`;
export type ScenarioId = `v_${string}`;
export type WorkshopId = `h_${string}`;
export type CardId = `j_${string}`;

/** True for an id of the given prefix: letters, digits and dashes, 1 to 60 after the underscore. */
export const isId = (prefix: string, text: string): boolean =>
  text.startsWith(`${prefix}_`) && /^[A-Za-z0-9-]{1,60}$/.test(text.slice(prefix.length + 1));
