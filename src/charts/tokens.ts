/**
 * The design tokens a chart uses, with their values: what the browser reads from its style sheet, a file
 * must carry along. Held equal to web/theme by a test.
 */
export type Theme = 'light' | 'dark';

export const TOKENS: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    canvas: '#ffffff', sunk: '#eef0ef', line: '#e3e6e4', 'line-strong': '#868d8a', ink: '#16191c', 'ink-2': '#4a5156', 'ink-3': '#666d72',
    'th-objective': '#8b4090', 'th-outcome': '#714ba8', 'th-guidepoint': '#5655b3', 'th-priority': '#325fb5', 'th-work': '#006b9a',
    'th-campaign': '#007273', 'th-touch': '#00764c', 'th-opportunity': '#656900', 'th-revenue': '#8a5600', 'th-gap': '#b32228', on: '#0b7643',
    risk: '#8f5200', off: '#b32228', early: '#4a5f86', c1: '#4170a8', c2: '#ae3f00', c3: '#00513b', c4: '#7c0054', c5: '#a68840',
    c6: '#838b94', 'c-focus': '#16191c', 'c-context': '#b4bab7', 'c-grid': '#eceeed', 'c-axis': '#666d72', 'c-target': '#16191c',
  },
  dark: {
    canvas: '#131619', sunk: '#22272b', line: '#2a3035', 'line-strong': '#727b82', ink: '#eceeed', 'ink-2': '#b6bdc1', 'ink-3': '#969ea4',
    'th-objective': '#d896db', 'th-outcome': '#bd9ff2', 'th-guidepoint': '#a2a8fc', 'th-priority': '#87b1fd', 'th-work': '#5fbcf4',
    'th-campaign': '#31c8ca', 'th-touch': '#64c897', 'th-opportunity': '#b3b959', 'th-revenue': '#e2a355', 'th-gap': '#f7857d', on: '#6cd092',
    risk: '#efba64', off: '#f7857d', early: '#a7bce6', c1: '#7ac0ff', c2: '#ffd0b8', c3: '#1f9b79', c4: '#e182b4', c5: '#94791c',
    c6: '#d7dde3', 'c-focus': '#eceeed', 'c-context': '#545d64', 'c-grid': '#22282c', 'c-axis': '#969ea4', 'c-target': '#eceeed',
  },
};
