const DEADLOCK = '40P01';
const TRIES = 3;

/**
 * PostgreSQL ends one of two transactions that wait for each other. Our order of locks is meant to let none do so; where
 * it fails, the one that was ended has left nothing behind and is simply done again.
 */
export async function unlessDeadlocked<Value>(transaction: () => Promise<Value>, triesLeft = TRIES): Promise<Value> {
  try {
    return await transaction();
  } catch (fault) {
    const deadlocked = fault instanceof Error && 'code' in fault && fault.code === DEADLOCK;
    if (!deadlocked || triesLeft <= 1) throw fault;
    return unlessDeadlocked(transaction, triesLeft - 1);
  }
}
