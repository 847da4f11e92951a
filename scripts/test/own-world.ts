/** What a person may have set for `npm start`, and what a test must not touch: that person's ports, data and database. */
const NOT_FOR_TESTS = [
  'CERTBRIDGE_BUILD',
  'CERTBRIDGE_DATA_DIR',
  'CERTBRIDGE_EXTENSION_IDS',
  'CERTBRIDGE_HOST_CONFIG',
  'CERTBRIDGE_LOG_LEVEL',
  'CERTBRIDGE_SANDBOX_PORT',
  'CERTBRIDGE_SERVICE_HOST',
  'CERTBRIDGE_SERVICE_PORT',
  'CERTBRIDGE_WORK_ORDER_KEY',
  'DATABASE_URL',
  'NODE_ENV',
];

export function forgetThePersonsWorld(environment: NodeJS.ProcessEnv): void {
  for (const name of NOT_FOR_TESTS) delete environment[name];
}
