/**
 * One line for the person who waits, Chinese first.
 *
 * @param {string} zh
 * @param {string} en
 */
export function say(zh, en) {
  console.log(`· ${zh}  ${en}`);
}
