/** Something to tell the person at the terminal: shown as text in both languages, without a stack. */
export class ToldProblem extends Error {
  /**
   * @param {{ zh: string, en: string, details?: readonly string[] }} told
   */
  constructor(told) {
    super(told.en);
    this.name = 'ToldProblem';
    this.zh = told.zh;
    /** What belongs to it, one a line: commands or steps that solve it, or the last words of a log. */
    this.details = told.details ?? [];
  }

  toText() {
    const details = this.details.map((line) => `    ${line}`);
    return ['', `✗ ${this.zh}`, `  ${this.message}`, ...(details.length > 0 ? ['', ...details] : []), ''].join('\n');
  }
}
