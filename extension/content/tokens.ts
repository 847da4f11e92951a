type Roles = Readonly<Record<string, string>>;

const LIGHT: Roles = {
  bg: '#f5f4f0',
  surface: '#ffffff',
  text: '#1a2226',
  'text-2': '#465057',
  link: '#0d5c6b',
  primary: '#0d5c6b',
  'primary-soft': '#e1eef0',
  'on-primary-soft': '#0a4b58',
  'on-solid': '#ffffff',
  focus: '#0a6fc2',
  'shadow-3': '0 4px 12px rgb(26 34 38 / .10), 0 20px 56px rgb(26 34 38 / .20)',
  ring: '2px solid var(--cb-focus)',
};
const DARK: Roles = {
  bg: '#11171a',
  surface: '#1a2226',
  text: '#e9edef',
  'text-2': '#b7c1c7',
  link: '#74c5d6',
  primary: '#5cb8cb',
  'primary-soft': '#17363f',
  'on-primary-soft': '#a9dfea',
  'on-solid': '#0a161a',
  focus: '#74c0ff',
  'shadow-3': '0 4px 12px rgb(0 0 0 / .36), 0 20px 56px rgb(0 0 0 / .56)',
};
const MORE: Roles = {
  bg: '#ffffff',
  text: '#000000',
  'text-2': '#22292d',
  link: '#06414d',
  primary: '#06414d',
  'on-primary-soft': '#042f38',
  focus: '#00479e',
  'shadow-3': '0 0 0 2px #1a2226',
  ring: '3px solid var(--cb-focus)',
};
const MORE_DARK: Roles = {
  bg: '#000000',
  surface: '#0a0f11',
  text: '#ffffff',
  'text-2': '#e4e9ec',
  link: '#a9e4f0',
  primary: '#8fd6e4',
  'primary-soft': '#10292f',
  'on-primary-soft': '#cdf1f8',
  'on-solid': '#000000',
  focus: '#a8d8ff',
  'shadow-3': '0 0 0 2px #e9edef',
};
const FORCED: Roles = {
  bg: 'Canvas',
  surface: 'Canvas',
  text: 'CanvasText',
  'text-2': 'CanvasText',
  link: 'LinkText',
  primary: 'ButtonText',
  'primary-soft': 'Canvas',
  'on-primary-soft': 'CanvasText',
  'on-solid': 'ButtonFace',
  focus: 'Highlight',
  'shadow-3': 'none',
  ring: '3px solid Highlight',
};

/** The few roles that stand in a page, out of `shared/design/tokens.css`; a test holds the values together. */
export const PAGE_TOKENS = [
  { when: '', roles: LIGHT },
  { when: '(prefers-color-scheme: dark)', roles: DARK },
  { when: '(prefers-contrast: more)', roles: MORE },
  { when: '(prefers-contrast: more) and (prefers-color-scheme: dark)', roles: MORE_DARK },
  { when: '(forced-colors: active)', roles: FORCED },
] as const;

export function tokens(selector: string): string {
  return PAGE_TOKENS.map(({ when, roles }) => {
    const rule = `${selector}{${Object.entries(roles)
      .map(([role, value]) => `--cb-${role}:${value}`)
      .join(';')}}`;
    return when ? `@media ${when}{${rule}}` : rule;
  }).join('');
}
