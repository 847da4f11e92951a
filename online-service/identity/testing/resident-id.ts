const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Numbers of people who do not exist, each once: one person has one unfinished order. */
export function residentIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const body = `11010519900101${String(count).padStart(3, '0')}`;
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
    return body + CHECK_CHARACTERS[sum % 11];
  };
}
