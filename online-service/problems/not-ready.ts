/** What a request needs is away for now (the database, as a rule): the answer is SERVICE_NOT_READY, not a fault of ours. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}
