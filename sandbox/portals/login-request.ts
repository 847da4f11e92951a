export const LOGIN_WAYS = ['certificate', 'account'] as const;
export type LoginWay = (typeof LOGIN_WAYS)[number];

/** What is missing in a login; nothing of what was typed travels further than this. */
export type LoginFault = 'certificate-missing' | 'account-missing' | 'password-missing';
export interface LoginReading {
  readonly way: LoginWay;
  readonly fault?: LoginFault;
}

export function loginWayOf(fields: unknown): LoginWay {
  return fieldOf(fields, 'way') === 'account' ? 'account' : 'certificate';
}

/** A demo platform knows no users: it checks that the form is complete, and keeps nothing. */
export function readLogin(fields: unknown): LoginReading {
  const way = loginWayOf(fields);
  const fault = way === 'account' ? accountFault(fields) : certificateFault(fields);
  return fault === undefined ? { way } : { way, fault };
}

function certificateFault(fields: unknown): LoginFault | undefined {
  return fieldOf(fields, 'certificate') === '' ? 'certificate-missing' : undefined;
}

function accountFault(fields: unknown): LoginFault | undefined {
  if (fieldOf(fields, 'account') === '') return 'account-missing';
  return fieldOf(fields, 'password') === '' ? 'password-missing' : undefined;
}

function fieldOf(fields: unknown, name: string): string {
  if (typeof fields !== 'object' || fields === null) return '';
  const value: unknown = Reflect.get(fields, name);
  return typeof value === 'string' ? value.trim() : '';
}
