/** Baseline Requirements 6.1.6: no factor below 752. */
const SMALL_PRIMES = primesBelow(752);
/** Primes that lie close together are found in as many steps. */
const FERMAT_ROUNDS = 100;
/** Four of five numbers are seen to be no square at once. */
const SQUARES_MOD_64: ReadonlySet<number> = new Set(Array.from({ length: 64 }, (_, root) => (root * root) % 64));
/** ROCA (CVE-2017-15361): such moduli are powers of 65537 modulo each of these. */
const ROCA_PRIMES = primesBelow(168).filter((prime) => prime > 2);
const ROCA_REMAINDERS = ROCA_PRIMES.map(powersOfF4);

export function isWeakModulus(n: bigint): boolean {
  if (SMALL_PRIMES.some((prime) => n % BigInt(prime) === 0n)) return true;
  return hasRocaForm(n) || hasClosePrimes(n);
}

function hasRocaForm(n: bigint): boolean {
  return ROCA_PRIMES.every((prime, at) => ROCA_REMAINDERS[at]?.has(Number(n % BigInt(prime))));
}

/** Fermat's way: n = a² − b². */
function hasClosePrimes(n: bigint): boolean {
  let a = squareRoot(n);
  if (a * a < n) a += 1n;
  for (let round = 0; round < FERMAT_ROUNDS; round += 1, a += 1n) {
    const square = a * a - n;
    if (!SQUARES_MOD_64.has(Number(square & 63n))) continue;
    const b = squareRoot(square);
    if (b * b === square) return true;
  }
  return false;
}

/** Newton's way, from above. */
function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function powersOfF4(prime: number): ReadonlySet<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65_537) % prime) powers.add(power);
  return powers;
}

function primesBelow(limit: number): number[] {
  const primes: number[] = [];
  for (let number = 2; number < limit; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}
