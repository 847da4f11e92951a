/** One sentence in both languages: who starts the service may read either. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** 2: a setting must change first; 1: anything else. */
export type ExitCode = 1 | 2;

export interface StartProblemParts {
  readonly what: Said;
  readonly next: Said;
  readonly exitCode: ExitCode;
  readonly cause?: unknown;
}

/** Why the service did not start, for the person at the terminal. Never holds a password or an address with one. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
  readonly what: Said;
  readonly next: Said;
  readonly exitCode: ExitCode;

  constructor(parts: StartProblemParts) {
    super(`${parts.what.en} ${parts.next.en}`, { cause: parts.cause });
    this.what = parts.what;
    this.next = parts.next;
    this.exitCode = parts.exitCode;
  }

  /** Chinese first and English below. */
  toText(): string {
    return [
      `证桥在线服务未能启动：${this.what.zh}`,
      `  怎么办：${this.next.zh}`,
      `The CertBridge online service did not start: ${this.what.en}`,
      `  What to do: ${this.next.en}`,
    ].join('\n');
  }
}
