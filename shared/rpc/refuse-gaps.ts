/** An operation without a handler, or a handler without an operation, ends the start: nobody finds out by a customer. */
export function refuseGaps(contract: object, handlers: object): void {
  const missing = Object.keys(contract).filter((name) => !Object.hasOwn(handlers, name));
  const stray = Object.keys(handlers).filter((name) => !Object.hasOwn(contract, name));
  if (missing.length + stray.length > 0) {
    throw new Error(`handlers missing: [${missing.join(', ')}], handlers without operation: [${stray.join(', ')}]`);
  }
}
